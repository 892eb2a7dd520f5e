import { kebabCase } from '../kebab-case.ts'
import { monthOfLastDay } from '../parse-month.ts'
import type { PublishedFile } from '../published-file.ts'
import { readRawAny } from '../raw-any.ts'
import { createRepeatCheck } from '../refuse-repeats.ts'
import { REASON_COLUMNS } from './kind.ts'

/** FTE days lost in England for one reason in a month; null where the publisher gives none. */
export interface ReasonRow {
  readonly month: string
  /** `all`, or the publisher's label as a code. */
  readonly staffGroup: string
  /** Code in the Electronic Staff Record, for example `S10`. */
  readonly code: string
  readonly reason: string
  readonly daysLost: number | null
}

/**
 * Reads a file of sickness absence by reason.
 * @param added columns that editions before didn’t have
 * @throws HeadroomError `edition-damaged`, `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-split`
 */
export function parseReasons(file: PublishedFile, added: readonly string[]): readonly ReasonRow[] {
  const refuseRepeat = createRepeatCheck(added)
  return readRawAny(file, REASON_COLUMNS).rows.map((row) => {
    const [, code, reason] = /^(S\d\d)\s+(.+)$/.exec(row.text('REASON').replace(/\s+/g, ' ')) ?? []
    const group = kebabCase(row.text('STAFF_GROUP'))
    const parsed: ReasonRow = {
      month: monthOfLastDay(row, 'DATE'),
      staffGroup: group === 'all-staff-groups' ? 'all' : group,
      code: code ?? row.refuse('REASON', 'a reason with its code, such as S11 Back Problems'),
      reason: reason ?? '',
      daysLost: row.numericOrMissing('FTE_DAYS_LOST', { min: 0 }),
    }
    refuseRepeat(row, `${parsed.month}, ${group}, ${parsed.code}`)
    return parsed
  })
}
