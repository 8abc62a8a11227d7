#!/usr/bin/env node
// This file must still be readable by a Node that is too old, and must load nothing before it has looked: see docs/decisions.
const OLDEST = 24

if (Number.parseInt(process.versions.node, 10) < OLDEST) {
  process.stderr.write(
    `kaynak: needs Node ${OLDEST} or newer, this is ${process.versions.node} (inside the repository use npm run or npx)\n`,
  )
  process.exitCode = 2
} else {
  process.env['UV_THREADPOOL_SIZE'] ??= '16' // names are resolved on these threads: four dead name servers must not hold up all sources
  if (process.argv[2] !== '--version') {
    const { setFlagsFromString } = await import('node:v8') // V8 throws away Node's own code cache when its flags change
    setFlagsFromString('--semi-space-growth-factor=1') // the nursery stays small: a pass holds 90 MB less
    setFlagsFromString('--heap-growing-percent=30')
  }
  const { main } = await import('./cli/index.ts')
  process.exitCode = await main(process)
}
