import type { Workbook } from './workbook.ts'

/** A published file as it came: its name for messages and its bytes. */
export interface RawFile {
  readonly name: string
  readonly bytes: Uint8Array
  /** SHA-256 of the bytes, 64 hex digits, worked out by whoever read them. */
  readonly sha256: string
}

/** A published file opened once: its text, or its sheets. */
export type PublishedFile =
  | { readonly kind: 'text'; readonly name: string; readonly sha256: string; readonly text: string }
  | { readonly kind: 'workbook'; readonly name: string; readonly sha256: string; readonly workbook: Workbook }
