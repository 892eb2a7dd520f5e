import { roundTo, type TidyTable } from '../tidy-table.ts'
import type { SicknessRow } from './parse.ts'

/** Sums the organisations of each area and month. */
export function absence(rows: readonly SicknessRow[]): TidyTable {
  const cells = new Map<string, { month: string; area: string; lost: number; available: number }>()
  for (const { month, area, daysLost, daysAvailable } of rows) {
    const key = `${month},${area}`
    const cell = cells.get(key) ?? { month, area, lost: 0, available: 0 }
    // Days available without days lost would lower the rate, so an organisation counts with both or not at all.
    if (daysLost !== null && daysAvailable !== null) {
      cell.lost += daysLost
      cell.available += daysAvailable
    }
    cells.set(key, cell)
  }
  const sorted = [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell)
  return {
    file: 'absence.csv',
    title: 'NHS sickness absence by area and month',
    definition:
      'Full-time equivalent days lost to sickness and days available in a month, summed over the organisations of an area. ' +
      'Rate = days lost / days available. Area QZZ holds special health authorities and other bodies that belong to no area.',
    editionColumns: ['month'],
    columns: [
      { name: 'month', type: 'text', description: 'Month' },
      { name: 'area', type: 'text', description: 'NHS code of the integrated care board, or QZZ' },
      { name: 'fte_days_lost', type: 'number', unit: 'FTE days', description: 'Days lost to sickness' },
      { name: 'fte_days_available', type: 'number', unit: 'FTE days', description: 'Days available' },
    ],
    rows: sorted.map(({ month, area, lost, available }) => [
      month,
      area,
      roundTo(lost, 5),
      roundTo(available, 5),
    ]),
  }
}
