const MADE = '<!-- Made by “npm run docs” from the program itself. Changes here are lost. -->'

/** A generated page: title, the mark that it is generated, and its parts. */
export const page = (title: string, ...parts: readonly string[]): string =>
  `${[`# ${title}`, MADE, ...parts].join('\n\n')}\n`

/** A table. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

/** A word of code; a bar in it doesn't end the cell of a table. */
export const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``

/** Plain text in a cell of a table. */
export const cell = (text: string): string => text.replaceAll('|', '\\|')
