import type { Likeness } from './likeness.ts'

/** What two texts are to each other, how sure, and in words why. */
export type PairVerdict = {
  readonly kind: 'copy' | 'same-event' | 'other'
  readonly similarity: number
  readonly evidence: string
}

/** What is known of a pair besides its words. */
export type PairFacts = {
  /** one outlet printed both: its template and its phrases are no evidence */
  readonly sameOutlet: boolean
  /** both came by one feed: what it offers as two entries with one headline is a column */
  readonly sameFeed: boolean
  /** one agency and one place of writing stand over both */
  readonly sameDateline: boolean
}

/** Share of three-word runs from which reworded beginnings are one text, when their numbers agree, are silent, or differ. */
const LEAD = { agree: 0.13, silent: 0.16, differ: 0.5 } as const
/** A like headline helps the lead that much. */
const TITLE_HELP = 0.1
const DATELINE_HELP = 0.03
/** A shorter stretch is a turn of phrase. */
const LEAST_RUN = 6
/** Reprints of agency texts share at least this part of the shorter text's runs; below the other figure, only a quotation. */
const BODY = { copy: 0.45, quotation: 0.15 } as const
const SAME_OUTLET = 0.6
/** Headlines alone: at least five words, nearly the same, or one only adds words (an outlet's name) to the other. */
const TITLE = { runs: 4, both: 0.8, shorter: 0.8, within: 0.3 } as const
const LEAST_LEAD_RUNS = 5
/** Below this many runs a text is a sentence or two: one clause of background in common is no copy. */
const SHORT = { runs: 40, share: 0.35 } as const
const LEAST_EVENT_RUNS = 15
const EVENT = 0.1

/**
 * Judges a pair. Conservative: a false `copy` claims a corroboration that never was, so doubt is `same-event` or `other`.
 * Thresholds were chosen on labelled pairs of real news; the similarity is the share of common runs.
 */
export function verdictOn(pair: Likeness, facts: PairFacts): PairVerdict {
  if (pair.leadRuns < LEAST_LEAD_RUNS) return byTitle(pair, facts)
  const similarity = Math.max(pair.lead, pair.body ?? 0)
  const share = `${Math.round(similarity * 100)} % of the word runs in common`
  if (facts.sameOutlet) {
    const isSame = pair.lead >= SAME_OUTLET && pair.numbers !== 'differ'
    return { kind: isSame ? 'copy' : 'other', similarity, evidence: `${share}, one outlet` }
  }
  if ((pair.body ?? 0) >= BODY.copy) return { kind: 'copy', similarity, evidence: `${share} throughout` }
  const score = pair.lead + TITLE_HELP * pair.title + (facts.sameDateline ? DATELINE_HELP : 0)
  const least = pair.leadRuns < SHORT.runs ? Math.max(SHORT.share, LEAD[pair.numbers]) : LEAD[pair.numbers]
  const isReprint = score >= least && pair.longestRun >= LEAST_RUN && (pair.body ?? 1) >= BODY.quotation
  if (isReprint) return { kind: 'copy', similarity, evidence: `${share}, up to ${pair.longestRun} words on end` }
  return eventOrOther(pair, similarity, `${share}, numbers ${pair.numbers}`)
}

/** Where one side has no text to speak of. One feed's like headlines are a column, not a copy. */
function byTitle(pair: Likeness, facts: PairFacts): PairVerdict {
  const evidence = `${Math.round(pair.title * 100)} % of the headline in common`
  const isExtended = pair.titleExtends && pair.titleInShorter >= TITLE.shorter && pair.title >= TITLE.within
  const isLike = pair.title >= TITLE.both || isExtended
  const isCopy = isLike && pair.titleRuns >= TITLE.runs && pair.numbers !== 'differ' && !facts.sameFeed
  if (isCopy) return { kind: 'copy', similarity: pair.title, evidence }
  return facts.sameFeed ? { kind: 'other', similarity: pair.title, evidence } : eventOrOther(pair, pair.title / 2, evidence)
}

function eventOrOther(pair: Likeness, similarity: number, evidence: string): PairVerdict {
  const isBareOrLong = pair.leadRuns < LEAST_LEAD_RUNS || pair.leadRuns >= LEAST_EVENT_RUNS
  const isEvent = isBareOrLong && pair.numbers === 'agree' && pair.lead + pair.title / 2 >= EVENT
  return { kind: isEvent ? 'same-event' : 'other', similarity, evidence }
}
