/** What stands before the writers of an article, and before those who did other things to it, in the languages of the news. */

const GENRES =
  'written|posted|authored|published|reported|reporting|contributed|submitted|story|article|text|words|analysis|opinion|comment(?:ary)?|column|interview|essay|report|review|explainer|' +
  'geschrieben|verfasst|veröffentlicht|ein(?:e|en)? [\\p{L}-]+|kommentar|analyse|reportage|bericht|gastbeitrag|gastkommentar|protokoll|' +
  'écrit|rédigé|publié|propos recueillis|recueillis|récit|entretien|enquête|tribune|chronique|texte|' +
  'escrito|publicado|redactado|análisis|entrevista|crónica|reportaje|reportagem|texto|opinión|opinião|' +
  'scritto|pubblicato|intervista|analisi|commento|testo|articolo|geschreven|gepubliceerd|geplaatst|skriven|skrevet|publicerad|napisan[aey]|tekst'

const WORK = 'text|texte?|texto|testo|tekst|words|story|metin|текст|yazı|haber|reportage'
const PICTURES = 'photo\\p{L}*|pictures|images|fotos?|bilder|video|immagini|fotograf\\p{L}*|фото|zdjęcia|illustrations?'
const AND = '(?:and|&|und|et|y|e|ve|и|i|og|och|en)'

/** Nouns and verbs that a colon, a slash or a dash parts from the name. */
const WRITERS =
  'author|authors|by|byline|writer|reporter|reporters|correspondent|words|text|story|von|autor(?:ka|in|a|es|as|en|zy)?|verfasser(?:in)?|bericht|interview|reportage|protokoll|par|auteur(?:e|s|es|rice|rices)?|propos recueillis par|récit|enquête|entretien|texte|' +
  'por|texto|redactor[ae]?|periodista|reportaje|entrevista|autore|autrice|autori|testo|di|a cura di|door|tekst|auteur|av|af|forfatter|skribent|' +
  'автор(?:ы|ка|и)?(?: \\p{L}+)?|текст|корреспондент|подготовил[аи]?|беседовал[аи]?|интервью|журналист(?:ка)?|yazan(?:lar)?|yazar(?:ı)?|haber|muhabir(?:i|ler)?|röportaj|hazırlayan(?:lar)?|derleyen|analiz|nivîskar|nivîsandin|nûçe|' +
  'بقلم|كتب|كتبت|كتبه|كتبها|كتابة|تقرير|تحقيق|حوار|حاوره|حاورها|حاورته|حاورتها|أجرى الحوار|أجرت الحوار|إعداد|اعداد|إعداد وتقديم|إعداد وتحرير|الكاتب|الكاتبة|مراسلنا|مراسلتنا|مراسل|مراسلة|متابعة|نص|' +
  'نویسنده|نویسندگان|نوشته|به قلم|گزارش|گزارشگر|خبرنگار|گفت[ ‌]?وگو|نووسەر|ئامادەکردنی|מאת|כתב|כתבת|כתבה|ראיון|autork[ai]|opracowa[łl]a?|opracowanie|rozmawia[łl]a?|przygotowa[łl]a?|συντάκτης|συντάκτρια|ρεπορτάζ|作者|记者|記者|লেখক|প্রতিবেদক'

/** What needs nothing between it and the name. */
const BARE =
  'بقلم|به قلم|كتبت|كتبه|كتبها|كتب|متابعة|إعداد|مراسل(?:ة|نا|تنا)?(?: \\p{L}+)?|מאת|подготовил[аи]?|беседовал[аи]?|записал[аи]?|rozmawia[łl]a?|opracowa[łl]a?|oprac\\.|przygotowa[łl]a?|γράφει [οη]|aus [\\p{L}]+ berichtet'

/** An outlet's own correspondent, where the name follows. */
const OWN =
  '(?:von )?unser(?:em|er|en|e)? [\\p{L}-]+|(?:de )?(?:notre|nos) (?:correspondant|envoyé|reporter|journaliste)e?s?(?: spécia(?:le?s?|ux))?(?: (?:à|en|au|aux|dans) [\\p{L}-]+(?: [\\p{L}-]+)?)?|' +
  "dal(?:la|l[’'])? ?nostr[oa] [\\p{L}]+(?: (?:a|da|in) [\\p{L}]+)?|(?:de |por )?nuestr[oa] (?:enviad[oa](?: especial)?|corresponsal)(?: (?:a|en) [\\p{L}]+)?|(?:door |van )?onze \\p{L}+"

const PREPOSITION = 'by|von|par|por|door|di|av|af|od|przez|от'

const OTHER_NOUNS =
  'photo(?:s|graphs?|graphers?|graphy|graphies?)?|pictures?|images?|illustrations?|illustrator|graphics?|video|vidéo|vídeo|videos|camera|kamera|audio|edited|editors?|editing|redigiert|redaktion|redigering|translat(?:ed|ion|or)|(?:[\\p{L}-]+ )?review(?:ed|er)|(?:fact[- ]?)?check(?:ed|er)|research(?:ed|er)?|curated|produc(?:ed|er)|updated|sponsored|presented|paid for|contact|kontakt|source|sources|categor(?:y|ies)|categorias?|categorías?|catégories?|kategori(?:en|e|ler)?|tags|etiket(?:ler)?|filed under|section|рубрика|' +
  'quelle|übersetz(?:ung|t)|mitarbeit|foto(?:s|grafie|grafía|grafia|graf(?:ki)?|ğraf(?:lar)?|grafo|graaf)?|bild(?:er)?|grafik|traduction|traduit|traducción|traductora?|traduzione|infographie|infografía|edición|editado|edizione|edição|fuente|fonte|sources?|bron|vertaling|' +
  'editör(?:ü|ler)?|çeviri|çeviren|kurgu|kaynak|seslendiren|фото|видео|редактор|перевод|перев[её]л[аи]?|иллюстраци[яи]|корректор|источник|tłum(?:aczenie|\\.)?|tłumaczył[a]?|zdj[ęe]ci[ae]|fot\\.?|red\\.|redakcja|redaktor|źródło|' +
  'تحرير|ترجمة|ترجمها|تصوير|صور|الصور|الصورة|عدسة|مونتاج|إخراج|رسوم|رسم|تدقيق|مراجعة|المصدر|مصدر|عکس|ترجمه|مترجم|ویراستار|ویرایش|منبع|تدوین|צילום|צילומים|צלם|תרגום|עריכה|עורך|עורכת|מקור|וידאו'

const SEPARATED = '\\s*(?:[:：]|\\s[–—-]\\s|/)\\s*'
const AFTER_START = '(?<=^\\s*\\(?|[|•·–—,;:/.\\d]\\s*|\\buhr\\s+|\\s-\\s+)'
const NAME_AHEAD = '(?=["“„«]?(?-i:\\p{Lu}|\\p{Lo}))' // a small letter goes on with a sentence

/**
 * Finds the labels in a byline: the group `writer` before those who wrote, `other` before those who took pictures, edited, translated
 * or checked. A bare "by" counts only where a byline may begin: at the start, behind a date or a mark, behind a genre.
 */
export const BYLINE_LABELS = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:` +
    `(?<writer>(?:${WORK}) ${AND} (?:${PICTURES})(?:${SEPARATED}| (?:by|von|par|por|de|di|door|av|af) )|` +
    `(?:${OWN}),?\\s+${NAME_AHEAD}|(?:${GENRES})\\s+(?:${PREPOSITION})\\s*[:：]?\\s+${NAME_AHEAD}|` +
    `${AFTER_START}(?:${PREPOSITION})\\s+(?:the\\s+)?${NAME_AHEAD}|${AFTER_START}(?:${WRITERS})${SEPARATED}|${AFTER_START}(?:${BARE})\\s+${NAME_AHEAD})|` +
    `(?<other>(?:${OTHER_NOUNS})(?:\\s+content)?(?:\\s+(?:by|von|par|por|de|di|door|av|af)(?:${SEPARATED}|\\s+)|${SEPARATED})|` +
    `${AFTER_START}(?:ترجمة|تحرير|تصوير|ترجمه|עריכה|צילום)\\s+)` +
    `)`,
  'giu',
)

const ALONE = new RegExp(`^(?:(?:${GENRES}) )?(?:(?:${PREPOSITION})|${WRITERS}|about the authors?)\\s*[:：-]?$`, 'iu')
const OTHER = new RegExp(`(?<![\\p{L}\\p{N}])(?:${OTHER_NOUNS})(?:\\s+(?:by|von|par|por|de|di|door|av|af))?\\s*[:：]?$`, 'iu')
const LONGEST = 40

/** Whether a line is nothing but the label of writers: the names stand in the next one. */
export function isLabelAlone(line: string): boolean {
  return line.length <= LONGEST && ALONE.test(line)
}

/** Whether a text ends by announcing somebody who did something else, such as "Reviewed by". */
export function announcesOther(text: string): boolean {
  return OTHER.test(text.slice(-LONGEST))
}
