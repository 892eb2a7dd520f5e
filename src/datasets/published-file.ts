import type { Corrector } from './corrections/corrector.ts'
import type { Workbook } from './workbook.ts'

/** A published file as it came: its name for messages and its bytes. */
export interface RawFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** SHA-256 of the bytes, 64 hex digits, worked out by whoever read them. */
  readonly sha256: string
}

/** A published file that is read in chunks, as often as need be, so that it is never held whole. */
export interface ChunkedFile extends Omit<RawFile, 'bytes'> {
  chunks(): Iterable<Uint8Array>
}

/** A published text, which may be larger than memory. */
export interface TextFile {
  readonly kind: 'text'
  readonly name: string
  readonly sha256: string
  /** What is known to be wrong in files of its kind; none before it is recognised. */
  readonly corrector?: Corrector
  /** The first characters, enough to recognise it by. */
  readonly head: string
  /** The text from its beginning, in pieces; it may be gone through more than once. */
  blocks(): Iterable<string>
}

/** A published workbook, opened: its sheets. */
export interface WorkbookFile {
  readonly kind: 'workbook'
  readonly name: string
  readonly sha256: string
  /** What is known to be wrong in files of its kind; none before it is recognised. */
  readonly corrector?: Corrector
  readonly workbook: Workbook
}

/** A published file, opened. */
export type PublishedFile = TextFile | WorkbookFile

/** How much of a text is looked at to recognise it, in characters. */
const HEAD = 20_000

/** A text file in the blocks given, or with a text that is at hand. */
export function createTextFile(
  name: string,
  sha256: string,
  text: string | (() => Iterable<string>),
): TextFile {
  const blocks = typeof text === 'string' ? () => [text] : text
  let head = ''
  for (const block of blocks()) {
    head += block.slice(0, HEAD)
    if (head.length >= HEAD) break
  }
  return { kind: 'text', name, sha256, head: head.slice(0, HEAD), blocks }
}

/** The whole text of a file that is known to be small. */
export const wholeText = (file: TextFile): string => [...file.blocks()].join('')
