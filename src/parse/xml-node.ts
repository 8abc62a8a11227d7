/**
 * One element of a repaired document. Its name is `prefix:local`, in lower case, with the prefix that we use for its namespace
 * (`namespaces.ts`); RSS elements have none, and `?:` stands for a namespace that we do not know.
 */
export type XmlNode = {
  readonly name: string
  /** attributes by canonical name, entities decoded; absent when there are none */
  attributes?: Readonly<Record<string, string>>
  /**
   * Text, entities decoded once. Of a text construct (title, description, content…) that holds elements: its inner markup, as HTML;
   * `markup` says so.
   */
  text: string
  markup?: true
  children?: XmlNode[]
  /** xml:base in force, absolute; absent where the document states none */
  base?: string
  /** xml:lang in force; absent when none is */
  language?: string
}

const NO_CHILDREN: readonly XmlNode[] = []

/** The first child with any of these names, the first name preferred. */
export function child(node: XmlNode, names: readonly string[]): XmlNode | undefined {
  const children = node.children ?? NO_CHILDREN
  for (const name of names) for (const one of children) if (one.name === name) return one
  return undefined
}

/** All children with any of these names, in the order of the document. */
export function childrenOf(node: XmlNode, names: readonly string[]): readonly XmlNode[] {
  let found: XmlNode[] | undefined
  for (const one of node.children ?? NO_CHILDREN) {
    if (!names.includes(one.name)) continue
    if (found === undefined) found = [one]
    else found.push(one)
  }
  return found ?? NO_CHILDREN
}

/** The trimmed text of the first child, by the order of the names, that has any. */
export function childText(node: XmlNode, names: readonly string[]): string | undefined {
  const children = node.children ?? NO_CHILDREN
  for (const name of names) {
    for (const one of children) {
      if (one.name !== name) continue
      const text = one.text.trim()
      if (text !== '') return text
    }
  }
  return undefined
}
