/**
 * What matching costs, in processor time: `node bench/match.ts [ROUNDS]`. Compiling the shipped topic in a fresh process and again, with the
 * tables that screening and judging make at their first use; screening items that name no term; judging labelled items
 * (../shared/data/relevance), the start of the program. Goals: 20 ms, 100,000 and 20,000 items a second, 1.5 times an empty program.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compileTopic, shippedTopic, type Topic } from '../src/match/index.ts'
import { cpuMs, median, paired, verdict } from './paired.ts'
import { canMeasure, costOf } from './process-cost.ts'
import { plainItems } from './synthetic-feeds.ts'

const rounds = Number(process.argv[2] ?? 9)
const labelled = new URL('../../shared/data/relevance/dev.jsonl', import.meta.url)
const self = fileURLToPath(import.meta.url)

if (process.argv[2] === 'cold') console.log(JSON.stringify(await compileCosts()))
else await measure()

async function measure(): Promise<void> {
  const cold = Array.from({ length: rounds }, () => coldCosts())
  console.log(verdict('compile the topic, fresh process, ms', median(cold.map(({ compile }) => compile)), 20))
  console.log(verdict('  and the tables of the screen, ms', median(cold.map(({ screen }) => screen)), 20))
  console.log(verdict('  and the tables of the judge, ms', median(cold.map(({ judge }) => judge)), 20))
  for (let round = 0; round < 3; round += 1) await compileCosts()
  console.log(verdict('compile and make all tables again, ms', total(await compileCosts()), 20))
  const topic = compiled()
  const items = plainItems(4_000)
  await rate('screen of items that name no term', 100_000, items, (item) => topic.mayMatch(item))
  if (existsSync(labelled)) {
    const rows = readFileSync(labelled, 'utf8').trim().split('\n').map(inputOf)
    await rate('judgement of labelled items', 20_000, rows, (row) => topic.judge(row))
  } else console.log('judgement skipped: needs ../shared/data/relevance')
  if (canMeasure()) await start()
}

type Costs = { readonly compile: number; readonly screen: number; readonly judge: number }

async function compileCosts(): Promise<Costs> {
  const definition = shippedTopic('syria')
  let topic: Topic | undefined
  const compile = await cpuMs(() => {
    const reading = compileTopic(definition)
    if (reading.kind === 'topic') topic = reading.topic
  })
  const screen = await cpuMs(() => topic?.mayMatch('Rain on Sunday'))
  const judge = await cpuMs(() => topic?.judge({ title: 'Rain on Sunday' }))
  return { compile, screen, judge }
}

function coldCosts(): Costs {
  const { compile, screen, judge } = JSON.parse(execFileSync(process.execPath, [self, 'cold'], { encoding: 'utf8' }))
  return { compile: Number(compile), screen: Number(screen), judge: Number(judge) }
}

function total({ compile, screen, judge }: Costs): number {
  return compile + screen + judge
}

function compiled(): Topic {
  const reading = compileTopic(shippedTopic('syria'))
  if (reading.kind === 'topic') return reading.topic
  throw new TypeError(reading.problems.join('\n'))
}

async function rate<T>(name: string, goal: number, items: readonly T[], work: (item: T) => unknown): Promise<void> {
  const all = (): void => {
    for (const item of items) work(item)
  }
  const { oneMs } = await paired(all, all, rounds)
  const perSecond = Math.round((items.length / oneMs) * 1_000)
  console.log(`${name.padEnd(40)} ${perSecond} items/s   goal ${goal}   ${perSecond >= goal ? 'met' : 'MISSED'}`)
}

async function start(): Promise<void> {
  const main = fileURLToPath(new URL('../dist/main.js', import.meta.url))
  if (!existsSync(main)) return console.log('start skipped: needs the built program (npm run build)')
  const ratios = Array.from({ length: Math.max(rounds, 15) }, () => {
    const own = costOf(process.execPath, [main, '--version'])
    const empty = costOf(process.execPath, ['-e', '0'])
    return own.wallSeconds / Math.max(empty.wallSeconds, 0.01)
  })
  console.log(verdict('kaynak --version / node -e 0, wall', median(ratios), 1.5))
}

function inputOf(line: string): { readonly title: string; readonly summary: string; readonly language?: string } {
  const { title, summary, lang } = JSON.parse(line)
  return { title: String(title), summary: String(summary ?? ''), ...(typeof lang === 'string' ? { language: lang } : {}) }
}
