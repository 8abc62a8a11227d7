import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Debian's Chromium where it is installed; undefined elsewhere, and the tests that need it say so by their names. */
export const CHROMIUM = process.env['KAYNAK_TEST_BROWSER'] ?? PLACES.find((path) => existsSync(path))

/** Starts it without any traffic of its own; `more`: further switches. */
export async function openBrowser(executablePath: string, more: readonly string[] = []): Promise<Browser> {
  return await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  })
}
