import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseGlossary } from './parse-glossary.ts'

describe('the glossary', () => {
  it('is read by heading and word, marks taken off', () => {
    const text =
      '# Glossary\n\nSome words.\n\n## People\n\n| word | means |\n| --- | --- |\n| **full-time equivalent**, FTE | hours, as `37.5` |\n'
    expect(parseGlossary(text)).toEqual([
      {
        title: 'People',
        entries: [
          { id: 'full-time-equivalent', word: 'full-time equivalent, FTE', meaning: 'hours, as 37.5' },
        ],
      },
    ])
  })

  it('of Headroom has every word once, each with a meaning', () => {
    const text = readFileSync(new URL('../../../GLOSSARY.md', import.meta.url), 'utf8')
    const entries = parseGlossary(text).flatMap((section) => section.entries)
    expect(entries).toHaveLength(text.match(/^\| \*\*/gm)?.length ?? 0)
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
    for (const { meaning } of entries) expect(meaning).not.toBe('')
  })
})
