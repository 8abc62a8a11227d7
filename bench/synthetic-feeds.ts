const WORDS = (
  'the council minister said that on a new report water price market after against people city school road weather team match river ' +
  'company harbour bridge doctor train music garden vote border talks summer record museum library winter station island valley'
).split(' ')
const DOCUMENTS = 30
const ITEMS = 40

/**
 * Feeds that name nothing of any topic, by the way in which their bodies are written: bare sentences, a teaser as HTML in CDATA, the same
 * escaped, and teasers beside whole articles. The same bytes at every call.
 */
export function syntheticFeeds(): Readonly<Record<'plain' | 'cdata' | 'escaped' | 'articles', readonly Uint8Array[]>> {
  return {
    plain: feeds((random) => element('description', sentences(random, 60))),
    cdata: feeds((random) => element('description', cdata(markup(random, 1)))),
    escaped: feeds((random) => element('description', escaped(markup(random, 1)))),
    articles: feeds((random) => {
      const html = markup(random, 4 + random(4))
      const teaser = html.slice(0, html.indexOf('</p>') + 4)
      return `${element('description', cdata(teaser))}${element('content:encoded', cdata(html))}`
    }),
  }
}

/** Titles with summaries, as plain text of about 400 characters. */
export function plainItems(count: number): readonly string[] {
  const random = numbers(1)
  return Array.from({ length: count }, () => `${title(random)}\n${sentences(random, 60)}`)
}

type Random = (below: number) => number

function feeds(body: (random: Random) => string): readonly Uint8Array[] {
  const encoder = new TextEncoder()
  return Array.from({ length: DOCUMENTS }, (_, at) => encoder.encode(feed(numbers(at + 1), body)))
}

function feed(random: Random, body: (random: Random) => string): string {
  const items = Array.from({ length: ITEMS }, (_, at) => {
    const address = `https://news.example.org/${random(1e9)}/${word(random)}-${word(random)}-${word(random)}`
    const names = `${element('title', title(random))}${element('link', address)}<guid isPermaLink="false">${address}</guid>`
    const date = element('pubDate', new Date(Date.UTC(2026, 0, 1, 0, at, random(60))).toUTCString())
    const image = `<media:content url="https://img.example.org/${at}.jpg" medium="image" width="640" height="360"/>`
    return `<item>\n  ${names}\n  ${date}\n  ${element('dc:creator', `${word(random)} ${word(random)}`)}${element('category', word(random))}${element('category', word(random))}\n  ${body(random)}\n  ${image}\n</item>\n`
  })
  const head = '<title>News of the valley</title><link>https://news.example.org/</link><description>All of it</description>'
  const names =
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"'
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" ${names}><channel>${head}\n${items.join('')}</channel></rss>\n`
}

function markup(random: Random, count: number): string {
  const paragraphs = Array.from({ length: count }, () => {
    const link = `<a href="https://news.example.org/${word(random)}/${random(1e6)}?from=feed&amp;at=${random(99)}">${sentences(random, 3)}</a>`
    return `<p>${sentences(random, 20)} ${link} &#8217;s ${sentences(random, 30)} <strong>${word(random)}</strong>&nbsp;${word(random)}.</p>\n`
  })
  const picture = `<img src="https://img.example.org/${random(1e9)}.jpg" alt="${word(random)} ${word(random)}" width="640" height="360">`
  return `${paragraphs[0]}${picture}${paragraphs.slice(1).join('')}`
}

function title(random: Random): string {
  const text = sentences(random, 8)
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function sentences(random: Random, words: number): string {
  let text = word(random)
  for (let count = 1; count < words; count += 1) text += random(14) === 0 ? `. ${word(random)}` : ` ${word(random)}`
  return text
}

function word(random: Random): string {
  return WORDS[random(WORDS.length)] ?? ''
}

function element(name: string, content: string): string {
  return `<${name}>${content}</${name}>`
}

function cdata(text: string): string {
  return `<![CDATA[${text}]]>`
}

function escaped(html: string): string {
  return html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Whole numbers below a bound, the same for the same seed (a linear congruential generator, as in Numerical Recipes). */
function numbers(seed: number): Random {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 0x1_0000_0000) * below)
  }
}
