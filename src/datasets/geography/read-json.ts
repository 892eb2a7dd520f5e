import type { z } from 'zod'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { type PublishedFile, wholeText } from '../published-file.ts'

/** How much of a text is looked at for the mark that tells what it is, in characters. */
const MARK_WITHIN = 2_000

/** True where a text file is a JSON object that names a mark near its start. A glance, for recognising. */
export function isJsonWith(file: PublishedFile, mark: RegExp): boolean {
  if (file.kind !== 'text') return false
  const start = file.head.slice(0, MARK_WITHIN)
  return /^\ufeff?\s*\{/.test(start) && mark.test(start)
}

/**
 * Reads a JSON file of a given shape.
 * @throws HeadroomError `edition-damaged`, or `edition-cell` that names the first place of another shape
 */
export function readJson<T>(file: PublishedFile, shape: z.ZodType<T>): T {
  if (file.kind !== 'text') throw new Error(`${file.name} is a workbook, not text`)
  const parsed = shape.safeParse(parse(wholeText(file), file.name))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const path = (issue?.path ?? []).map(String)
  throw new HeadroomError('edition-cell', {
    place: `${file.name}, ${path.slice(0, -1).join('.') || 'outermost'}`,
    column: path.at(-1) ?? 'the whole',
    expected: issue?.message ?? 'another shape',
    found: 'something else',
  })
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.slice(0, 120) : String(cause)
    throw new HeadroomError('edition-damaged', { file: name, format: 'JSON', reason }, { cause })
  }
}
