/** How a column is set: text to the left, numbers to the right. */
export type Alignment = 'left' | 'right'

/**
 * Lines of a plain table with its columns aligned and two spaces between them; no trailing spaces.
 * @param rows cells by row, the heading among them; rows may be short
 * @param alignment by column; columns beyond the list are set right
 */
export function alignTable(rows: readonly (readonly string[])[], alignment: readonly Alignment[]): string[] {
  const widths: number[] = []
  for (const row of rows)
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length)
  return rows.map((row) =>
    row
      .map((cell, column) =>
        (alignment[column] ?? 'right') === 'left'
          ? cell.padEnd(widths[column] ?? 0)
          : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
}

/**
 * A text broken into lines of at most `width` characters at its spaces; a longer word has a line of its own.
 * @param indent put before every line but the first
 */
export function wrapText(text: string, width = 78, indent = ''): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = indent + word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].join('\n')
}
