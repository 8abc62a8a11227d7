/**
 * How the built program fares among hostile sources: `npm run build`, then `node bench/hostile.ts [OPTIONS OF kaynak run]`.
 * Three passes at the real limits over every case of tests/hostile that is no page, and over good sources among them. For each:
 * the exit code, seconds, peak memory (VmHWM, Linux), what was read and published, and what is wrong: a case that must be published
 * and is not, or the other way round; a fault of our own; a connection to a forbidden place.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MAIN } from '../tests/helpers/program.ts'
import { allCases } from '../tests/hostile/all-cases.ts'
import { openRig } from '../tests/hostile/rig.ts'

const PASSES = ['2026-11-24T12:00:00Z', '2026-11-24T14:00:00Z', '2026-11-25T16:00:00Z']
const cases = allCases.filter(({ isPage }) => isPage !== true)

const rig = await openRig()
const folder = mkdtempSync(join(tmpdir(), 'kaynak-hostile-'))
try {
  writeFileSync(join(folder, 'feeds.json'), JSON.stringify(config()))
  for (const at of PASSES) await measure(at)
  console.log(`connections to a forbidden place: ${await rig.innerConnections()}`)
} finally {
  rmSync(folder, { recursive: true, force: true })
  await rig[Symbol.asyncDispose]()
}

function config(): object {
  return {
    title: 'Among hostile sources',
    homePage: 'https://news.example/',
    window: { items: 1_000, days: 30 },
    fetch: { allowPrivate: rig.allowPrivate },
    sources: cases.map(({ name }) => ({ id: name, name: nameOf(name), url: rig.addressOf(name), article: 'never' })),
  }
}

function nameOf(name: string): string {
  return `Outlet ${name}.`
}

async function measure(at: string): Promise<void> {
  const began = performance.now()
  const { exit, stdout, stderr, peakMiB } = await run(at)
  const seconds = (performance.now() - began) / 1_000
  console.log(`${at}  exit ${exit}  ${seconds.toFixed(1)} s  ${peakMiB} MiB`)
  if (stderr !== '') console.log(`  stderr: ${stderr.slice(0, 2_000)}`)
  const report = JSON.parse(stdout)
  const { read, unchanged, failed, kept } = report.pass
  console.log(`  read ${read}, unchanged ${unchanged}, failed ${failed}, kept ${kept}, stories ${report.published?.stories}`)
  for (const { id, code, message } of report.sources) if (code === 'internal') console.log(`  FAULT ${id}: ${message}`)
  if (report.published === undefined) return
  const feed = readFileSync(join(folder, 'output/feed.json'), 'utf8')
  for (const { name, publishes } of cases) {
    const isThere = feed.includes(nameOf(name))
    if (publishes === 'yes' && !isThere) console.log(`  MISSING ${name}`)
    if (publishes === 'no' && isThere) console.log(`  EXTRA ${name}`)
  }
}

type Ending = { readonly exit: number | null; readonly stdout: string; readonly stderr: string; readonly peakMiB: number }

function run(at: string): Promise<Ending> {
  const child = spawn(process.execPath, [MAIN, 'run', '--now', at, '--json', ...process.argv.slice(2)], { cwd: folder })
  let [stdout, stderr, peakMiB] = ['', '', 0]
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const timer = setInterval(() => {
    peakMiB = Math.max(peakMiB, highWater(child.pid))
  }, 20)
  return new Promise((resolve) => {
    child.on('close', (exit) => {
      clearInterval(timer)
      resolve({ exit, stdout, stderr, peakMiB })
    })
  })
}

/** The most memory that a process ever held, in MiB; 0 where the system does not say. */
function highWater(pid: number | undefined): number {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024)
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem) return 0 // it has just ended, or there is no /proc
    throw problem
  }
}
