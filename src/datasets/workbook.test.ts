import { write } from 'hucre'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from './workbook.ts'

const rows = [
  ['Title', null, null],
  [],
  ['CODE', 'AREA', 2018],
  ['E92000001', 'England', 12.5],
  ['', null, 0],
  [null, null, null],
]

describe('reading a workbook', () => {
  it.each(['xlsx', 'ods'] as const)(
    'gives the cells of every sheet of an %s where they are',
    async (format) => {
      const bytes = await write({
        sheets: [
          { name: 'Males', rows },
          { name: 'Empty', rows: [] },
        ],
        format,
      })
      const { sheets } = await readWorkbook(bytes, 'book')
      expect(sheets.map(({ name }) => name)).toEqual(['Males', 'Empty'])
      expect(sheets[0]?.rows.map((row) => row.map((cell) => (cell === '' ? null : cell)))).toEqual([
        ['Title'],
        [],
        ['CODE', 'AREA', 2018],
        ['E92000001', 'England', 12.5],
        [null, null, 0],
      ])
      expect(sheets[1]?.rows).toEqual([])
    },
  )

  it.each([
    ['a ZIP file of something else', [0x50, 0x4b, 0x03, 0x04, 1, 2, 3]],
    ['a compound file cut short', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ])('names a file that is %s', async (_, bytes) => {
    await expect(readWorkbook(Uint8Array.from(bytes), 'book.xls')).rejects.toMatchObject({
      code: 'edition-damaged',
      message: expect.stringMatching(/^book\.xls can’t be read as a workbook: .*[^.]\.$/),
    })
  })
})
