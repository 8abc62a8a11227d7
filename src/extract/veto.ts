import type { Element } from 'domhandler'
import { VETO_WORDS } from './veto-words.ts'

/** A reason to leave an element's text out, and the share of the page's prose above which the reason does not hold. */
export type VetoRule = { readonly reason: string; readonly spareAbove: number }

/** Elements whose text nobody reads as text. */
export const UNREAD: ReadonlySet<string> = new Set(
  'script style noscript template iframe object embed svg math canvas audio video map title select option textarea datalist input'.split(
    ' ',
  ),
)

const BY_TAG: ReadonlyMap<string, VetoRule> = new Map([
  ['nav', { reason: 'nav', spareAbove: 0.7 }],
  ['aside', { reason: 'aside', spareAbove: 0.5 }],
  ['footer', { reason: 'footer', spareAbove: 0.7 }],
  ['form', { reason: 'form', spareAbove: 0.3 }],
  ['button', { reason: 'button', spareAbove: 0.3 }],
  ['menu', { reason: 'menu', spareAbove: 0.3 }],
  ['dialog', { reason: 'dialog', spareAbove: 0.5 }],
  ['figure', { reason: 'figure', spareAbove: 0.3 }],
  ['figcaption', { reason: 'caption', spareAbove: 0.3 }],
  ['time', { reason: 'time', spareAbove: 0.2 }],
  ['address', { reason: 'address', spareAbove: 0.2 }],
])

const BY_ROLE: ReadonlySet<string> = new Set(
  'navigation complementary banner contentinfo search dialog alertdialog alert menu menubar toolbar tooltip tablist form button'.split(
    ' ',
  ),
)

const SPARED: ReadonlySet<string> = new Set(['html', 'body', 'main', 'article'])

/** The deciding word of each class or id seen on a page, since a page repeats its few names. */
export type VetoNames = Map<string, string | undefined>

/**
 * Whether an element looks like something beside the article, by its name, role, visibility, class and id.
 * @param names what is known of the page's names; grows
 */
export function vetoRule(element: Element, names: VetoNames): VetoRule | undefined {
  if (isHidden(element)) return { reason: 'hidden', spareAbove: 0.8 }
  const byTag = BY_TAG.get(element.name)
  if (byTag !== undefined) return byTag
  const role = element.attribs['role']
  if (role !== undefined && BY_ROLE.has(role)) return { reason: `role ${role}`, spareAbove: 0.4 }
  if (SPARED.has(element.name)) return undefined
  const word = vetoWord(element, names)
  return word === undefined ? undefined : { reason: word, spareAbove: COMMENTS.has(word) ? 0.8 : 0.2 }
}

const COMMENTS: ReadonlySet<string> = new Set(['comment', 'comments', 'disqus', 'respond', 'replies'])

function isHidden(element: Element): boolean {
  const { hidden, style, class: names } = element.attribs
  if (hidden !== undefined || (names !== undefined && HIDDEN_NAME.test(names.slice(0, 400)))) return true
  return style !== undefined && /display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden/i.test(style)
}

/** Shown only on hover, or to screen readers only. */
const HIDDEN_NAME =
  /(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-reader-text|screenreader|tool-?tip|popover|hover-?card|rollover)(?:$|[\s_-])/i

function vetoWord(element: Element, names: VetoNames): string | undefined {
  const id = NAMED_BY_ID.has(element.name) ? element.attribs['id'] : undefined // elsewhere an id is an anchor made of a headline
  for (const name of [element.attribs['class'], id, element.attribs['data-component']]) {
    if (name === undefined || name === '') continue
    if (!names.has(name))
      names.set(
        name,
        wordsOf(name).find((word) => VETO_WORDS.has(word)),
      )
    const word = names.get(name)
    if (word !== undefined) return word
  }
  return undefined
}

const NAMED_BY_ID: ReadonlySet<string> = new Set(['div', 'section', 'aside', 'ul', 'ol', 'table', 'td'])

/** `storyShare__list-2` -> story, share, list. Bounded: a class of a megabyte is nobody's name. */
function wordsOf(name: string): readonly string[] {
  return name
    .slice(0, 400)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
}
