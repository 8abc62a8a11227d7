/** The few words of a credit in one language. */
export type CreditWords = {
  readonly comma: string
  readonly and: string
  readonly via: (outlet: string) => string
  readonly by: (authors: string) => string
  readonly alsoReportedBy: (outlets: string) => string
}

/** The credit's words in a language; English where it has none here. */
export function creditWords(language: string | undefined): CreditWords {
  const [primary = ''] = (language ?? '').toLowerCase().split('-')
  return WORDS.get(primary) ?? ENGLISH
}

function words(and: string, phrases: readonly [via: string, by: string, also: string], comma = ', '): CreditWords {
  const [via, by, also] = phrases
  return {
    comma,
    and,
    via: (outlet) => via.replace('{}', () => outlet),
    by: (authors) => by.replace('{}', () => authors),
    alsoReportedBy: (outlets) => also.replace('{}', () => outlets),
  }
}

const ENGLISH = words(' and ', ['via {}', 'by {}', 'Also reported by {}'])
const KURMANJI = words(' û ', ['bi rêya {}', 'nivîskar: {}', 'Herwiha li: {}'])

const WORDS: ReadonlyMap<string, CreditWords> = new Map([
  ['en', ENGLISH],
  ['tr', words(' ve ', ['{} aracılığıyla', 'haber: {}', 'Şuralarda da yayımlandı: {}'])],
  ['ar', words(' و', ['عبر {}', 'بقلم {}', 'نشرته أيضًا: {}'], '، ')],
  ['fa', words(' و ', ['از طریق {}', 'نوشتهٔ {}', 'همچنین در: {}'], '، ')],
  ['ku', KURMANJI],
  ['kmr', KURMANJI],
  ['ckb', words(' و ', ['لە ڕێگەی {}', 'نووسینی {}', 'هەروەها لە: {}'], '، ')],
  ['ru', words(' и ', ['через {}', 'автор: {}', 'Также опубликовали: {}'])],
  ['uk', words(' і ', ['через {}', 'автор: {}', 'Також опублікували: {}'])],
  ['fr', words(' et ', ['via {}', 'par {}', 'Également publié par {}'])],
  ['de', words(' und ', ['via {}', 'von {}', 'Auch erschienen bei {}'])],
  ['es', words(' y ', ['vía {}', 'por {}', 'También publicado por {}'])],
  ['pt', words(' e ', ['via {}', 'por {}', 'Também publicado por {}'])],
  ['it', words(' e ', ['via {}', 'di {}', 'Pubblicato anche da {}'])],
  ['nl', words(' en ', ['via {}', 'door {}', 'Ook gepubliceerd door {}'])],
  ['pl', words(' i ', ['via {}', 'autor: {}', 'Opublikowano także: {}'])],
  ['he', words(' ו', ['דרך {}', 'מאת {}', 'פורסם גם אצל {}'])],
])
