import { readZipEntry, writeZip } from './zip-archive.ts'

const SIGNATURE = 'application/vnd.oasis.opendocument.spreadsheet'
/** Empty cells at the end of a row, whatever their style: they hold nothing and only claim width. */
const EMPTY_TAIL =
  /(?:<table:(?:covered-)?table-cell(?: table:(?:style-name|number-columns-repeated)="[^"]*")*\s*\/>)+<\/table:table-row>/g

/**
 * An OpenDocument spreadsheet without the empty cells at the end of its rows. Publishers’ files claim
 * thousands of columns and a million rows of styled nothing, which the library would lay out cell by cell.
 * @returns the bytes as they came where they are of another format or can’t be unpacked
 */
export async function slimOds(bytes: Uint8Array): Promise<Uint8Array> {
  // An OpenDocument file starts with its type, uncompressed.
  if (new TextDecoder('latin1').decode(bytes.subarray(38, 38 + SIGNATURE.length)) !== SIGNATURE) return bytes
  const content = await readZipEntry(bytes, 'content.xml').catch(() => null)
  if (content === null) return bytes
  const xml = new TextDecoder().decode(content).replace(EMPTY_TAIL, '</table:table-row>')
  return writeZip(
    new Map([
      ['mimetype', new TextEncoder().encode(SIGNATURE)],
      ['content.xml', new TextEncoder().encode(xml)],
    ]),
  )
}
