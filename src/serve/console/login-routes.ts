import type { Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { html } from 'hono/html'
import { type ConsoleEnv, cookieName } from './gate.ts'
import type { Responder } from './respond.ts'
import { SESSION_MS, type Sessions } from './sessions.ts'

type Parts = { readonly sessions: Sessions; readonly hasToken: boolean; readonly respond: Responder }

/** Signing in by the token, and out. The cookie is for these paths, for no script, and for no other site. */
export function loginRoutes(room: Hono<ConsoleEnv>, { sessions, hasToken, respond }: Parts): void {
  room.get('/console/login', (context) => (hasToken ? respond.page(context, undefined, form()) : context.redirect('./', 303)))
  room.post('/console/login', (context) => {
    const session = sessions.open(context.get('form').get('token') ?? '')
    if (session === undefined)
      return respond.page(context, undefined, {
        ...form(),
        status: 400,
        notice: { kind: 'bad', words: 'That is not the token, or too many wrong ones came in the last minute.' },
      })
    context.header('Set-Cookie', cookie(context, session, SESSION_MS / 1_000))
    return context.redirect('./', 303)
  })
  room.post('/console/logout', (context) => {
    sessions.close(getCookie(context, cookieName(context)) ?? '')
    context.header('Set-Cookie', cookie(context, '', 0))
    return context.redirect('login', 303)
  })
}

/** No path: what the browser sees may have more in front of `/console/` than we do. */
function cookie(context: Parameters<typeof cookieName>[0], value: string, seconds: number): string {
  const secure = context.req.header('x-forwarded-proto') === 'https' ? '; Secure' : ''
  return `${cookieName(context)}=${value}; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure}`
}

function form(): { readonly title: string; readonly body: ReturnType<typeof html> } {
  return {
    title: 'Sign in',
    body: html`<form method="post" action="login" class="filters">
<p><label for="token">Token (KAYNAK_CONSOLE_TOKEN)</label><input type="password" id="token" name="token" autocomplete="current-password" required></p>
<p><button class="main">Sign in</button></p></form>`,
  }
}
