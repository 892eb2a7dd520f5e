import type { AreaFinder } from '../area-names.ts'
import { monthOfLastDay } from '../parse-month.ts'
import type { PublishedFile } from '../published-file.ts'
import { readRawCsv } from '../raw-csv.ts'
import { refuseNewAreas } from '../refuse-new.ts'
import { createRepeatCheck } from '../refuse-repeats.ts'
import { SICKNESS_COLUMNS } from './kind.ts'

/** The publisher's code for special health authorities and other bodies that belong to no area. */
export const NO_AREA = 'QZZ'

/** One organisation's month; days are null where the publisher blanks them. */
export interface SicknessRow {
  /** Month, for example `2024-04`. */
  readonly month: string
  readonly area: string
  readonly organisation: string
  readonly daysLost: number | null
  readonly daysAvailable: number | null
  /** Published rate, per cent. */
  readonly rate: number | null
}

/**
 * Reads a monthly sickness absence file.
 * @param added columns that editions before didn’t have
 * @throws HeadroomError `edition-damaged`, `edition-columns`, `edition-areas`, `edition-cell`, `edition-duplicate`,
 * `edition-split`
 */
export function parseSickness(
  file: PublishedFile,
  areas: AreaFinder,
  added: readonly string[] = [],
): readonly SicknessRow[] {
  const refuseRepeat = createRepeatCheck(added)
  const table = readRawCsv(file, SICKNESS_COLUMNS)
  refuseNewAreas(table, 'ICS_CODE', 'ICS_NAME', areas, [NO_AREA])
  return table.rows.map((row) => {
    const code = row.text('ICS_CODE')
    const parsed: SicknessRow = {
      month: monthOfLastDay(row, 'DATE'),
      area:
        code === NO_AREA
          ? NO_AREA
          : (areas.byCode(code) ?? row.refuse('ICS_CODE', 'the code of one of the areas, or QZZ')),
      organisation: row.text('ORG_CODE'),
      daysLost: row.numericOrMissing('FTE_DAYS_LOST', { min: 0 }),
      daysAvailable: row.numericOrMissing('FTE_DAYS_AVAILABLE', { min: 0 }),
      rate: row.numericOrMissing('SICKNESS_ABSENCE_RATE_PERCENT', { min: 0, max: 100 }),
    }
    const { daysLost, daysAvailable } = parsed
    if (daysLost !== null && daysAvailable !== null && daysLost > daysAvailable)
      row.refuse('FTE_DAYS_LOST', `at most the ${daysAvailable} days available`)
    refuseRepeat(row, `${parsed.month}, ${parsed.organisation}`)
    return parsed
  })
}
