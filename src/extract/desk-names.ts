/** Rooms, feeds and well-known outlets, as whole names in a byline. */
const DESKS =
  /^(?:(?:al|el)[- ]?(?:jazeera|arabiya|mayadeen|manar|monitor)(?: (?:english|net|staff|mubasher))?|rt(?: (?:arabic|en español|france|de))?|rudaw(?: english)?|kurdistan ?24|enab baladi|north press(?: agency)?|syria direct|bbc(?: (?:news|world service|monitoring|arabic|persian|turkish|türkçe|mundo))?(?: عربي)?|(?:cnn|sky news) (?:arabia|arabic|türk|türkçe)|deutsche welle|dw(?: (?:news|arabic|türkçe))?|euronews|france ?24|the new arab|middle east eye|times of israel|jerusalem post|ynet|haaretz|hürriyet|sabah|cumhuriyet|trt(?: (?:haber|world))?|ntv|der spiegel|zeit online|tagesschau|le monde|le figaro|el país|la vanguardia|guest (?:author|writer|contributor)|wire (?:reports?|services?)|newswire|agencias|agenzie|agenturen|agences|agencje|агентства|ajanslar|red|redazione|rédaction|redacción|monitoring|محرر(?:ة)?|المحرر|مراسل(?:نا|ون)?|مراسلو الموقع|الجزيرة(?: نت)?|العربية(?: نت)?|الميادين(?: نت)?|الحدث|سكاي نيوز(?: عربية)?|عنب بلدي|نورث برس|تلفزيون سوريا|روسيا اليوم|سوريا تي في|درج|ایران اینترنشنال|بی‌بی‌سی فارسی|ایندیپندنت|هاوار|رووداو|סוכנויות(?: הידיעות)?|כאן חדשות|וואלה|מעריב|הארץ|新华社|共同通信(?:社)?|時事(?:通信(?:社)?)?|中新社|央视新闻|বাসস|ইউএনবি|απε(?:[ -]μπε)?|интерфакс|риа новости|лента\.?ру|газета\.?ru|коммерсантъ?|ritzau|sda|epd|kna|agerpres|tanjug|hina|belga|lusa|mti|čtk)$/iu

/** Whether a byline's name is a desk's or an outlet's, not a person's. */
export function isDesk(name: string): boolean {
  return DESKS.test(name)
}
