import { escapeAttribute } from '../../publish/index.ts'

/** Markup. Nobody but this file makes it, so no text from outside can be taken for it. */
export class Html {
  readonly #markup: string

  private constructor(markup: string) {
    this.#markup = markup
  }

  /** Markup with values in it: text and numbers are escaped, markup and lists of it are put in as they are. */
  static of(parts: TemplateStringsArray, ...values: readonly Shown[]): Html {
    return new Html(parts.reduce((text, part, at) => `${text}${shown(values[at - 1] ?? '')}${part}`))
  }

  /** One of our own constants, as it stands. */
  static constant(markup: string): Html {
    return new Html(markup)
  }

  toString(): string {
    return this.#markup
  }
}

/** What may stand in a template. */
export type Shown = string | number | Html | readonly Shown[]

/** A template in which every text is escaped, whatever it holds, as the content of an element and in a quoted attribute alike. */
export const html = Html.of

/** An attribute without a value, or nothing. */
export function attribute(name: 'selected' | 'required', isThere: boolean): Html {
  return Html.constant(isThere ? ` ${name}` : '')
}

function shown(value: Shown): string {
  if (typeof value === 'string') return escapeAttribute(value)
  if (typeof value === 'number') return String(value)
  return value instanceof Html ? value.toString() : value.map(shown).join('')
}
