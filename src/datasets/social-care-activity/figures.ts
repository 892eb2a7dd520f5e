import { HeadroomError } from '../../errors/headroom-error.ts'
import { type MissingReason, missingReason } from '../missing.ts'
import { parseNumber } from '../parse-number.ts'

/** ONS code of a council with social care duties. */
export const COUNCIL = /^E(06|08|09|10)\d{6}$/

/** A published figure, or why there is none. */
export interface Figure {
  readonly value: number | null
  readonly missing: MissingReason | null
}

/**
 * Reads a cell that holds a figure or a mark for a missing one.
 * @param marks marks that mean something else in this publication than elsewhere
 * @throws HeadroomError `edition-cell`
 */
export function readFigure(
  text: string,
  cell: { readonly place: string; readonly column: string },
  marks: ReadonlyMap<string, MissingReason> = new Map(),
): Figure {
  const missing = marks.get(text) ?? missingReason(text)
  if (missing !== null) return { value: null, missing }
  const value = parseNumber(text)
  if (value !== null) return { value, missing: null }
  throw new HeadroomError('edition-cell', {
    ...cell,
    expected: `a number, or a mark such as ${[...marks.keys(), '..'].join(' or ')}`,
    found: text.slice(0, 80),
  })
}

/** `2013-14` and the like as `2013/14`, or null where the text has no two years in a row. */
export function financialYear(text: string): string | null {
  const [, from, to] = /(?:^|\D)(?:20)?(\d\d)[-_/](\d\d)(?:\D|$)/.exec(text) ?? []
  return from !== undefined && Number(to) === (Number(from) + 1) % 100 ? `20${from}/${to}` : null
}

/** The financial year that ends in a year: 2017 is `2016/17`. */
export const yearEnding = (end: number): string => `${end - 1}/${String(end % 100).padStart(2, '0')}`
