import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { z } from 'zod'
import { HeadroomError } from '../errors/headroom-error.ts'
import { errorCode, reasonOf, unreadable } from './file-errors.ts'
import { sha256 } from './hash.ts'
import { writeTogether } from './write-together.ts'

/** Digits of a SHA-256 that name what is kept. */
const DIGITS = 12
const NAME = new RegExp(`^[0-9a-f]{${DIGITS}}$`)
const ENDING = '.json'

/** The name of what is kept: the same content has the same name everywhere. */
export const contentId = (...parts: readonly string[]): string =>
  sha256(parts.map((part) => `${part.length}:${part}`).join('')).slice(0, DIGITS)

/** Small documents in a folder, each a file named by its content. Nothing is ever overwritten. */
export interface SavedFolder<Document extends { readonly id: string }> {
  /** Most that it keeps, and what they are called. */
  readonly most: number
  readonly what: string
  /**
   * Keeps a document, whole or not at all; one that is there already stays as it is.
   * @returns what is kept under its name
   * @throws HeadroomError `saved-full`, `saved-damaged` where the file that is there can’t be read, `file-unwritable`
   */
  keep(document: Document): Document
  /** True where there is no room for another. @throws HeadroomError `file-unreadable` */
  isFull(): boolean
  /** The document of that name, or null. @throws HeadroomError `saved-damaged`, `file-unreadable` */
  find(id: string): Document | null
  /** Every document that can be read, by name, and what is wrong with the others. @throws HeadroomError `file-unreadable` */
  list(): { readonly documents: readonly Document[]; readonly troubles: readonly HeadroomError[] }
}

/** How the documents of a folder are checked. */
export interface SavedRules<Document> {
  readonly schema: z.ZodType<Document>
  /** The name that a document’s content gives it. */
  readonly idOf: (document: Document) => string
  /** Most that the folder keeps, and what they are called. */
  readonly most: number
  readonly what: string
}

/** Opens a folder of saved documents. It need not be there yet: it is made when something is first kept. */
export function openSavedFolder<Document extends { readonly id: string }>(
  folder: string,
  { schema, idOf, most, what }: SavedRules<Document>,
): SavedFolder<Document> {
  const fileOf = (id: string): string => path.join(path.resolve(folder), `${id}${ENDING}`)
  const ids = (): string[] => {
    try {
      const names = readdirSync(folder).filter((name) => name.endsWith(ENDING))
      return names.map((name) => name.slice(0, -ENDING.length)).filter((name) => NAME.test(name))
    } catch (cause) {
      if (errorCode(cause) === 'ENOENT') return []
      throw unreadable(path.basename(folder), cause)
    }
  }
  const find = (id: string): Document | null => {
    if (!NAME.test(id)) return null
    let text: string
    try {
      text = readFileSync(fileOf(id), 'utf8')
    } catch (cause) {
      if (errorCode(cause) === 'ENOENT' || errorCode(cause) === 'ENOTDIR') return null
      throw damaged(id, reasonOf(cause), cause)
    }
    const found = parse(schema, text, id)
    if (found.id !== id || idOf(found) !== id)
      throw damaged(id, 'its content is not that of its name', undefined)
    return found
  }
  const write = (document: Document): void => {
    try {
      writeTogether(new Map([[fileOf(document.id), `${JSON.stringify(document, null, 1)}\n`]]))
    } catch (cause) {
      if (!(cause instanceof HeadroomError)) throw cause
      // Readers of a page see this message: where the folder lies is none of their business.
      const reason = String(cause.details.reason)
      throw new HeadroomError('file-unwritable', { file: `${document.id}${ENDING}`, reason }, { cause })
    }
  }
  const isFull = (): boolean => ids().length >= most
  return {
    most,
    what,
    find,
    isFull,
    keep(document) {
      const before = find(document.id)
      if (before) return before
      if (isFull()) throw new HeadroomError('saved-full', { most, what })
      // Nothing comes between the look above and this: both happen in one go.
      if (existsSync(fileOf(document.id))) throw damaged(document.id, 'it came in the meantime', undefined)
      write(document)
      return document
    },
    list() {
      const documents: Document[] = []
      const troubles: HeadroomError[] = []
      for (const id of ids().sort()) {
        try {
          const found = find(id)
          if (found) documents.push(found)
        } catch (error) {
          if (!(error instanceof HeadroomError)) throw error
          troubles.push(error)
        }
      }
      return { documents, troubles }
    },
  }
}

/** The path of the folder stays out of it: readers of a page see this message. */
const damaged = (id: string, reason: string, cause: unknown): HeadroomError =>
  new HeadroomError('saved-damaged', { file: `${id}${ENDING}`, reason }, { cause })

function parse<Document>(schema: z.ZodType<Document>, text: string, id: string): Document {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch (cause) {
    throw damaged(id, 'it is not JSON', cause)
  }
  const read = schema.safeParse(content)
  if (read.success) return read.data
  throw damaged(id, 'its content is not what this version writes', read.error)
}
