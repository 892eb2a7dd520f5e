/** A command of a documentation page, with the result printed under it, if any. */
export interface ShellExample {
  readonly commands: string
  /** The printed result: numbers stand for any numbers, `…` for any text. */
  readonly result: string | null
}

/**
 * The examples of a Markdown page: every block marked `sh`, with the `text` block that follows it
 * directly as its result.
 */
export function readShellExamples(markdown: string): ShellExample[] {
  const blocks = [...markdown.matchAll(/^```(\w*)\n(.*?)^```\n(\s*)(?=(```text)?)/gms)]
  return blocks.flatMap(([, language, commands = '', , followed], index) => {
    if (language !== 'sh') return []
    return [{ commands, result: followed === undefined ? null : (blocks[index + 1]?.[2] ?? null) }]
  })
}

/** A printed text with its numbers, names of runs, spacing and empty lines made alike. */
const plain = (text: string): string =>
  text
    .replace(/\b[0-9a-f]{12}\b/g, 'RUN')
    .replace(/\d[\d,]*(\.\d+)?(e[+-]\d+)?/g, '#')
    .replace(/[^\S\n]+/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')

/** True where a printed text has the shape of an example's result. */
export function hasShape(printed: string, result: string): boolean {
  const pattern = plain(result)
    .split('\n')
    .map((line) => (line === '…' ? '(?:.*\\n)*?' : `${line.split('…').map(escapePattern).join('.*')}\\n`))
    .join('')
  return new RegExp(`^${pattern}$`).test(`${plain(printed)}\n`)
}

const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
