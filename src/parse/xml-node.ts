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
  /** xml:base in force, absolute; absent when none is */
  base?: string
  /** xml:lang in force; absent when none is */
  language?: string
}

/** The first child with any of these names, the first name preferred. */
export function child(node: XmlNode, ...names: readonly string[]): XmlNode | undefined {
  for (const name of names) {
    const found = node.children?.find((one) => one.name === name)
    if (found !== undefined) return found
  }
  return undefined
}

/** All children with any of these names, in the order of the document. */
export function childrenOf(node: XmlNode, ...names: readonly string[]): readonly XmlNode[] {
  return node.children?.filter((one) => names.includes(one.name)) ?? []
}

/** The trimmed text of the first child, by the order of `names`, that has any. */
export function childText(node: XmlNode, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const one of node.children ?? []) {
      if (one.name !== name) continue
      const text = one.text.trim()
      if (text !== '') return text
    }
  }
  return undefined
}
