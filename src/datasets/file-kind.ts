import type { PublishedFile } from './published-file.ts'

/** A kind of published file that Headroom can read, recognised by what is in it. */
export interface FileKind {
  readonly code: string
  /** The file in words, for messages. */
  readonly title: string
  recognise(file: PublishedFile): boolean
}
