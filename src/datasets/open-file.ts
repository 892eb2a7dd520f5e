import { decodeBlocks, detectEncoding } from './decode-text.ts'
import { type ChunkedFile, createTextFile, type PublishedFile, type RawFile } from './published-file.ts'
import { readWorkbook } from './workbook.ts'

const SIGNATURES: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04], // ZIP: XLSX and ODS
  [0xd0, 0xcf, 0x11, 0xe0], // compound document: XLS
]

/**
 * Opens a published file by its content: a workbook where its first bytes say so, otherwise text.
 * @throws HeadroomError `edition-damaged`
 */
export const openFile = ({ name, sha256, bytes }: RawFile): Promise<PublishedFile> =>
  openChunks({ name, sha256, chunks: () => [bytes] })

/**
 * Opens a published file that is read in chunks; see `openFile`. A workbook is held whole, a text never is.
 * @throws HeadroomError `edition-damaged`
 */
export async function openChunks(file: ChunkedFile): Promise<PublishedFile> {
  const { name, sha256 } = file
  const [first = new Uint8Array(0)] = file.chunks()
  const isWorkbook = SIGNATURES.some((signature) => signature.every((byte, index) => first[index] === byte))
  if (isWorkbook) return { kind: 'workbook', name, sha256, workbook: await readWorkbook(wholeOf(file), name) }
  const encoding = detectEncoding(file.chunks())
  return createTextFile(name, sha256, () => decodeBlocks(file.chunks(), encoding))
}

function wholeOf(file: ChunkedFile): Uint8Array {
  const chunks = Array.from(file.chunks(), (chunk) => chunk.slice())
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
