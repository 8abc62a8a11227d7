import { cookieName, type Guest } from './gate.ts'
import { html } from './html.ts'
import type { Responder, Routes } from './respond.ts'
import { SESSION_MS, type Sessions } from './sessions.ts'

type Parts = { readonly sessions: Sessions; readonly hasToken: boolean; readonly respond: Responder }

/** Signing in by the token, and out. The cookie is for these paths, for no script, and for no other site. */
export function loginRoutes({ sessions, hasToken, respond }: Parts): Routes {
  return [
    ['GET /login', () => (hasToken ? respond.bare(200, FORM) : { status: 303, location: './' })],
    [
      'POST /login',
      (guest) => {
        const session = sessions.open(guest.form.get('token') ?? '')
        const words = 'That is not the token, or too many wrong ones came in the last minute.'
        if (session === undefined) return respond.bare(401, { ...FORM, notice: { kind: 'bad', words } })
        return { status: 303, location: './', cookie: cookie(guest, session, SESSION_MS / 1_000) }
      },
    ],
    [
      'POST /logout',
      (guest) => {
        if (guest.session !== undefined) sessions.close(guest.session)
        return { status: 303, location: 'login', cookie: cookie(guest, '', 0) }
      },
    ],
  ]
}

/** No path: what the browser sees may have more in front of `/console/` than we do. */
function cookie(guest: Guest, value: string, seconds: number): string {
  const secure = guest.header('x-forwarded-proto') === 'https' ? '; Secure' : ''
  return `${cookieName(guest)}=${value}; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`
}

const FORM = {
  title: 'Sign in',
  body: html`<form method="post" action="login" class="filters">
<p><label for="token">Token (KAYNAK_CONSOLE_TOKEN)</label><input type="password" id="token" name="token" autocomplete="current-password" required></p>
<p><button class="main">Sign in</button></p></form>`,
}
