import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { outputTrouble } from './output-trouble.ts'
import { stageFile } from './staged-file.ts'

/**
 * Finds out that nothing can be published BEFORE any source is asked: makes the directory when it is missing, and writes and
 * removes a file in it.
 * @throws KaynakError OUTPUT_WRITE naming the directory and the reason
 */
export async function checkWritable(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true })
    const { temporary } = await stageFile(join(directory, 'trial'), Buffer.from('trial\n'), 'trial')
    await rm(temporary, { force: true }) // another worker that begins in this moment tries the same
  } catch (problem) {
    throw outputTrouble(directory, problem)
  }
}
