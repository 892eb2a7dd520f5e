import { describe, expect, it } from 'vitest'
import { dataFiles } from '../../tests/support/data-files.ts'
import { readBook } from '../assumptions/read-book.ts'
import { readStatistics } from '../datasets/read-statistics.ts'
import { describeBasis } from './base-year-basis.ts'
import { readReference } from './read-reference.ts'

const files = dataFiles()
const reference = readReference(files)
const book = readBook(files, reference)
const rows = describeBasis(reference, readStatistics(files, reference), book)
const of = (code: string) => rows.find(({ occupation }) => occupation.code === code)?.blocks

describe('how the base year is known', () => {
  it('says so of every occupation, and leaves only the split out', () => {
    expect(rows.map(({ occupation }) => occupation)).toEqual(reference.occupations)
    for (const { blocks } of rows)
      for (const block of ['headcount', 'ageSex', 'fte', 'turnover', 'vacancies'] as const)
        expect(blocks[block]).not.toBeNull()
  })

  it('calls a group of one occupation published, and one that is split as weak as its split', () => {
    expect(of('midwives')).toMatchObject({ headcount: { basis: 'published' }, split: null })
    expect(of('midwives')?.fte).toEqual({ basis: 'published', quality: 'green' })
    const split = book.splits.get('consultants')?.judgement
    expect(of('consultants')?.split).toEqual({ basis: split?.basis, quality: split?.quality })
    expect(of('consultants')?.fte).toEqual(of('consultants')?.split)
  })

  it('never calls turnover published, nor staff spread by population better than assumed', () => {
    for (const { occupation, blocks } of rows) {
      if (occupation.sector === 'nhs') expect(blocks.turnover?.basis).not.toBe('published')
      if (book.stocks.get(occupation.code)?.spread.kind === 'population')
        expect(blocks.headcount?.basis).toBe('assumed')
    }
  })
})
