import { findNodeAtLocation, type Node } from 'jsonc-parser'

type Path = readonly PropertyKey[]

/** Where things stand in a JSON text: 1-based lines. */
export type Lines = {
  /** line of a value, or of the nearest thing around it that exists */
  readonly ofPath: (path: Path) => number
  /** line of a key inside the object at `path` */
  readonly ofKey: (path: Path, key: string) => number
  readonly ofOffset: (offset: number) => number
}

export function linesOf(text: string, root: Node | undefined): Lines {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)

  function ofOffset(offset: number): number {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low + 1
  }

  function nodeAt(path: Path): Node | undefined {
    for (let length = path.length; root !== undefined && length >= 0; length--) {
      const steps = path.slice(0, length).filter((step) => typeof step !== 'symbol')
      const node = findNodeAtLocation(root, steps)
      if (node !== undefined) return node
    }
    return undefined
  }

  return {
    ofOffset,
    ofPath: (path) => ofOffset(nodeAt(path)?.offset ?? 0),
    ofKey(path, key) {
      const property = nodeAt(path)?.children?.find((child) => child.children?.[0]?.value === key)
      return ofOffset(property?.offset ?? nodeAt(path)?.offset ?? 0)
    },
  }
}
