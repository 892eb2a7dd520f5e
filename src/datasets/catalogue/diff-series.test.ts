import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { InputFiles } from '../../domain/input-files.ts'
import type { SourceEdition } from '../source-description.ts'
import { diffSeries } from './diff-series.ts'

const edition = (name: string, sha256: string): SourceEdition => ({
  edition: name,
  period: name,
  file: `${name}.csv`,
  sha256,
  rows: 1,
  retrieved: null,
})

const COLUMNS = [
  { name: 'year', type: 'integer', description: 'Year' },
  { name: 'area', type: 'text', description: 'Area' },
  { name: 'people', type: 'integer', unit: 'people', description: 'People' },
  { name: 'note', type: 'text', description: 'Note' },
]

function folder(
  rows: readonly string[],
  editions: readonly SourceEdition[] = [edition('a', '1')],
): InputFiles {
  const source = {
    series: 's',
    title: 'S',
    publisher: 'P',
    licence: 'L',
    attribution: 'A',
    address: null,
    editions,
    tables: [{ file: 't.csv', title: 'T', columns: COLUMNS, definition: 'D' }],
    notes: [],
  }
  return new Map([
    ['statistics/s/source.json', JSON.stringify(source)],
    ['statistics/s/t.csv', ['year,area,people,note', ...rows, ''].join('\n')],
  ])
}

describe('comparing a series in two folders', () => {
  it('tells rows by year and area, whatever their order, and compares every other cell', () => {
    const before = folder(['2024,QKK,5,', '2024,QMF,6,x'])
    const after = folder(['2024,QMF,6,y', '2025,QKK,7,', '2024,QKK,4,'])
    const [table] = diffSeries(before, after, 's').tables
    expect(table).toMatchObject({
      key: ['year', 'area'],
      added: ['2025, QKK'],
      removed: [],
      changed: [
        { key: '2024, QMF', cells: [{ column: 'note', before: 'x', after: 'y' }] },
        { key: '2024, QKK', cells: [{ column: 'people', before: '5', after: '4' }] },
      ],
      columns: [
        { column: 'people', changed: 1, numeric: 1, net: -1, largest: 1, where: '2024, QKK' },
        { column: 'note', changed: 1, numeric: 0 },
      ],
    })
  })

  it('tells rows that share a key by their order', () => {
    const [table] = diffSeries(folder(['1,a,1,', '1,a,2,']), folder(['1,a,1,', '1,a,3,']), 's').tables
    expect(table?.changed.map(({ key }) => key)).toEqual(['1, a (2)'])
  })

  it('tells editions added, removed and revised', () => {
    const before = folder([], [edition('a', '1'), edition('b', '2')])
    const after = folder([], [edition('b', '3'), edition('c', '4')])
    const { editions, same } = diffSeries(before, after, 's')
    expect(same).toBe(false)
    expect(editions.added.map((each) => each.edition)).toEqual(['c'])
    expect(editions.removed.map((each) => each.edition)).toEqual(['a'])
    expect(editions.revised.map((each) => each.after.edition)).toEqual(['b'])
  })

  it('counts all rows as added where the other folder has no such series', () => {
    const { tables, editions } = diffSeries(new Map(), folder(['2024,QKK,5,']), 's')
    expect(tables[0]?.added).toEqual(['2024, QKK'])
    expect(editions.added).toHaveLength(1)
  })

  it('swaps added and removed, old and new, when the folders are swapped', () => {
    const rows = fc.uniqueArray(fc.tuple(fc.nat(5), fc.constantFrom('a', 'b'), fc.nat(3)), {
      selector: ([year, area]) => `${year}${area}`,
    })
    fc.assert(
      fc.property(rows, rows, (one, two) => {
        const [left, right] = [one, two].map((list) => folder(list.map((cells) => `${cells.join()},`)))
        if (!left || !right) return
        const [there] = diffSeries(left, right, 's').tables
        const [back] = diffSeries(right, left, 's').tables
        expect(diffSeries(left, left, 's').same).toBe(true)
        expect(new Set(there?.added)).toEqual(new Set(back?.removed))
        expect(there?.changed.length).toBe(back?.changed.length)
        for (const [index, { net }] of (there?.columns ?? []).entries())
          expect(net + (back?.columns[index]?.net ?? 0)).toBe(0)
      }),
      { numRuns: 100 },
    )
  })
})
