/**
 * Words of furniture, by language: lines that stand in an article without being of it. Folded as `fold` of text/ does (no marks,
 * no punctuation), parted by `|`. A phrase that could open a sentence of news belongs under `labels`, which are compared with short
 * lines only.
 */
export type FurniturePhrases = {
  /** how calls begin: to read on, subscribe, share, follow, switch on */
  readonly calls: string
  /** how labels begin; a label is a short line, or a line where a colon follows the words */
  readonly labels: string
  /** short lines after which nothing belongs to the article */
  readonly ends: string
}

/** The languages of the topic and of the outlets that report on it. */
export const FURNITURE: ReadonlyMap<string, FurniturePhrases> = new Map([
  [
    'en',
    {
      calls:
        'reporting by|additional reporting by|editing by|writing by|additional reporting|compiled by|contact staff writer|contact the reporter|read more|read also|also read|read next|read the full|read full|read our|read this|see also|see more|more on this|you may also like|you might also like|you might like|you may like|don t miss|story continues|article continues|continue reading|click here|click to|tap here|sign up|signup|subscribe|get the latest|get our|follow us|follow|like us on|join us on|find us on|share this|share on|share via|tweet this|email this|print this|save this|leave a comment|leave a reply|post a comment|view comments|show comments|join the conversation|all rights reserved|this article originally|this article was originally|this article was first|this story originally|this story was originally|this story has been updated|this article first appeared|we use cookies|this site uses|this website uses|by clicking|by signing up|by submitting|have a tip|got a tip|skip to|back to top|scroll to|download our|download the app|view all posts|please enable|like this story|did you like|want more|thanks for signing up|thank you for signing|thank you for subscribing|enter your email|your email address|if you enjoyed this|listen to this article|join our|become a member|support our|donate to|buy now|watch live|watch now|log in to|already a subscriber|for more information please contact|send us your|receive our|receive the latest|be the first to|check out our|stay up to date|stay informed|watch the video|something went wrong|our standards the thomson|you appreciate our|thank you for reading|to learn more about republishing|register for our|get insights|keep reading|this article may contain|we may earn|accept cookies|manage preferences|turn on notifications|listen now|see all|show more|show less|view all|view more|load more',
      labels:
        'related|related articles|related stories|recommended|more from|most read|most popular|trending|up next|watch|listen|advertisement|advertising|advert|ad|sponsored|newsletter|comments|comment|copyright|c|photo|photos|photo by|photo credit|photograph|image|images|image credit|image source|image via|image copyright|getty images|picture|pictured|caption|video|file photo|tags|tagged|filed under|filed in|categories|category|topics|posted in|posted by|posted on|published|published on|published by|published in|updated|last updated|last modified|first published|written by|credit|credits|disclosure|terms of|privacy policy|loading|about the author|next article|previous article|next post|previous post|next|previous|table of contents|in this article|on this page|close|share|search|menu|home|print|email|facebook|twitter|whatsapp|linkedin|pinterest|reddit|telegram|min read|image caption|media caption|story highlights|author|editor s note|by|skip|play|enlarge|expand|view gallery|toggle|hide caption|read|go to accessibility|recommended stories|list of items|end of list|end of recommended',
      ends: 'related articles|related stories|related posts|related content|related news|related topics|related links|related coverage|related reading|recommended for you|recommended stories|recommended reading|more stories|more news|more from|more on this story|more like this|most read|most popular|trending|trending now|popular posts|latest news|latest stories|top stories|up next|further reading|comments|leave a comment|leave a reply|post a comment|add a comment|join the conversation|share this article|share this story|share this post|about the author|about the authors|about author|about the reviewer|about the contributor|about the writer|disclaimer|tags|topics|filed under|next article|previous article|next post|previous post|newsletter|sign up for our newsletter|subscribe to our newsletter|follow us|advertisement feature|partner content|from our partners|around the web|from the web|sponsored content|promoted stories|editor s picks|editors picks|explore more|keep reading|what to read next',
    },
  ],
  [
    'de',
    {
      calls:
        'lesen sie auch|lesen sie hier|lesen sie mehr|lesen sie jetzt|lesen sie dazu|mehr zum thema|mehr dazu|mehr lesen|auch interessant|das konnte sie auch|das konnte dich auch|weiterlesen|jetzt abonnieren|folgen sie uns|folge uns|artikel teilen|hier klicken|klicken sie hier|zur startseite|alle rechte vorbehalten|melden sie sich|newsletter abonnieren|diesen artikel|mehr lesen sie|jetzt kostenlos|newsletter bestellen|hier geht es zu|melden sie sich an',
      labels:
        'zum thema|anzeige|werbung|newsletter|teilen|kommentare|kommentieren|foto|bild|bilder|quelle bild|video|symbolbild|schlagworte|stichworte|themen|zuletzt aktualisiert|aktualisiert|veroffentlicht|stand|von|autor|autorin|merken|drucken|externer inhalt|empfohlener redaktioneller inhalt|startseite|lesezeit|lesedauer|artikel anhoren|artikel vorlesen',
      ends: 'mehr zum thema|themen|das konnte sie auch interessieren|weitere artikel|weitere themen|mehr aus|meistgelesen|kommentare|kommentar schreiben|schlagworte|schlagworter|uber den autor|uber die autorin|zur startseite|newsletter|empfehlungen',
    },
  ],
  [
    'es',
    {
      calls:
        'leer mas|lea tambien|lee tambien|leer tambien|le puede interesar|te puede interesar|puede interesarte|mas informacion|ver mas|ver tambien|suscribete|suscribase|siguenos|siganos|sigue toda|haz clic|haga clic|todos los derechos|lea el articulo|unete a|registrate|sigue leyendo|siga leyendo|suscribirse|para seguir leyendo|registrese',
      labels:
        'publicidad|compartir|comentarios|foto|fotos|imagen|video|etiquetas|temas|actualizado|publicado|archivado en|por|autor|noticias relacionadas|relacionado',
      ends: 'noticias relacionadas|articulos relacionados|contenido relacionado|lo mas leido|mas noticias|mas leidas|comentarios|etiquetas|archivado en|temas|sobre el autor|ultimas noticias',
    },
  ],
  [
    'pt',
    {
      calls:
        'leia mais|leia tambem|leia a materia|veja tambem|veja mais|saiba mais|confira tambem|inscreva se|siga nos|compartilhe|clique aqui|todos os direitos|assine o|assine a|receba as|participe do',
      labels:
        'publicidade|continua apos|compartilhar|comentarios|foto|fotos|imagem|video|tags|atualizado|publicado|publicado por|por|autor',
      ends: 'noticias relacionadas|materias relacionadas|mais lidas|ultimas noticias|mais noticias|comentarios|deixe um comentario|tags|sobre o autor',
    },
  ],
  [
    'it',
    {
      calls:
        'leggi anche|leggi tutto|leggi l articolo|leggi di piu|potrebbe interessarti|ti potrebbe|vedi anche|per approfondire|iscriviti|seguici|condividi|clicca qui|riproduzione riservata|tutti i diritti',
      labels: 'pubblicita|commenti|foto|immagine|video|tag|argomenti|aggiornato|pubblicato|di|autore',
      ends: 'articoli correlati|notizie correlate|i piu letti|ultime notizie|commenti|lascia un commento|argomenti|tag',
    },
  ],
  [
    'fr',
    {
      calls:
        'lire aussi|a lire aussi|lire la suite|lire egalement|a lire egalement|voir aussi|sur le meme sujet|abonnez vous|inscrivez vous|suivez nous|partager cet|cliquez ici|tous droits|la suite apres|recevez|retrouvez tous|telechargez|en savoir plus|lisez aussi|s abonner|newsletter|il vous reste',
      labels:
        'a lire|publicite|partager|commentaires|photo|photos|credit photo|credits|image|video|tags|mots cles|mis a jour|publie le|publie|par|auteur|article reserve',
      ends: 'articles lies|articles similaires|les plus lus|dernieres nouvelles|commentaires|laisser un commentaire|mots cles|a propos de l auteur|plus d articles|contenus sponsorises',
    },
  ],
  [
    'ru',
    {
      calls:
        'читайте также|читать также|смотрите также|читать далее|читайте нас|подпишитесь|подписывайтесь|подписаться|поделиться|нажмите|все права|оставить комментарий|добавить комментарий|следите за|больше новостей|наш телеграм|присоединяйтесь|материалы по теме',
      labels: 'подробнее|реклама|комментарии|фото|источник фото|видео|теги|метки|темы|по теме|обновлено|опубликовано|автор',
      ends: 'похожие новости|похожие статьи|другие новости|последние новости|самое читаемое|популярное|комментарии|оставить комментарий|добавить комментарий|добавить отзыв|теги|метки|темы|рекомендуем|новости партнеров',
    },
  ],
  [
    'tr',
    {
      calls:
        'ayrica oku|bunu da oku|bunlar da ilginizi|ilginizi cekebilir|devamini oku|haberin devami|abone ol|bultenimize|takip et|bizi takip|bu haberi paylas|haberi paylas|yorum yap|tum haklari|tiklayin|buraya tiklayin|okumak icin tiklayin|anadolu ajansi web sitesinde|haberin tamami|whatsapp kanal|google news te|google haberler|son dakika haberleri icin|daha fazla haber icin|bildirimlere izin',
      labels:
        'ilgili haber|ilgili haberler|daha fazla|reklam|paylas|yorumlar|fotograf|foto|video|etiketler|guncelleme|guncellenme|yayinlanma|son guncelleme|giris|olusturulma|yazar|editor',
      ends: 'ilgili haberler|benzer haberler|diger haberler|son haberler|son dakika|en cok okunanlar|ilginizi cekebilir|bunlar da ilginizi cekebilir|yorumlar|yorum yap|yorum yaz|etiketler|one cikanlar',
    },
  ],
  [
    'ar',
    {
      calls:
        'اقرا ايضا|اقرا المزيد|اقراوا ايضا|شاهد ايضا|قد يعجبك|قد يهمك|اشترك|تابعونا|تابعنا|شارك هذا|اترك تعليق|جميع الحقوق|للمزيد من|انقر هنا|اضغط هنا|لمتابعه|اذا كنت تعتقد|لقراه المزيد|تابع اخر|حمل تطبيق|اقرا كذلك|مواضيع قد تهمك|للاشتراك|تابعوا اخر',
      labels:
        'مواضيع ذات صله|اخبار ذات صله|ذات صله|المزيد|اعلان|مشاركه|شارك|التعليقات|الصوره|صوره|فيديو|كلمات مفتاحيه|وسوم|اخر تحديث|تاريخ النشر|نشر في|حقوق النشر|كلمات دلاليه|الكلمات المفتاحيه',
      ends: 'مواضيع ذات صله|اخبار ذات صله|مقالات ذات صله|ذات صله|قد يعجبك ايضا|الاكثر قراه|اخر الاخبار|المزيد من الاخبار|التعليقات|اترك تعليقا|وسوم|كلمات مفتاحيه|كلمات دلاليه|الكلمات المفتاحيه',
    },
  ],
  [
    'fa',
    {
      calls:
        'بيشتر بخوانيد|همچنين بخوانيد|بيشتر بدانيد|ما را دنبال|عضو شويد|كليه حقوق|تمامي حقوق|براي مشاهده|نظر خود را|بيشتر ببينيد|براي خواندن|ما را در|كانال تلگرام',
      labels:
        'مطالب مرتبط|اخبار مرتبط|مرتبط|تبليغات|اگهي|اشتراك|به اشتراك|نظرات|ديدگاه|عكس|ويديو|برچسب|برچسب ها|اخرين به روزرساني|انتهاي پيام|كد خبر|لينك كوتاه',
      ends: 'مطالب مرتبط|اخبار مرتبط|پربازديدترين|اخرين اخبار|نظرات|ديدگاه ها|ارسال نظر|برچسب ها|انتهاي پيام',
    },
  ],
  [
    'he',
    {
      calls: 'קראו גם|קרא גם|קראו עוד|עוד בנושא|ראו גם|הירשמו|עקבו אחרינו|שתפו|לחצו כאן|כל הזכויות|לכתבה המלאה|הצטרפו|רוצים לקבל',
      labels: 'כתבות נוספות|פרסומת|שיתוף|תגובות|צילום|תמונה|וידאו|תגיות|עודכן|פורסם',
      ends: 'כתבות נוספות|כתבות קשורות|תגובות|תגיות|הנקראות ביותר',
    },
  ],
  [
    'pl',
    {
      calls:
        'czytaj takze|czytaj tez|czytaj rowniez|czytaj wiecej|zobacz takze|zobacz tez|zobacz rowniez|przeczytaj takze|przeczytaj tez|zapisz sie|subskrybuj|obserwuj nas|udostepnij|wszelkie prawa|kliknij|dolacz do|wiecej informacji|zobacz wiecej',
      labels: 'polecamy|reklama|komentarze|fot|foto|zdjecie|wideo|tagi|tematy|aktualizacja|opublikowano|autor',
      ends: 'powiazane artykuly|polecamy|polecane|najnowsze|najczesciej czytane|komentarze|tagi|tematy',
    },
  ],
  [
    'ku',
    {
      calls: 'her wiha bixwine|zedetir bixwine|berdewam bixwine|parve bike|bisopine|me bisopinin|bixwine her wiha',
      labels: 'nuceyen tekildar|sirove|wene|vidyo|etiket|reklam|belav kirin',
      ends: 'nuceyen tekildar|nuceyen din|sirove|etiket',
    },
  ],
  [
    'nl',
    {
      calls: 'lees ook|lees meer|lees verder|bekijk ook|abonneer|volg ons|deel dit|klik hier|meld je aan',
      labels: 'advertentie|reacties|foto|beeld|video|laatst bijgewerkt|gepubliceerd|door|tags',
      ends: 'meer over|gerelateerd|gerelateerde artikelen|meest gelezen|reacties|tags',
    },
  ],
  [
    'id',
    {
      calls: 'baca juga|baca selengkapnya|simak juga|klik di sini|ikuti kami|berlangganan',
      labels: 'iklan|foto|video|bagikan|penulis|editor',
      ends: 'berita terkait|artikel terkait|terpopuler|komentar',
    },
  ],
])
