import { CONSOLE_POLICY } from './pages/shell.ts'

/** Fields of every answer, as name and value in turn. The origin is named to ourselves only, since our forms are known by it. */
export const CONSOLE_HEADERS: readonly string[] = [
  'Cache-Control',
  'no-store',
  'Content-Security-Policy',
  CONSOLE_POLICY,
  'Cross-Origin-Opener-Policy',
  'same-origin',
  'Cross-Origin-Resource-Policy',
  'same-origin',
  'Referrer-Policy',
  'same-origin',
  'X-Content-Type-Options',
  'nosniff',
]
