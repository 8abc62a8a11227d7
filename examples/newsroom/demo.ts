/**
 * The demo: an invented newsroom, served on loopback, read by the ordinary `kaynak run` with an ordinary config.
 * `npm run demo` shows what came out; `npm run demo -- --serve` then keeps the pages open at an address.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { readRunReport } from './run-report.ts'
import { sharedStories } from './shared-stories.ts'
import { type Site, serveSite } from './site-server.ts'
import { summary } from './summary.ts'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const PROGRAM = join(ROOT, 'dist', 'main.js')
const OUTPUT = join(HERE, 'output')
const WORK = join(HERE, '.kaynak')

/** The port that the config and the outlets' pages name. */
const PORT = 8765
/** Two hours after the newest item of the newsroom: the clock of the pass, so that every run publishes the same. */
const NOW = '2026-11-20T17:00:00Z'

process.exitCode = await demo(process.argv.slice(2))

async function demo(words: readonly string[]): Promise<number> {
  const wrong = words.find((word) => word !== '--serve')
  if (wrong !== undefined) return complain(`demo: expected nothing or --serve, got ${JSON.stringify(wrong)}`, 2)
  if (!existsSync(PROGRAM)) return complain('demo: the program is not built yet: run "npm ci" or "npm run build" first', 1)

  const site = await serveSite(
    [
      { prefix: '/published/', directory: OUTPUT },
      { prefix: '/', directory: join(HERE, 'site'), standIn: `127.0.0.1:${PORT}` },
    ],
    PORT,
  )
  try {
    const code = await runOnce(site)
    if (code === 0 && words.includes('--serve')) await keepOpen(site)
    return code
  } finally {
    await site.close()
  }
}

async function runOnce(site: Site): Promise<number> {
  await rm(OUTPUT, { recursive: true, force: true })
  await rm(WORK, { recursive: true, force: true })
  const config = await configFor(site)
  const command = ['run', '--config', config, '--output', OUTPUT, '--state', join(WORK, 'kaynak.db'), '--now', NOW]
  console.log(`An invented newsroom is open at ${site.origin}/. Reading it, at its own date, with the ordinary command:\n`)
  console.log(`  kaynak ${command.map((word) => (word.startsWith(ROOT) ? relative(ROOT, word) : word)).join(' ')}\n`)

  const { code, stdout } = await run([...command, '--json'])
  const report = readRunReport(stdout)
  if (code !== 0 || report === undefined) return complain(`demo: kaynak run ended with exit code ${code}`, 1)
  const page = join(OUTPUT, 'index.html')
  console.log(summary(report, sharedStories(await readFile(join(OUTPUT, 'feed.json'), 'utf8'))))
  console.log(`\nLOOK: ${relative(ROOT, page)}, or the feeds beside it (feed.xml, atom.xml, feed.json)`)
  console.log(`  ${pathToFileURL(page).href}`)
  return 0
}

/** The config as it stands; a copy with the port replaced where another program holds ours. */
async function configFor(site: Site): Promise<string> {
  const config = join(HERE, 'feeds.json')
  if (site.port === PORT) return config
  const copy = join(WORK, 'feeds.json')
  await mkdir(WORK, { recursive: true })
  await writeFile(copy, (await readFile(config, 'utf8')).replaceAll(`127.0.0.1:${PORT}`, `127.0.0.1:${site.port}`))
  return copy
}

/** Runs the built program. Its progress goes to the terminal as ever; its report comes back. */
function run(words: readonly string[]): Promise<{ readonly code: number | null; readonly stdout: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PROGRAM, ...words], {
      cwd: ROOT,
      env: ownEnvironment(),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, stdout: Buffer.concat(chunks).toString('utf8') }))
  })
}

/** Neither the operator's own settings nor a proxy has a say in the demo: all it reads is on this machine. */
function ownEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^KAYNAK_|^(https?|all)_proxy$/i.test(name)))
}

async function keepOpen(site: Site): Promise<void> {
  console.log(`\nOPEN: ${site.origin}/published/ until Ctrl+C`)
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
}

function complain(words: string, code: number): number {
  console.error(words)
  return code
}
