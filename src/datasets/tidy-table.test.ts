import { describe, expect, it } from 'vitest'
import { mergeTable } from './merge-table.ts'
import { roundTo, type TidyTable, writeTable } from './tidy-table.ts'

describe('rounding', () => {
  it.each([
    [1.005, 1, 1],
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [0.123456789, 5, 0.12346],
    [-0.000001, 5, 0],
  ])('%d to %d decimals', (value, decimals, rounded) => expect(roundTo(value, decimals)).toBe(rounded))

  it('leaves no sign on zero', () => expect(Object.is(roundTo(-0.000001, 5), 0)).toBe(true))
})

describe('a tidy table as text', () => {
  it('quotes only what needs it', () => {
    expect(
      writeTable(
        ['a', 'b'],
        [
          ['x, y', 1.5],
          ['say “hi”', 'a"b'],
        ],
      ),
    ).toBe('a,b\n"x, y",1.5\nsay “hi”,"a""b"\n')
  })
})

const table = (rows: TidyTable['rows'], editionColumns: readonly string[]): TidyTable => ({
  file: 't.csv',
  title: 't',
  definition: 't',
  columns: ['month', 'value'].map((name) => ({ name, type: 'text', description: name })),
  editionColumns,
  rows,
})

describe('merging an edition into a table', () => {
  const before = 'month,value\n2024-04,1\n2024-06,3\n'

  it('puts new months in their place and replaces those that come again', () => {
    expect(
      mergeTable(
        table(
          [
            ['2024-05', 2],
            ['2024-06', 4],
          ],
          ['month'],
        ),
        before,
      ),
    ).toBe('month,value\n2024-04,1\n2024-05,2\n2024-06,4\n')
  })

  it.each([
    ['there is none', ['month'], null],
    ['an edition is the whole table', [], before],
  ])('writes it anew where %s', (_, editionColumns, text) => {
    expect(mergeTable(table([['2024-05', 2]], editionColumns), text)).toBe('month,value\n2024-05,2\n')
  })

  it.each([
    ['table-header', 'month,figure\n2024-04,1\n'],
    ['file-unreadable', 'month,value\n2024-04,1,7\n'],
  ])('never throws rows away that it can’t read: %s', (code, text) => {
    expect(() => mergeTable(table([['2024-05', 2]], ['month']), text)).toThrowError(
      expect.objectContaining({ code }),
    )
  })
})
