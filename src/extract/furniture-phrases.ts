/**
 * How lines begin that stand in an article without being of it: calls to read, share, subscribe, follow; labels; notices.
 * By language; parted by `|`, compared in lower case at the start of a line. A phrase that could open a sentence of news does not belong here.
 */
export const FURNITURE_OPENINGS: ReadonlyMap<string, string> = new Map([
  [
    'en',
    `read more|read also|also read|read next|read the full|read full|see also|see more|more on this|more from|more:|related:|related articles|related stories|related topics|related content|related posts|recommended|you may also like|you might also like|you might like|don't miss|most read|most popular|trending|up next|watch:|watch now|watch the|listen:|advertisement|advertising|sponsored|story continues|article continues|continue reading|click here|tap here|sign up|subscribe|newsletter|get the latest|get our|follow us|follow @|like us on|join us on|join our|find us on|share this|share on|share via|tweet this|email this|print this|save this|comments|leave a comment|leave a reply|post a comment|view comments|show comments|join the conversation|copyright|© |all rights reserved|(c) |photo:|photo by|photos:|photo credit|image:|image credit|image source|image via|image copyright|getty images|picture:|caption:|video:|file photo|tags:|tagged|filed under|categories:|topics:|posted in|published:|published on|posted on|updated:|last updated|last modified|first published|written by|reporting by|editing by|additional reporting|source:|via:|this article originally|this article was originally|this story originally|this story has been updated|this article first appeared|we use cookies|this site uses cookies|by clicking|terms of|privacy policy|have a tip|got a tip|contact us at|skip to|back to top|jump to|loading|download the|download our|about the author|about the writer|view all posts|next article|previous article|next post|previous post|table of contents|min read|disclosure:|disclaimer:`,
  ],
  [
    'de',
    `lesen sie auch|lesen sie hier|lesen sie mehr|lesen sie jetzt|mehr zum thema|mehr dazu|mehr lesen|auch interessant|das könnte sie auch|das könnte dich auch|zum thema|weiterlesen|anzeige|werbung|newsletter|abonnieren|jetzt abonnieren|folgen sie uns|teilen|artikel teilen|kommentare|kommentieren|foto:|bild:|quelle:|video:|symbolbild|schlagworte|stichworte|themen:|zuletzt aktualisiert|aktualisiert|veröffentlicht|alle rechte vorbehalten|hier klicken|zur startseite`,
  ],
  [
    'es',
    `leer más|lea también|lee también|leer también|le puede interesar|te puede interesar|más información|ver más|ver también|noticias relacionadas|relacionadas|publicidad|suscríbete|suscríbase|síguenos|síganos|compartir|comentarios|foto:|fotos:|fuente:|video:|vídeo:|etiquetas|temas:|actualizado|publicado|todos los derechos|haz clic|archivado en`,
  ],
  [
    'pt',
    `leia mais|leia também|leia a |veja também|veja mais|saiba mais|confira também|notícias relacionadas|publicidade|assine|inscreva-se|siga-nos|siga o|compartilhe|compartilhar|comentários|foto:|fotos:|fonte:|vídeo:|tags:|atualizado em|publicado em|todos os direitos|clique aqui`,
  ],
  [
    'it',
    `leggi anche|leggi tutto|leggi l'articolo|potrebbe interessarti|vedi anche|per approfondire|pubblicità|iscriviti|seguici|condividi|commenti|foto:|fonte:|video:|tag:|argomenti|aggiornato|pubblicato|riproduzione riservata|clicca qui|tutti i diritti`,
  ],
  [
    'fr',
    `lire aussi|à lire aussi|lire la suite|à lire|voir aussi|lire également|sur le même sujet|publicité|abonnez-vous|inscrivez-vous|suivez-nous|partager|commentaires|photo:|photo :|crédit photo|crédits|source:|source :|vidéo:|tags:|mots-clés|mis à jour|publié le|tous droits|cliquez ici|la suite après`,
  ],
  [
    'ru',
    `читайте также|читать также|смотрите также|читать далее|подробнее|реклама|подпишитесь|подписывайтесь|подписаться|поделиться|комментарии|фото:|источник:|видео:|теги:|метки:|темы:|по теме|обновлено|опубликовано|все права|нажмите`,
  ],
  [
    'tr',
    `ayrıca oku|bunu da oku|bunlar da ilginizi|ilginizi çekebilir|ilgili haber|ilgili haberler|devamını oku|haberin devamı|daha fazla|reklam|abone ol|bültenimize|takip et|bizi takip|paylaş|yorumlar|yorum yap|fotoğraf:|foto:|video:|etiketler|güncelleme|güncellenme|yayınlanma|son güncelleme|tüm hakları|tıklayın`,
  ],
  [
    'ar',
    `اقرأ أيضا|اقرأ أيضًا|إقرأ أيضا|اقرأ المزيد|إقرأ المزيد|اقرأ ايضا|شاهد أيضا|قد يعجبك|مواضيع ذات صلة|أخبار ذات صلة|ذات صلة|المزيد من|إعلان|اشترك|تابعونا|تابعنا|شارك|مشاركة|التعليقات|اترك تعليق|الصورة:|صورة:|المصدر:|فيديو:|كلمات مفتاحية|وسوم|آخر تحديث|تاريخ النشر|جميع الحقوق|حقوق النشر|للمزيد|انقر هنا`,
  ],
  [
    'fa',
    `بیشتر بخوانید|همچنین بخوانید|بیشتر بدانید|مطالب مرتبط|اخبار مرتبط|مرتبط|تبلیغات|آگهی|اشتراک|ما را دنبال|به اشتراک|نظرات|دیدگاه|عکس:|منبع:|ویدئو:|برچسب|آخرین به‌روزرسانی|انتهای پیام|کلیه حقوق|تمامی حقوق|کد خبر`,
  ],
  [
    'he',
    `קראו גם|קרא גם|עוד בנושא|כתבות נוספות|ראו גם|פרסומת|הירשמו|עקבו אחרינו|שתפו|שיתוף|תגובות|צילום:|מקור:|וידאו:|תגיות|עודכן|פורסם|כל הזכויות|לחצו כאן`,
  ],
  [
    'pl',
    `czytaj także|czytaj też|czytaj również|czytaj więcej|zobacz także|zobacz też|zobacz również|przeczytaj|polecamy|reklama|zapisz się|subskrybuj|obserwuj nas|udostępnij|komentarze|fot.|foto:|źródło:|wideo:|tagi|tematy|aktualizacja|opublikowano|wszelkie prawa|kliknij`,
  ],
  ['ku', `her wiha bixwîne|zêdetir bixwîne|bixwîne|parve bike|şîrove|wêne:|çavkanî:|etîket|nûçeyên têkildar`],
  [
    'nl',
    `lees ook|lees meer|lees verder|bekijk ook|advertentie|abonneer|volg ons|deel dit|reacties|foto:|bron:|video:|laatst bijgewerkt|gepubliceerd`,
  ],
])
