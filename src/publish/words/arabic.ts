import type { PageWords } from './page-words.ts'

/** The pages in Arabic. */
export const ARABIC: PageWords = {
  language: 'ar',
  direction: 'rtl',
  ownName: 'العربية',
  skip: 'انتقل إلى الأخبار',
  follow: 'تابِع',
  home: 'كل الأخبار',
  sources: 'المصادر',
  bulletin: 'النشرة',
  archive: 'الأرشيف',
  pageLanguage: 'لغة هذه الصفحة',
  sections: 'الأقسام',
  stories: (count) => counted(count, ['خبر واحد', 'خبران', 'أخبار', 'خبرًا', 'خبر']),
  outlets: (count) =>
    counted(count, ['مؤسسة إعلامية واحدة', 'مؤسستان إعلاميتان', 'مؤسسات إعلامية', 'مؤسسة إعلامية', 'مؤسسة إعلامية']),
  languages: (count) => counted(count, ['لغة واحدة', 'لغتان', 'لغات', 'لغة', 'لغة']),
  newest: (date) => `أحدثها ${date}`,
  window: (items, days) => `أحدث الأخبار (حتى ${items}) خلال آخر ${days} يومًا.`,
  empty: 'لم يُنشر شيء بعد. تظهر الأخبار الأولى هنا بعد الجولة التالية.',
  filter: {
    heading: 'بحث',
    text: 'كلمات',
    language: 'اللغة',
    outlet: 'المؤسسة',
    voice: 'نوع الناشر',
    all: 'الكل',
    reset: 'أظهر الكل',
    shown: 'المعروض {n} من {m}',
    none: 'لا خبر يطابق. أزِل أحد المرشّحات.',
  },
  why: {
    question: 'لماذا هذا الخبر هنا؟',
    found: (term, field) => `${term} (${field})`,
    score: (score, threshold) => `النقاط ${score}؛ يكفي ${threshold}.`,
    everything: 'كل ما في هذا المصدر يتعلق بالموضوع.',
    fields: {
      title: 'في العنوان',
      summary: 'في الملخص',
      content: 'في النص',
      categories: 'في التصنيفات',
      url: 'في الرابط',
      article: 'في المقال نفسه',
    },
  },
  plot: {
    perDay: 'الأخبار حسب اليوم',
    perOutlet: 'الأخبار حسب المؤسسة',
    table: 'في جدول',
    day: 'اليوم',
    outlet: 'المؤسسة',
    count: 'الأخبار',
    summary: (total, days, most, mostDay) => `${total} خلال ${days} يومًا؛ أكثرها ${most} في ${mostDay}.`,
  },
  undated: 'بلا تاريخ',
  unknownLanguage: 'لغة غير معروفة',
  international: 'دولي',
  rights: 'كل خبر ملك لناشره المذكور فيه باسمه ورابطه، وترخيصه الخاص، إن ذكره، مثبت معه. حق استخراج النصوص والبيانات محفوظ.',
  withdrawn: {
    heading: 'أخبار مسحوبة',
    source: 'سحبه ناشره',
    operator: 'سحبه هذا الموقع',
    evidence: { gone: 'أُزيلت صفحته نهائيًا', missing: 'لم تعد صفحته موجودة', notice: 'أعلن ناشره ذلك' },
    goesOn: 'لا تزال مؤسسات أخرى تنشر الخبر',
  },
  health: {
    well: 'يُقرأ بلا مشكلات',
    unread: 'لم يُقرأ بعد',
    disabled: 'موقوف',
    failing: (failures) =>
      failures === 1 ? 'تعذّرت قراءته في المرة الأخيرة' : `تعذّرت قراءته على التوالي (عدد المرات: ${failures})`,
    lastRead: (date) => `آخر قراءة ${date}`,
    lastNew: (date) => `آخر مستند جديد ${date}`,
    moved: 'انتقل إلى عنوان آخر',
    trouble: {
      dns: 'اسم النطاق غير موجود',
      refused: 'الخادم يرفض الاتصال',
      reset: 'الخادم قطع الاتصال',
      unreachable: 'لا يمكن الوصول إلى الخادم',
      timeout: 'لم يُجب الخادم في الوقت المحدد',
      tls: 'لا يمكن الوثوق بشهادته',
      'private-address': 'عنوانه في شبكة خاصة',
      'bad-address': 'عنوانه غير صالح',
      redirects: 'تحويلاته تدور في حلقة',
      'bad-redirect': 'يحوّل إلى عنوان غير صالح',
      'http-status': 'أجاب الخادم بخطأ',
      gone: 'أُزيل نهائيًا',
      'rate-limited': 'يطلب الخادم زيارات أقل',
      'too-large': 'المستند كبير جدًا',
      truncated: 'المستند ينتهي قبل تمامه',
      'bad-encoding': 'ضغط المستند لا يمكن فكّه',
      malformed: 'الجواب ليس HTTP صالحًا',
      empty: 'المستند فارغ',
      robots: 'ملف robots.txt لا يسمح بذلك',
      cancelled: 'انتهت الجولة قبل وصول الجواب',
      unreadable: 'ما وصل ليس خلاصة أخبار',
      internal: 'أخفق البرنامج نفسه في قراءته',
    },
  },
  lists: {
    intro: (count) => `عدد المصادر المتابَعة: ${count}. كلٌّ منها مذكور باسمه عند أخباره.`,
    source: 'المصدر',
    voice: 'نوع الناشر',
    place: 'البلد',
    language: 'اللغة',
    health: 'الحالة',
    inWindow: 'أخباره هنا',
    feed: 'خلاصته',
    ours: 'ما اخترناه منه',
    opml: 'كل المصادر بصيغة OPML لقارئ الخلاصات',
  },
  daily: { name: 'النشرة اليومية', all: 'كل النشرات', print: 'تُطبع على ورق A4 كما هي.' },
}

/** Arabic counts one, two, few (3 to 10), many (11 to 99) and the rest each in their own form. */
function counted(count: number, forms: readonly [string, string, string, string, string]): string {
  const [one, two, few, many, other] = forms
  const tail = count % 100
  if (count === 1) return one
  if (count === 2) return two
  if (tail >= 3 && tail <= 10) return `${count} ${few}`
  return `${count} ${tail >= 11 ? many : other}`
}
