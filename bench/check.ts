/**
 * Whether the program has become slower: `npm run bench:check` (some minutes). Runs the quick part of the suite and holds its ratios to those of
 * bench/results.json. Ratios of programs may be a quarter worse, those of single steps half: they are small, and machines differ. Ends with 1
 * when one of them is worse in two measurements out of two.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builtProgram } from './suite/built-program.ts'
import { startFarm } from './suite/farm-process.ts'
import { ROOT } from './suite/root.ts'
import { sideBySide } from './suite/scenarios.ts'
import { stepCosts } from './suite/steps.ts'

type Measured = ReadonlyMap<string, number>

const TOLERANCE = { programs: 1.25, steps: 1.5 }

const known = ratiosOf(JSON.parse(readFileSync(join(ROOT, 'bench/results.json'), 'utf8')))
const first = worse(await measured())
const confirmed = first.length === 0 ? [] : worse(await measured()).filter(({ name }) => first.some((one) => one.name === name))
for (const { name, now, before } of confirmed) console.log(`SLOWER: ${name}: ${now.toFixed(3)}, was ${before.toFixed(3)}`)
if (confirmed.length === 0) console.log('no slower than bench/results.json')
process.exitCode = confirmed.length === 0 ? 0 : 1

async function measured(): Promise<Measured> {
  execFileSync('/usr/bin/time', ['--version'])
  const folder = mkdtempSync(join(tmpdir(), 'kaynak-bench-check-'))
  try {
    const program = builtProgram(folder)
    const own = join(folder, 'farm')
    mkdirSync(own)
    const farm = await startFarm(own, { feeds: 100, port: 8_318 })
    try {
      const { ratios } = await sideBySide(farm, program, 3)
      return ratiosOf({ ratios, steps: await stepCosts(5) })
    } finally {
      farm.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function worse(now: Measured): readonly { readonly name: string; readonly now: number; readonly before: number }[] {
  return [...now].flatMap(([name, value]) => {
    const before = known.get(name)
    const limit = name.startsWith('step ') ? TOLERANCE.steps : TOLERANCE.programs
    console.log(`${name}: ${value.toFixed(3)}${before === undefined ? '' : `, was ${before.toFixed(3)}`}`)
    return before !== undefined && value > before * limit ? [{ name, now: value, before }] : []
  })
}

type Ratios = {
  readonly ratios: readonly { readonly name: string; readonly value: number }[]
  readonly steps: readonly { readonly step: string; readonly ratio: number }[]
}

function ratiosOf({ ratios, steps }: Ratios): Measured {
  return new Map([
    ...ratios.map(({ name, value }) => [name, value] as const),
    ...steps.map(({ step, ratio }) => [`step ${step}`, ratio] as const),
  ])
}
