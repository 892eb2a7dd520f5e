import { read, write } from 'hucre'
import { describe, expect, it } from 'vitest'
import { slimOds } from './slim-ods.ts'
import { readWorkbook } from './workbook.ts'
import { readZipEntry, writeZip } from './zip-archive.ts'

const text = (value: string): string =>
  `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`
const empty = (repeat: number): string =>
  `<table:table-cell table:number-columns-repeated="${repeat}" table:style-name="ce1"/>`
const row = (cells: string, repeat = 1): string =>
  `<table:table-row table:number-rows-repeated="${repeat}" table:style-name="ro1">${cells}</table:table-row>`
const book = (rows: string): Uint8Array =>
  writeZip(
    new Map([
      ['mimetype', new TextEncoder().encode('application/vnd.oasis.opendocument.spreadsheet')],
      [
        'content.xml',
        new TextEncoder().encode(
          '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"' +
            ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">' +
            `<office:body><office:spreadsheet><table:table table:name="S">${rows}</table:table>` +
            '</office:spreadsheet></office:body></office:document-content>',
        ),
      ],
    ]),
  )

describe('slimming an OpenDocument spreadsheet', () => {
  const claimed =
    row(text('a') + empty(2) + text('b') + empty(16_000)) + row(empty(16_384), 3) + row(text('c'))
  const tail = row(empty(16_384), 1_000_000) + row(empty(1) + empty(16_383))

  it('keeps every cell in its row and column', async () => {
    const { sheets } = await readWorkbook(book(claimed + tail), 'book.ods')
    expect(sheets).toEqual([{ name: 'S', rows: [['a', null, null, 'b'], [], [], [], ['c']] }])
  })

  it('takes away what the library would lay out cell by cell', async () => {
    const rows = async (bytes: Uint8Array) => (await read(bytes)).sheets[0]?.rows ?? []
    expect((await rows(book(claimed))).at(0)).toHaveLength(16_004)
    expect(await rows(await slimOds(book(claimed + tail)))).toHaveLength(5)
  })

  it('leaves other formats and damaged files to the library', async () => {
    const xlsx = await write({ sheets: [{ name: 'S', rows: [['a']] }], format: 'xlsx' })
    expect(await slimOds(xlsx)).toBe(xlsx)
    const whole = book(claimed)
    for (const damaged of [whole.slice(0, -30), whole.slice(0, 90)])
      expect(await slimOds(damaged)).toBe(damaged)
  })
})

describe('a ZIP archive', () => {
  const files = new Map([
    ['a.txt', new TextEncoder().encode('123456789')],
    ['folder/b.txt', new Uint8Array()],
  ])

  it('gives back its files, and nothing for others', async () => {
    const archive = writeZip(files)
    expect(await readZipEntry(archive, 'a.txt')).toEqual(files.get('a.txt'))
    expect(await readZipEntry(archive, 'folder/b.txt')).toEqual(new Uint8Array())
    expect(await readZipEntry(archive, 'c.txt')).toBeNull()
  })

  it('has the checksum of the standard and notices another content', async () => {
    const archive = writeZip(files)
    // CRC-32 of the digits 1 to 9 is cbf43926.
    expect([...archive.subarray(14, 18)]).toEqual([0x26, 0x39, 0xf4, 0xcb])
    expect(await readZipEntry(archive.with(35, 0x39), 'a.txt')).toBeNull()
  })
})
