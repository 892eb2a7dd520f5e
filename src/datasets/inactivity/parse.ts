import { HeadroomError } from '../../errors/headroom-error.ts'
import { parseQuarter, releaseMonth } from '../ons-release.ts'
import type { PublishedFile } from '../published-file.ts'
import { findHeader, readRawSheet, sheetsOf } from '../raw-sheet.ts'
import { refuseTwice } from '../social-care-outcomes/council-outcome.ts'
import { INACTIVITY_COLUMNS, REASONS } from './kind.ts'

/** Inactive people aged 16 to 64 in the United Kingdom in one quarter. */
export interface InactiveQuarter {
  readonly quarter: string
  /** Last month counted from the year 0. */
  readonly index: number
  readonly isCalendar: boolean
  /** People by reason; reasons that are not available have none. */
  readonly people: ReadonlyMap<string, number>
}

/** One release as parsed. */
export interface Release {
  /** Month it came out. */
  readonly vintage: string
  readonly quarters: readonly InactiveQuarter[]
}

/** Below this a total can't be people: fewer than a million have never been inactive. */
const AT_LEAST = 1_000_000

/**
 * Reads the sheet of all people. Its heading says thousands, its cells hold people, shown as thousands; a
 * release that holds thousands is told by its total.
 * @throws HeadroomError `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export function parseRelease(file: PublishedFile): Release {
  const sheet = sheetsOf(file).find((candidate) => findHeader(candidate, INACTIVITY_COLUMNS) >= 0)
  if (!sheet) throw new Error(`${file.name} was recognised by a sheet it doesn't have`)
  const vintage = releaseMonth(file, sheet)
  const label = INACTIVITY_COLUMNS[0] ?? ''
  const seen = new Map<string, number>()
  const quarters: InactiveQuarter[] = []
  for (const row of readRawSheet(file, sheet, INACTIVITY_COLUMNS).rows) {
    const parsed = parseQuarter(row.optional(label) ?? '')
    const isBlank = [...REASONS.keys()].every((column) => row.optional(column) === null)
    if (!parsed && isBlank) continue // notes at the foot
    const quarter = parsed ?? row.refuse(label, 'a quarter such as Nov-Jan 2022')
    refuseTwice(seen, row, quarter.quarter)
    const total = row.numeric('LF2M', { min: 0 })
    const scale = total < AT_LEAST ? 1000 : 1
    const people = new Map<string, number>()
    for (const [column, reason] of REASONS) {
      const value = row.numericOrMissing(column, { min: 0, max: total })
      if (value !== null) people.set(reason, value * scale)
    }
    quarters.push({ ...quarter, people })
  }
  if (quarters.length === 0)
    throw new HeadroomError('edition-incomplete', { file: file.name, missing: 'any quarter' })
  return { vintage, quarters: quarters.sort((a, b) => a.index - b.index) }
}
