import { describe, expect, it } from 'vitest'
import { createRawTable, type RawRow } from './raw-table.ts'

const table = createRawTable(
  'book.xls, sheet Males',
  7,
  [' Code ', 'Area  name', 2018],
  [
    ['E1', 'Leeds', '1,234.5'],
    [null, ' ', ''],
    ['E2', 'York', '[c]'],
    ['E3', null, 'many'],
  ],
  ['code', 'AREA NAME', '2018'],
)
const [leeds, york, nowhere] = table.rows as [RawRow, RawRow, RawRow]

describe('a published table', () => {
  it('finds columns by name whatever their case and spacing, and drops blank rows', () => {
    expect(table.columns).toEqual(['Code', 'Area name', '2018'])
    expect(table.rows.map((row) => row.text('Code'))).toEqual(['E1', 'E2', 'E3'])
    expect(leeds.text('Area name')).toBe('Leeds')
    expect(nowhere.optional('Area name')).toBeNull()
  })

  it('reads numbers with thousands commas, and marks for no number', () => {
    expect(leeds.numeric('2018')).toBe(1234.5)
    expect(leeds.numericOrMissing('2018')).toBe(1234.5)
    expect(york.numericOrMissing('2018')).toBeNull()
  })

  it.each([
    [
      () => nowhere.numeric('2018'),
      'book.xls, sheet Males, row 11, column 2018: expected a number, found many.',
    ],
    [
      () => nowhere.numericOrMissing('2018'),
      'book.xls, sheet Males, row 11, column 2018: expected a number, found many.',
    ],
    [() => york.numeric('2018'), 'book.xls, sheet Males, row 10, column 2018: expected a number, found [c].'],
    [
      () => nowhere.text('AREA NAME'),
      'book.xls, sheet Males, row 11, column AREA NAME: expected some text, found nothing.',
    ],
    [
      () => leeds.numeric('2018', { min: 0, max: 100 }),
      'book.xls, sheet Males, row 8, column 2018: expected a number from 0 to 100, found 1,234.5.',
    ],
  ])('names the cell that is wrong', (read, message) => {
    expect(read).toThrowError(expect.objectContaining({ code: 'edition-cell', message }))
  })

  it('names the columns that are missing', () => {
    expect(() => createRawTable('a.csv', 1, ['x', 'y'], [], ['x', 'z', 'w'])).toThrowError(
      expect.objectContaining({
        code: 'edition-columns',
        message: 'a.csv, row 1: expected the columns x, z, w; without z, w it can’t be read.',
      }),
    )
  })
})
