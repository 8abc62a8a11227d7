import { describe, expect, it } from 'vitest'
import { retractionNotice, wordingChange } from '../../../src/text/index.ts'

describe('wordingChange', () => {
  it.each([
    ['The “old” bakery  opens', "The 'old' bakery opens"],
    ['HALEP’TE IŞIK YANDI', 'Halep’te ışık yandı'],
    ['وصلت القافلة إلى حلبَ', 'وصلت القافلة الى حلب'],
    ['The bakery opens.\nRead more', 'The bakery opens. [Continue reading]'],
    ['Fırın açıldı. Devamını oku →', 'Fırın açıldı.'],
    ['فتح المخبز أبوابه. اقرأ المزيد', 'فتح المخبز أبوابه.'],
    ['The bakery opens. 3 comments', 'The bakery opens. 14 comments'],
    ['It opens. The post Bakery opens appeared first on Post.', 'It opens. The post Bakery opens again appeared first on Post.'],
  ])('calls it the same: %j and %j', (before, after) => {
    expect(wordingChange(before, after)).toBe('same')
  })

  it.each([
    ['The bakery opens. It bakes bread.', 'The bakery opens.', 'shortened'],
    ['The bakery opens. It bakes bread.', 'The bakery opens. It ba…', 'shortened'],
    ['The bakery opens. It bakes bread.', 'The bakery opens. It ba', 'shortened'],
    ['DAMASCUS - The bakery opens.', 'The bakery opens.', 'shortened'],
    ['The bakery ope…', 'The bakery opens. It bakes bread.', 'uncovered'],
    ['', 'The bakery opens.', 'uncovered'],
    ['The bakery opens.', 'The bakery opens. It bakes bread.', 'extended'],
    ['12 people were hurt', '20 people were hurt', 'altered'],
    ['The fire hurt 12', 'The fire hurt 120', 'altered'],
    ['The bakery of Aleppo opens', 'The bakery of Homs opens', 'altered'],
    ['He did not say so', 'He did say so', 'altered'],
  ])('tells what became of %j: now %j, %s', (before, after, change) => {
    expect(wordingChange(before, after)).toBe(change)
  })
})

describe('retractionNotice', () => {
  it.each([
    ['RETRACTED: Bakery opens in Aleppo', '', 'Bakery opens in Aleppo'],
    ['[Retracted] Bakery opens in Aleppo', '', 'Bakery opens in Aleppo'],
    ['Withdrawn', '', 'Bakery opens in Aleppo'],
    ['Bakery', 'This article has been removed at the request of the author.', 'Bakery'],
    ['Bakery', 'Editor’s note: This story was withdrawn after it failed our standards.', 'Bakery'],
    ['This article is no longer available', '', 'Bakery'],
    ['Geri çekildi: Halep’te fırın açıldı', '', 'Halep’te fırın açıldı'],
    ['Halep', 'Bu haber mahkeme kararıyla yayından kaldırılmıştır.', 'Halep'],
    ['خبر محذوف: افتتاح مخبز', '', 'افتتاح مخبز'],
    ['مخبز', 'تم حذف هذا الخبر.', 'مخبز'],
    ['x', 'این خبر حذف شد.', 'x'],
    ['x', 'Diese Meldung wurde zurückgezogen.', 'x'],
    ['x', 'Cet article a été retiré.', 'x'],
    ['x', 'Esta noticia ha sido eliminada.', 'x'],
    ['Отозвано: пекарня в Алеппо', '', 'Пекарня в Алеппо'],
    ['x', 'Новость удалена.', 'x'],
    ['x', 'Questo articolo è stato rimosso.', 'x'],
  ])('hears one in %j, %j', (title, text, before) => {
    expect(retractionNotice({ title, text }, before)).toBeDefined()
  })

  it.each([
    ['Withdrawn: why the troops left the base', 'The base is empty.', 'Bakery opens'],
    ['Turkish troops withdrawn from Idlib', 'Troops were withdrawn.', 'Turkish troops leave Idlib'],
    ['Article 5 was removed from the draft', 'It was debated.', 'Article 5 debated'],
    ['Wall removed', 'The story of a town whose wall was removed by soldiers in the night.', 'Wall'],
    ['حذف صفرين من الليرة', 'تم حذف صفرين من العملة السورية.', 'الليرة'],
    ['سحب القوات من حلب', 'تم سحب القوات من القاعدة يوم الخميس.', 'القوات'],
    ['Bariyerler kaldırıldı', 'Haber merkezi: Halep’te bariyerler kaldırıldı.', 'Bariyerler'],
    ['Bakery', `This article has been removed. ${'Bread is cheap again in the town. '.repeat(20)}`, 'Bakery'],
  ])('hears none in %j, %j', (title, text, before) => {
    expect(retractionNotice({ title, text }, before)).toBeUndefined()
  })
})
