/** A word and what it means. */
export interface GlossaryEntry {
  /** Names it in an address. */
  readonly id: string
  readonly word: string
  readonly meaning: string
}

/** Words of one kind. */
export interface GlossarySection {
  readonly title: string
  readonly entries: readonly GlossaryEntry[]
}

const plain = (text: string): string => text.replace(/\*\*|`/g, '').trim()

/** The name of a word in an address: `full-time-equivalent`. */
const idOf = (word: string): string =>
  plain(word)
    .toLowerCase()
    .split(',')[0]!
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** Reads the glossary: a heading and a table of words for each kind. Text outside the tables is left out. */
export function parseGlossary(markdown: string): readonly GlossarySection[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [title = '', ...lines] = part.split('\n')
      const entries = lines.flatMap((line): GlossaryEntry[] => {
        const cells = /^\|(.*)\|(.*)\|\s*$/.exec(line)
        const [, word = '', meaning = ''] = cells ?? []
        return word.includes('**') ? [{ id: idOf(word), word: plain(word), meaning: plain(meaning) }] : []
      })
      return { title: title.trim(), entries }
    })
    .filter(({ entries }) => entries.length > 0)
}
