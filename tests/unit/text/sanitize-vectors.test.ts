import { load } from 'cheerio'
import { describe, expect, it } from 'vitest'
import { sanitizeHtml } from '../../../src/text/index.ts'
import { DISGUISES, FORBIDDEN_SCHEMES, PAYLOADS, type Payload } from '../../helpers/hostile-markup.ts'
import { liveMarkup } from '../../helpers/live-markup.ts'

const base = 'https://news.example.org/2026/story'

/** Where a payload may stand; `AHEAD` is harmless and must survive, `BEHIND` too unless the payload swallows what follows. */
const CONTEXTS: Readonly<Record<string, (payload: string) => string>> = {
  'between paragraphs': (payload) => `<p>AHEAD</p>${payload}<p>BEHIND</p>`,
  'inside a paragraph': (payload) => `<p><b>AHEAD</b> ${payload} BEHIND</p>`,
  'inside a link': (payload) => `<p>AHEAD</p><a href="/x">${payload} BEHIND</a>`,
  'inside a table': (payload) => `<p>AHEAD</p><table><tr><td>${payload}</td><td>BEHIND</td></tr></table>`,
  'out of an attribute': (payload) => `<p>AHEAD</p><a title="t">${payload}</a><a title='"'>BEHIND</a>`,
  'inside unclosed elements': (payload) => `<p>AHEAD</p><div><i><b>${payload}</div> BEHIND`,
}

const NUL = (html: string): string => html.replace(/<([a-z])/gi, '<$1\u0000')
const WRITINGS: Readonly<Record<string, (html: string) => string>> = {
  'as it is': (html) => html,
  'in capitals': (html) => html.replace(/<\/?[a-z]+/gi, (tag) => tag.toUpperCase()),
  'with NUL in the names': NUL,
}

type Vector = { readonly name: string; readonly html: string; readonly swallows: boolean }

const MARKUP: readonly Vector[] = distinct(
  PAYLOADS.flatMap(({ name, html, swallows }: Payload) =>
    Object.entries(CONTEXTS).flatMap(([context, place]) =>
      Object.entries(WRITINGS).map(([writing, write]) => ({
        name: `${name}, ${context}, ${writing}`,
        html: place(write(html)),
        swallows: swallows === true,
      })),
    ),
  ),
)

const ADDRESSES: readonly Vector[] = FORBIDDEN_SCHEMES.flatMap((scheme) =>
  Object.entries(DISGUISES).flatMap(([disguise, write]) => [
    { name: `a link to ${scheme}, ${disguise}`, html: `<p>AHEAD <a href="${write(scheme)}">BEHIND</a></p>`, swallows: false },
    { name: `a picture from ${scheme}, ${disguise}`, html: `<p>AHEAD <img src="${write(scheme)}"> BEHIND</p>`, swallows: false },
  ]),
)

describe('sanitizeHtml', () => {
  it('is tried on more than 500 vectors, no two alike', () => {
    const all = [...MARKUP, ...ADDRESSES]
    expect(new Set(all.map(({ html }) => html)).size).toBe(all.length)
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length)
    expect(all.length).toBeGreaterThanOrEqual(500)
  })

  it.each(MARKUP)('leaves nothing alive of $name', ({ html, swallows }) => {
    const clean = sanitizeHtml(html, base)
    expect(liveMarkup(clean)).toEqual([])
    expect(sanitizeHtml(clean, base)).toBe(clean)
    expect(shown(clean)).toContain('AHEAD')
    if (!swallows) expect(shown(clean)).toContain('BEHIND')
  })

  it.each(ADDRESSES)('does not lead to $name', ({ html }) => {
    const clean = sanitizeHtml(html, base)
    expect(liveMarkup(clean)).toEqual([])
    expect(shown(clean).replace(/\s+/g, ' ')).toBe('AHEAD BEHIND')
  })

  it.each(PAYLOADS)('shows $name as the text it is where it was written as text', ({ html }) => {
    const written = html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\u0000', '')
    const clean = sanitizeHtml(`<p>${written}</p>`, base)
    expect(liveMarkup(clean)).toEqual([])
    const said = html.replaceAll('\u000c', '') // no XML document may hold a form feed
    expect(shown(clean).replace(/\s+/g, ' ').trim()).toBe(said.replace(/\s+/g, ' ').trim())
  })

  it.each(
    [
      'p div blockquote pre address center h1 h2 h3 h4 h5 h6 ul ol dl article section aside header footer main figure details table',
      'a abbr b bdi bdo big cite code del dfn em i ins kbd mark q s samp small span strike strong sub sup time tt u var ruby',
    ].flatMap((names) => names.split(' ')),
  )('keeps <%s>', (name) => {
    const inside: Readonly<Record<string, string>> = {
      ul: '<li>t</li>',
      ol: '<li>t</li>',
      dl: '<dt>t</dt><dd>t</dd>',
      table: '<tbody><tr><td>t</td></tr></tbody>',
    }
    const html = `<${name}>${inside[name] ?? 't'}</${name}>`
    expect(sanitizeHtml(html, base)).toBe(html)
  })
})

/** Some payloads read the same in two writings. */
function distinct(vectors: readonly Vector[]): readonly Vector[] {
  const first = new Map(vectors.toReversed().map((vector) => [vector.html, vector]))
  return vectors.filter((vector) => first.get(vector.html) === vector)
}

function shown(html: string): string {
  return load(html, undefined, false).root().text()
}
