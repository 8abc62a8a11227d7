/** How a retraction is worded in one language: words as `plainWords` has them, phrases parted by `|`. */
export type RetractionWords = {
  /** what stands before the old headline, or alone in its place */
  readonly labels: string
  /** the article, pointed at: a few words may stand before what became of it */
  readonly pointed: string
  /** the article, only named: what became of it follows at once */
  readonly named: string
  /** what became of it */
  readonly fates: string
  /** how many words may stand between a pointed subject and its fate: few, but where the verb comes last */
  readonly between: number
}

/** The languages of the topic and of the outlets that report on it. */
export const RETRACTION_WORDS: readonly RetractionWords[] = [
  {
    labels:
      'retracted|retraction|withdrawn|story withdrawn|article withdrawn|story removed|article removed|kill|story kill|mandatory kill|deleted|removed',
    pointed: 'this article|this story|this post|this report|this page|this item|this news item',
    named: 'the article|the story|article|story|post|page',
    fates:
      'has been retracted|was retracted|is retracted|has been withdrawn|was withdrawn|has been removed|was removed|has been deleted|was deleted|has been taken down|was taken down|has been unpublished|is no longer available|retracted|withdrawn|no longer available',
    between: 3,
  },
  {
    labels: 'geri çekildi|haber geri çekildi|iptal|haber iptal|kaldırıldı|haber kaldırıldı|yayından kaldırıldı',
    pointed: 'bu haber|bu yazı|bu içerik|bu makale|söz konusu haber',
    named: 'haber|içerik|haberimiz',
    fates:
      'yayından kaldırılmıştır|yayından kaldırıldı|kaldırılmıştır|kaldırıldı|geri çekilmiştir|geri çekildi|erişime engellenmiştir|erişime engellendi|silinmiştir|silindi|yayından çekilmiştir',
    between: 24,
  },
  {
    labels: 'سحب|تم السحب|خبر مسحوب|خبر محذوف|محذوف|إلغاء|مسحوب',
    pointed: 'هذا الخبر|هذا المقال|هذا التقرير|هذه المادة|هذا المحتوى',
    named: 'الخبر|المقال|تم حذف|تم سحب|حُذف|سُحب|تم إلغاء',
    fates:
      'تم حذفه|تم سحبه|حُذف|محذوف|سُحب|مسحوب|غير متاح|غير متوفر|هذا الخبر|هذا المقال|الخبر|المقال|هذه المادة|هذا المحتوى|هذا التقرير',
    between: 3,
  },
  {
    labels: 'حذف شد|خبر حذف شد',
    pointed: 'این خبر|این مطلب|این گزارش',
    named: 'خبر',
    fates: 'حذف شد|حذف شده است|از سایت حذف شد',
    between: 8,
  },
  {
    labels: 'zurückgezogen|artikel zurückgezogen|meldung zurückgezogen|rückruf',
    pointed: 'dieser artikel|dieser beitrag|diese meldung',
    named: 'der artikel|der beitrag|die meldung|artikel|meldung',
    fates:
      'wurde zurückgezogen|zurückgezogen|wurde gelöscht|gelöscht|wurde entfernt|entfernt|ist nicht mehr verfügbar|nicht mehr verfügbar',
    between: 6,
  },
  {
    labels: 'retiré|article retiré|dépêche annulée|annulation|annulée',
    pointed: 'cet article|cette dépêche|cette publication',
    named: "l'article|la dépêche|article",
    fates: "a été retiré|a été retirée|a été supprimé|a été supprimée|est annulée|est annulé|n'est plus disponible|annulée",
    between: 3,
  },
  {
    labels: 'retirado|artículo retirado|noticia retirada|anulada|retractado',
    pointed: 'este artículo|esta noticia|esta información|este contenido|esta publicación',
    named: 'el artículo|la noticia|artículo|noticia',
    fates:
      'ha sido retirado|ha sido retirada|fue retirado|fue retirada|ha sido eliminado|ha sido eliminada|ya no está disponible|anulada|retirada|retirado',
    between: 3,
  },
  {
    labels: 'отозвано|материал отозван|новость отозвана|аннулировано|удалено|снято с публикации',
    pointed: 'эта статья|эта новость|этот материал|данный материал|эта публикация',
    named: 'статья|новость|материал|публикация',
    fates:
      'отозвана|отозван|удалена|удален|снята с публикации|снят с публикации|больше не доступна|больше не доступен|больше недоступен|больше недоступна',
    between: 4,
  },
  {
    labels: 'ritirato|articolo ritirato|annullata|ingetrokken|retirada|matéria retirada|wycofano|відкликано',
    pointed: 'questo articolo|questa notizia|dit artikel|este artigo|esta matéria|ця новина|ця стаття|ev nûçe',
    named: 'articolo|artikel|artigo',
    fates:
      'è stato ritirato|è stata ritirata|è stato rimosso|è stata rimossa|is ingetrokken|is verwijderd|foi removido|foi removida|foi retirado|foi retirada|видалена|відкликана|hatiye jêbirin|hatiye rakirin',
    between: 3,
  },
]
