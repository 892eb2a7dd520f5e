import { describe, expect, it } from 'vitest'
import { readBook } from '../../src/assumptions/read-book.ts'
import { readStatistics } from '../../src/datasets/read-statistics.ts'
import { readInputs } from '../../src/pipeline/read-inputs.ts'
import { readReference } from '../../src/pipeline/read-reference.ts'
import { SERIES_USE } from '../../src/pipeline/series-use.ts'
import { dataFiles } from '../support/data-files.ts'

const files = dataFiles()
const tables = [...files.keys()]
  .filter((name) => name.startsWith('statistics/') && name.endsWith('.csv'))
  .map((name) => name.slice('statistics/'.length))
const of = (how: string): string[] => SERIES_USE.filter(({ use }) => use === how).map(({ table }) => table)

describe('what becomes of every published table', () => {
  it('is said of each, once', () => {
    expect(SERIES_USE.map(({ table }) => table).sort()).toEqual(tables.sort())
    for (const { what } of SERIES_USE) expect(what.length).toBeGreaterThan(20)
  })

  it('those called read are the ones the model reads, and no others', () => {
    const read = new Set<string>()
    const watched = new Map(files)
    watched.get = (name: string) => {
      read.add(name)
      return files.get(name)
    }
    readInputs(watched, 1)
    const found = [...read].filter((name) => name.startsWith('statistics/') && name.endsWith('.csv'))
    expect(found.map((name) => name.slice('statistics/'.length)).sort()).toEqual(of('read').sort())
  })

  it.each(of('read'))('without %s there is no base year', (table) => {
    const without = new Map(files)
    without.delete(`statistics/${table}`)
    const reference = readReference(without)
    expect(() => readStatistics(without, reference)).toThrow(table)
  })

  it('those called cited are the source of rows of the book', () => {
    const reference = readReference(files)
    const book = readBook(files, reference)
    expect(of('cited')).toEqual(['cited-figures/figures.csv'])
    const ids = new Set(
      (files.get('statistics/cited-figures/figures.csv') ?? '')
        .split('\n')
        .slice(1)
        .map((line) => line.split(',').at(-1)),
    )
    const cited = [...book.stocks.values(), ...book.vacancies.values(), ...book.turnover.values()].filter(
      ({ judgement }) => ids.has(judgement.source.id),
    )
    expect(cited.length).toBeGreaterThan(40)
  })
})
