/**
 * `npm run fuzz -- [COUNT] [SEED]`: COUNT made-up texts (a million unless said) through everything that reads strangers' text or
 * addresses, and a tenth as many damaged documents through the feed reader. Prints the seed; ends with 1 and the smallest input
 * found when a promise is broken.
 */
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { mutatedDocument } from '../helpers/mutated-document.ts'
import { brokenByDocument } from './broken-by-document.ts'
import { brokenByText } from './broken-by-text.ts'
import { hostileText } from './hostile-text.ts'

const { positionals } = parseArgs({ allowPositionals: true })
const count = Number(positionals[0] ?? 1_000_000)
const seed = Number(positionals[1] ?? Math.floor(Math.random() * 2 ** 31))
if (!Number.isSafeInteger(count) || count < 1 || !Number.isSafeInteger(seed)) {
  console.error('usage: fuzz.ts [COUNT] [SEED], two whole numbers')
  process.exit(2)
}

console.log(`seed ${seed}`)
const texts = await report(
  'texts',
  fc.property(hostileText, (text) => refuse(brokenByText(text))),
  count,
)
const documents = await report(
  'documents',
  fc.asyncProperty(mutatedDocument, async (bytes) => refuse(await brokenByDocument(bytes))),
  Math.ceil(count / 10),
)
process.exitCode = texts && documents ? 0 : 1

async function report<T>(name: string, property: fc.IRawProperty<[T]>, numRuns: number): Promise<boolean> {
  const start = performance.now()
  const result = await fc.check(property, { numRuns, seed })
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  if (!result.failed) {
    console.log(`${result.numRuns} ${name} in ${seconds} s: every promise kept`)
    return true
  }
  console.log(`broken by ${name}, input ${result.numRuns}, after ${result.numShrinks} steps towards the smallest; seed ${seed}`)
  console.log(fc.stringify(result.counterexample))
  console.log(result.errorInstance instanceof Error ? result.errorInstance.message : String(result.errorInstance))
  return false
}

function refuse(broken: readonly string[]): void {
  if (broken.length > 0) throw new Error(broken.join('\n'))
}
