import { runBands } from './bands.ts'
import { numbersIn } from './numbers-in.ts'
import { runsOf } from './runs-of.ts'
import { headlineWords, wordsOf } from './words-of.ts'

/** What a text is compared by; plain data, cheap to keep. */
export type Fingerprint = {
  /** short strings for an index: texts that share one are worth comparing; equal texts share all. At most 32 */
  readonly bands: readonly string[]
  /** hashes of the three-word runs of the text's first 400 words, in order */
  readonly lead: Uint32Array
  /** hashes of the two-word runs of the headline, in order */
  readonly title: Uint32Array
  /** hashes of the headline's words, in order */
  readonly titleWords: Uint32Array
  /** numbers in the headline and in the first 80 words */
  readonly numbers: ReadonlySet<number>
}

const LEAD_RUN = 3
const TITLE_RUN = 2
const TITLE_BANDS = 8
const LEAD_BANDS = 24
/** Feeds cut their texts at about this many words: only what all copies have may choose the bands. */
const BAND_WORDS = 100
const NUMBER_WORDS = 80

/**
 * The fingerprint of a headline and a text. Bands are a bottom-k MinHash over three-word runs of both (Broder 1997), single rows
 * instead of the usual bands of four: copies that desks have shortened and reworded agree in a tenth of their runs only, where bands
 * of four (threshold .42) see nothing. Common runs are drawn less often than telling ones. The same words give the same
 * fingerprint on every machine; nothing else counts.
 */
export function fingerprintOf(item: { readonly title: string; readonly text?: string }): Fingerprint {
  const title = headlineWords(item.title)
  const words = wordsOf(item.text ?? '')
  return {
    bands: [
      ...runBands(title, { run: LEAD_RUN, most: TITLE_BANDS, mark: 't' }),
      ...runBands(words.slice(0, BAND_WORDS), { run: LEAD_RUN, most: LEAD_BANDS, mark: 'l' }),
    ],
    lead: runsOf(words, LEAD_RUN),
    title: runsOf(title, TITLE_RUN),
    titleWords: runsOf(title, 1),
    numbers: numbersIn([...title, ...words.slice(0, NUMBER_WORDS)]),
  }
}
