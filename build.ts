import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { rolldown } from 'rolldown'

/*
 * node build.ts [FOLDER]: the program into `dist`, or FOLDER, as few files with the libraries that a run needs inside: opening some eight hundred
 * modules costs more than half of a short run. What is rarely needed, or finds files of its own beside it, stays a package.
 */
const dir = process.argv[2] ?? join(import.meta.dirname, 'dist')
await using bundle = await rolldown({
  cwd: import.meta.dirname,
  input: { main: 'src/main.ts', index: 'src/index.ts', 'parse-worker': 'src/pipeline/parse-worker.ts' },
  platform: 'node',
  external: [/^(?:pg|pg-boss|pino|eld|iconv-lite|jsonc-parser)(?:\/|$)/],
})
await rm(join(dir, 'lib'), { recursive: true, force: true }) // the declarations beside it may stay
await bundle.write({
  dir,
  format: 'esm',
  entryFileNames: ({ name }) => (name === 'parse-worker' ? 'lib/[name].js' : '[name].js'), // found beside the code that starts it
  chunkFileNames: 'lib/[name].js',
})
