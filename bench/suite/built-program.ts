import { execFileSync } from 'node:child_process'
import { cpSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './root.ts'

/** The program as users run it, built into a folder with its packages beside it. Answers with its main file. */
export function builtProgram(folder: string): string {
  const program = join(folder, 'program')
  execFileSync(process.execPath, [join(ROOT, 'build.ts'), join(program, 'dist')])
  cpSync(join(ROOT, 'package.json'), join(program, 'package.json'))
  symlinkSync(join(ROOT, 'node_modules'), join(program, 'node_modules'))
  return join(program, 'dist/main.js')
}
