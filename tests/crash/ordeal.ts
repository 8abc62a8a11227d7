import { rmSync } from 'node:fs'
import { type Call, tracerWords, type Way, wentWrong } from './calls.ts'
import { nextPass } from './next-pass.ts'
import { type Ending, runProgram } from './program-run.ts'
import { brokenDocuments, type Remains, remainsIn, stateIn } from './remains.ts'
import type { Scene } from './scene.ts'

/** What befalls a pass: one of its calls goes wrong, or it is killed after a while. */
export type Trouble = { readonly call: Call; readonly way: Way } | { readonly afterMs: number }

/** What came of it. `missed`: the pass did not come to that call, or had ended by then. */
export type Outcome = { readonly trouble: string; readonly kind: 'good' | 'missed' | 'bad'; readonly faults: readonly string[] }

/** Disturbs a pass of this scene, looks at what readers would see, runs it again undisturbed, and compares with what never was disturbed. */
export async function ordeal(scene: Scene, trouble: Trouble): Promise<Outcome> {
  const folder = scene.folder()
  try {
    const { program, words } = scene
    const ending = await runProgram(
      'call' in trouble
        ? { program, folder, words, under: tracerWords(folder, trouble.call, trouble.way) }
        : { program, folder, words, killAfterMs: trouble.afterMs },
    )
    const hit = 'call' in trouble ? wentWrong(folder, trouble.way) : ending.signal === 'SIGKILL'
    const wreck = remainsIn(folder)
    const faults = [...endingFaults(ending, trouble, { isDone: isPublished(wreck, scene.after) }), ...readersFaults(wreck, scene)]
    const isForced = 'call' in trouble && trouble.way !== 'KILL' // a source that failed is not due again at once
    const { exit, stderr } = await nextPass(folder, isForced ? [...words, '--force'] : words)
    if (exit !== 0 || stderr !== '') faults.push(`the next pass ended with ${exit}: ${stderr.trim()}`)
    faults.push(...differences(remainsIn(folder), scene.after), ...stateFaults(await stateIn(folder), scene.state))
    return { trouble: wordsOf(trouble), kind: faults.length > 0 ? 'bad' : hit ? 'good' : 'missed', faults }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function wordsOf(trouble: Trouble): string {
  if (!('call' in trouble)) return `killed after ${trouble.afterMs} ms`
  const { call, way } = trouble
  return `${way} at ${call.name} ${call.nth} of ${call.path}`
}

/** Known trouble is told in one line, with the exit code for a disk that cannot be written; what did no harm need not be told. */
function endingFaults(
  { exit, signal, stderr }: Ending,
  trouble: Trouble,
  { isDone }: { readonly isDone: boolean },
): readonly string[] {
  if (!('call' in trouble) || trouble.way === 'KILL') return stderr === '' ? [] : [`it said: ${stderr.trim()}`]
  const lines = stderr.split('\n').filter((line) => line !== '')
  if (exit === 0 && lines.length === 0) return isDone ? [] : ['it ended with 0, but not all is published']
  if (exit === 4 && lines.length === 1 && stderr.startsWith('kaynak: ')) return []
  return [`it ended with ${exit ?? signal}: ${stderr.trim()}`]
}

/** A reader meets, at any moment, whole documents only: each as it was before, or as it is to be. */
function readersFaults(wreck: Remains, { before, after }: Scene): readonly string[] {
  const mixed = [...wreck.output].flatMap(([path, text]) => {
    const isOurs = !path.endsWith('.tmp') && !path.includes('/.kaynak-')
    return !isOurs || text === before.output.get(path) || text === after.output.get(path)
      ? []
      : [`${path} is neither old nor new`]
  })
  return [...brokenDocuments(wreck), ...mixed]
}

function isPublished(got: Remains, wanted: Remains): boolean {
  return got.output.size === wanted.output.size && [...wanted.output].every(([path, text]) => got.output.get(path) === text)
}

function differences(got: Remains, wanted: Remains): readonly string[] {
  const [gotNames, wantedNames] = [new Set(got.names), new Set(wanted.names)]
  return [
    ...[...gotNames.difference(wantedNames)].map((name) => `${name} is left over`),
    ...[...wantedNames.difference(gotNames)].map((name) => `${name} is missing`),
    ...[...wanted.output].flatMap(([path, text]) =>
      got.output.has(path) && got.output.get(path) !== text ? [`${path} differs from an undisturbed one`] : [],
    ),
  ]
}

function stateFaults(got: readonly string[], wanted: readonly string[]): readonly string[] {
  const [gotRows, wantedRows] = [new Set(got), new Set(wanted)]
  return [
    ...(got.length === gotRows.size ? [] : ['the state holds a row twice']),
    ...[...gotRows.difference(wantedRows)].map((row) => `the state holds ${row.slice(0, 200)}`),
    ...[...wantedRows.difference(gotRows)].map((row) => `the state lacks ${row.slice(0, 200)}`),
  ]
}
