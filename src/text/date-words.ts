import { foldDate } from './fold-date.ts'

/** January to December in some thirty languages; any unambiguous beginning of three letters or more counts too. */
const MONTH_NAMES: readonly string[] = [
  'january januar janner jaenner janvier enero gennaio janeiro ianuarie ocak leden ledna styczen stycznia sichen tammikuu yanvar cile يناير جانفي ژانويه جنوری января январь январи јануар січень січня ιανουαριος ינואר जनवरी ιανουαριου জানুয়ারি',
  'february februar feber fevrier febrero febbraio fevereiro februarie subat unor unora luty lutego helmikuu fevral sibat فبراير فيفري شباط فوريه فروری февраля февраль февруари лютий лютого φεβρουαριος פברואר फरवरी φεβρουαριου شوبات ফেব্রুয়ারি',
  'march mar marz maerz mars marzo marco martie mart mrt maart brezen brezna marzec marca maaliskuu marcius adar مارس اذار مارچ марта март березень березня μαρτιος מרץ मार्च μαρτιου ئازار মার্চ',
  'april aprilis abril aprile avril aprilie nisan duben dubna kwiecien kwietnia huhtikuu aprel ابريل افريل نيسان اوريل اپریل апреля апрель април квітень квітня απριλιος אפריל अप्रैल απριλιου এপ্রিল',
  'may mai mayo maggio maio mei maj mayis kveten kvetna maja majus toukokuu gulan مايو ماي ايار مه مئی мая май травень травня μαιος מאי मई μαιου ئایار می মে',
  'june junius junijunio giugno junho iunie haziran cerven cervna czerwiec czerwca kesakuu iyun heziran يونيو جوان حزيران ژوين جون июня июнь юни јун червень червня ιουνιος יוני जून ιουνιου حوزەیران জুন',
  'july julius juli juillet julio luglio julho iulie temmuz cervenec cervence lipiec lipca heinakuu iyul tirmeh يوليو جويليه تموز ژوييه جولائی июля июль юли јул липень липня ιουλιος יולי जुलाई ιουλιου تەممووز تەمووز تەموز জুলাই',
  'august aout agosto augustus augusztus agustos srpen srpna sierpien sierpnia elokuu avqust avgust tebax agt اغسطس اوت اب اگست августа август серпень серпня αυγουστος אוגוסט अगस्त αυγουστου ئاب আগস্ট',
  'september septembre septiembre setiembre settembre setembro septembrie eylul zari wrzesien wrzesnia szeptember syyskuu sentyabr ilon سبتمبر ايلول سپتامبر ستمبر сентября сентябрь септември септембар вересень вересня σεπτεμβριος ספטמבר सितंबर σεπτεμβριου ئەیلوول ئەیلول সেপ্টেম্বর',
  'october oktober octobre octubre ottobre outubro octombrie ekim rijen rijna pazdziernik pazdziernika lokakuu oktyabr cotmeh اكتوبر اکتبر اکتوبر октября октябрь октомври октобар жовтень жовтня οκτωβριος אוקטובר अक्टूबर οκτωβριου অক্টোবর',
  'november novembre noviembre novembro noiembrie kasim listopad listopadu listopada marraskuu noyabr mijdar نوفمبر نوامبر نومبر ноября ноябрь ноември новембар листопад листопада νοεμβριος נובמבר नवंबर νοεμβριου নভেম্বর',
  'december dezember decembre diciembre dicembre dezembro decembrie desember aralik prosinec prosince grudzien grudnia joulukuu dekabr kanun ديسمبر دسامبر دسمبر декабря декабрь декември децембар грудень грудня δεκεμβριος דצמבר दिसंबर δεκεμβριου ডিসেম্বর',
]

/** Names of two words: Levantine, Sorani, Kurmanji. */
const PAIRED_MONTHS: ReadonlyMap<string, number> = new Map(
  (
    [
      [1, ['كانون الثاني', 'كانون ثاني', 'کانوونی دووەم', 'کانونی دووەم', 'kanûna duyem', 'kanûna paşîn']],
      [10, ['تشرين الاول', 'تشرين اول', 'تشرینی یەکەم', 'çiriya pêşîn', 'çirîya pêşîn']],
      [11, ['تشرين الثاني', 'تشرين ثاني', 'تشرینی دووەم', 'çiriya paşîn', 'çirîya paşîn']],
      [12, ['كانون الاول', 'كانون اول', 'کانوونی یەکەم', 'کانونی یەکەم', 'kanûna yekem', 'kanûna pêşîn']],
    ] as const
  ).flatMap(([month, names]) => names.map((name) => [foldDate(name), month] as const)),
)

const MONTHS: ReadonlyMap<string, number> = monthsByName()

/** The month (1 to 12) that a folded word, or two words, names; undefined for anything else. */
export function monthOf(word: string, next = ''): number | undefined {
  const paired =
    PAIRED_MONTHS.get(`${word} ${next}`) ?? (next.endsWith('ي') ? PAIRED_MONTHS.get(`${word} ${next.slice(0, -1)}`) : undefined)
  if (paired !== undefined) return paired
  const found = MONTHS.get(word)
  if (found !== undefined) return found
  if (word.startsWith('ב')) return MONTHS.get(word.slice(1)) // Hebrew "in"
  return word.length > 3 && word.endsWith('ي') ? MONTHS.get(word.slice(0, -1)) : undefined // Kurdish and Persian "of"
}

function monthsByName(): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  const shared = new Set<string>()
  for (const [index, names] of MONTH_NAMES.entries()) {
    for (const name of foldDate(names).split(' ')) {
      for (let length = 3; length < name.length; length++) {
        const beginning = name.slice(0, length)
        const known = found.get(beginning)
        if (known !== undefined && known !== index + 1) shared.add(beginning)
        else found.set(beginning, index + 1)
      }
    }
  }
  for (const beginning of shared) found.delete(beginning)
  for (const [index, names] of MONTH_NAMES.entries()) for (const name of foldDate(names).split(' ')) found.set(name, index + 1)
  return found
}

/** Zone names as minutes east of Greenwich. IST and AST are read by language: see `zoneMinutes`. */
const ZONES: Readonly<Record<string, number>> = {
  ...{ z: 0, ut: 0, utc: 0, gmt: 0, wet: 0, west: 60, bst: 60, cet: 60, cest: 120, met: 60, mest: 120, mez: 60, mesz: 120 },
  ...{
    eet: 120,
    eest: 180,
    msk: 180,
    msd: 240,
    trt: 180,
    idt: 180,
    gst: 240,
    irst: 210,
    irdt: 270,
    aft: 270,
    pkt: 300,
    uzt: 300,
    ist: 330,
  },
  ...{
    npt: 345,
    wib: 420,
    ict: 420,
    hkt: 480,
    sgt: 480,
    awst: 480,
    pht: 480,
    jst: 540,
    kst: 540,
    acst: 570,
    aest: 600,
    aedt: 660,
    nzst: 720,
    nzdt: 780,
  },
  ...{
    nst: -210,
    ndt: -150,
    ast: -240,
    adt: -180,
    est: -300,
    edt: -240,
    cst: -360,
    cdt: -300,
    mst: -420,
    mdt: -360,
    pst: -480,
    pdt: -420,
  },
  ...{
    akst: -540,
    akdt: -480,
    hst: -600,
    brt: -180,
    brst: -120,
    art: -180,
    clt: -240,
    clst: -180,
    cot: -300,
    pet: -300,
    sast: 120,
    cat: 120,
    wat: 60,
    eat: 180,
  },
  ...{ мск: 180 },
}

/** Minutes east of Greenwich of a zone's folded name; undefined when it names none. */
export function zoneMinutes(name: string, language = ''): number | undefined {
  if (name === 'ist' && /^(he|iw|ar)/.test(language)) return 120
  if (name === 'ast' && /^(ar|ku|fa|tr)/.test(language)) return 180
  return Object.hasOwn(ZONES, name) ? ZONES[name] : undefined
}
