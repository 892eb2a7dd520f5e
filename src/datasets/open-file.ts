import { decodeText } from './decode-text.ts'
import type { PublishedFile, RawFile } from './published-file.ts'
import { readWorkbook } from './workbook.ts'

const SIGNATURES: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04], // ZIP: XLSX and ODS
  [0xd0, 0xcf, 0x11, 0xe0], // compound document: XLS
]

/**
 * Opens a published file by its content: a workbook where its first bytes say so, otherwise text.
 * @throws HeadroomError `edition-damaged`
 */
export async function openFile(file: RawFile): Promise<PublishedFile> {
  const { name, bytes, sha256 } = file
  const isWorkbook = SIGNATURES.some((signature) => signature.every((byte, index) => bytes[index] === byte))
  return isWorkbook
    ? { kind: 'workbook', name, sha256, workbook: await readWorkbook(bytes, name) }
    : { kind: 'text', name, sha256, text: decodeText(bytes) }
}
