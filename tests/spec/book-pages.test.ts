import { beforeAll, describe, expect, it } from 'vitest'
import { readBook } from '../../src/assumptions/read-book.ts'
import type { AssumptionEntry } from '../../src/domain/assumption-entry.ts'
import { listAssumptions } from '../../src/pipeline/list-assumptions.ts'
import { readReference } from '../../src/pipeline/read-reference.ts'
import { filterEntries } from '../../src/views/assumptions/filter-entries.ts'
import { judgementsOf } from '../../src/views/method/judgements.ts'
import { dataFiles } from '../support/data-files.ts'

const ANY = { words: '', table: null, quality: null, kind: null }
let entries: readonly AssumptionEntry[]
let judged: readonly { readonly file: string; readonly row: number; readonly quality: string }[]

beforeAll(() => {
  const files = dataFiles()
  const reference = readReference(files)
  const book = readBook(files, reference)
  entries = listAssumptions(files, book, reference)
  judged = judgementsOf(book)
})

describe('the book of assumptions as people read it', () => {
  it('has every row that the model reads, once, at its place', () => {
    const place = (file: string, row: number): string =>
      `${file.replace(/^.*\//, '').replace('.csv', '')} ${row}`
    const read = judged.map(({ file, row, quality }) => `${place(file, row)} ${quality}`)
    const listed = entries.map(({ table, row, quality }) => `${place(table, row)} ${quality}`)
    expect([...listed].sort()).toEqual([...read].sort())
  })

  it('names every row for good: no two of a table alike', () => {
    const names = entries.map(({ table, key }) => `${table}/${key}`)
    expect(new Set(names).size).toBe(names.length)
  })

  it('says every row in words with a source and a signature', () => {
    for (const entry of entries) {
      expect(entry.name, `${entry.table}/${entry.key}`).not.toBe('')
      expect(entry.values.length, `${entry.table}/${entry.key}`).toBeGreaterThan(0)
      expect(entry.source.publisher).not.toBe('')
      expect(entry.expires).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    }
  })

  it('is found by words in any order and case, by family, quality and kind', () => {
    const moves = filterEntries(entries, { ...ANY, words: 'Consultants RESIDENT', table: 'moves' })
    expect(moves.map(({ key }) => key)).toContain('resident-doctors.consultants')
    const red = filterEntries(entries, { ...ANY, quality: 'red' })
    expect(red).toHaveLength(judged.filter(({ quality }) => quality === 'red').length)
    const levers = filterEntries(entries, { ...ANY, kind: 'lever' })
    expect(levers.map(({ table }) => table)).toContain('training-programmes')
    expect(levers.map(({ table }) => table)).not.toContain('age-sex')
    expect(filterEntries(entries, { ...ANY, words: 'unicorns' })).toEqual([])
  })
})
