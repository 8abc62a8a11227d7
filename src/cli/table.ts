/** Rows as a table in plain text: columns padded to their widest cell, the last one left as long as it is, lines cut at `width`. */
export function table(
  rows: readonly (readonly string[])[],
  width: number,
  { right = [] }: { readonly right?: readonly number[] } = {},
): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)))
  return rows.map((cells) =>
    cells
      .map((cell, column) =>
        column === cells.length - 1
          ? cell
          : right.includes(column)
            ? cell.padStart(widths[column] ?? 0)
            : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd()
      .slice(0, width),
  )
}
