/**
 * The whole suite: `npm run bench` (twenty minutes); `node bench/all.ts --rounds 1 100 1000` for these numbers of feeds alone. Passes of the built program
 * over a farm of feeds beside the naive script, newsboat, curl and the floors, proved right by the farm's own counts; then every step on
 * its own. Writes bench/results.json and the tables of docs/performance.md; `--dry` only prints. Needs GNU time.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, release, type as system, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { canMeasure } from './process-cost.ts'
import { builtProgram } from './suite/built-program.ts'
import { FARM_FILE, type Farm, startFarm } from './suite/farm-process.ts'
import { type Ratio, type Results, rounded } from './suite/results.ts'
import { ROOT } from './suite/root.ts'
import { changed, type Found, farAway, sideBySide, withoutValidators } from './suite/scenarios.ts'
import { startCost } from './suite/start-cost.ts'
import { stepCosts } from './suite/steps.ts'
import { MARK, tables } from './suite/table.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '3' }, dry: { type: 'boolean', default: false } },
})
const SIZES = positionals.length > 0 ? positionals.map(Number) : [100, 1_000, 5_000]
/** Of so many feeds everything is measured; of others, the passes side by side. */
const MIDDLE = 1_000
const PAGE = join(ROOT, 'docs/performance.md')

if (!canMeasure()) console.log('skipped: needs GNU time')
else {
  const results = await measured()
  const text = tables(results)
  console.log(text)
  if (!values.dry) {
    writeFileSync(join(ROOT, 'bench/results.json'), `${JSON.stringify(results, undefined, 2)}\n`)
    const [written = ''] = readFileSync(PAGE, 'utf8').split(MARK)
    writeFileSync(PAGE, `${written}${text}`)
  }
}

async function measured(): Promise<Results> {
  const folder = mkdtempSync(join(tmpdir(), 'kaynak-bench-'))
  try {
    const program = builtProgram(folder)
    const found: Found[] = []
    for (const feeds of SIZES) found.push(...(await over(feeds, folder, program)))
    const figures = found.flatMap((one) => one.figures)
    const ratios = [...found.flatMap((one) => one.ratios), ...growth(figures), startCost(program)]
    const steps = await stepCosts(3 * Number(values.rounds))
    return { machine: machine(), farm: farmWords(), figures, ratios: [...ratios, ...publishing(steps)], steps }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function over(feeds: number, folder: string, program: string): Promise<readonly Found[]> {
  const own = join(folder, String(feeds))
  mkdirSync(own)
  const farm: Farm = await startFarm(own, { feeds, port: 8_317 })
  const rounds = feeds > MIDDLE ? 1 : Number(values.rounds)
  try {
    const found = [await sideBySide(farm, program, rounds)]
    console.error(`${feeds} feeds: side by side`)
    if (feeds !== MIDDLE) return found
    found.push(await farAway(farm, program, rounds), await withoutValidators(farm, program, rounds))
    found.push(await changed(farm, program, [5, 100]))
    console.error(`${feeds} feeds: done`)
    return found
  } finally {
    farm.close()
    rmSync(own, { recursive: true, force: true })
  }
}

/** What five times as many feeds cost. */
function growth(figures: Results['figures']): readonly Ratio[] {
  return ['kaynak, first pass', 'kaynak, nothing changed'].flatMap((program) => {
    const cpu = (scenario: string) => figures.find((one) => one.scenario === scenario && one.program === program)?.cpuSeconds
    const [few, many] = [cpu('1,000 feeds'), cpu('5,000 feeds')]
    return few === undefined || many === undefined
      ? []
      : [{ name: `${program}: 5,000 feeds / 1,000 feeds, CPU`, value: rounded(many / few), goal: 5 }]
  })
}

function publishing(steps: Results['steps']): readonly Ratio[] {
  return steps
    .filter(({ step }) => step === 'publish')
    .map(({ msPerThousand }) => ({ name: 'publishing 200 stories', value: msPerThousand / 5, goal: 10, unit: 'ms' }))
}

function machine(): string {
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${availableParallelism()} processors (${cpus()[0]?.model.trim() ?? 'unknown'}), ${memory} GiB, ${system()} ${release().split('-')[0]}, Node ${process.versions.node}`
}

function farmWords(): string {
  return `${FARM_FILE.startsWith(ROOT) ? 'bench/farm.ts' : 'the feed farm beside the repository'}, on the same machine and the same processors`
}
