/** How a column is set: text to the left, numbers to the right, or beside the column before, one space from it. */
export type Alignment = 'left' | 'right' | 'beside'

/**
 * Lines of a plain table with its columns aligned and two spaces between them; no trailing spaces.
 * @param rows cells by row, the heading among them; rows may be short
 * @param alignment by column; columns beyond the list are set right
 */
export function alignTable(rows: readonly (readonly string[])[], alignment: readonly Alignment[]): string[] {
  const widths: number[] = []
  for (const row of rows)
    for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length)
  const set = (cell: string, column: number): string => {
    const width = widths[column] ?? 0
    const how = alignment[column] ?? 'right'
    const gap = column === 0 ? '' : how === 'beside' ? ' ' : '  '
    return gap + (how === 'right' ? cell.padStart(width) : cell.padEnd(width))
  }
  return rows.map((row) => row.map(set).join('').trimEnd())
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
