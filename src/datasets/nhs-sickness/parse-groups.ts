import { kebabCase } from '../kebab-case.ts'
import type { PublishedFile } from '../published-file.ts'
import { createRepeatCheck } from '../refuse-repeats.ts'
import type { Sheet } from '../workbook.ts'
import { incomplete, readMonthGrid, readRate } from './month-grid.ts'

/** A monthly rate of a staff group. */
export interface GroupRate {
  readonly month: string
  /** Publisher's label as a code. */
  readonly staffGroup: string
  /** A group, or the detail of the group above it. */
  readonly level: 'group' | 'detail'
  readonly rate: number
}

const GROUP = 'Staff group'
const DETAIL = 'Grade or part of the group'

/**
 * Reads the monthly rates by staff group: groups stand in the first column, their parts in the second.
 * @throws HeadroomError `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export function parseGroupRates(file: PublishedFile, sheet: Sheet): readonly GroupRate[] {
  const labels = [GROUP, DETAIL]
  const { table, months } = readMonthGrid(file, sheet, (_, index) => labels[index] ?? null, labels)
  const refuseRepeat = createRepeatCheck()
  const rates = table.rows.flatMap((row) => {
    const group = row.optional(GROUP)
    const staffGroup = kebabCase(group ?? row.text(DETAIL))
    const level = group === null ? 'detail' : 'group'
    refuseRepeat(row, `${level} ${staffGroup}`)
    return months.flatMap((month): GroupRate[] => {
      const rate = readRate(row, month)
      return rate === null ? [] : [{ month, staffGroup, level, rate }]
    })
  })
  if (rates.length === 0) throw incomplete(table.place, 'any rate')
  return rates
}
