import { roundTo, type TidyTable } from '../tidy-table.ts'
import type { ReasonRow } from './parse.ts'

/** Days lost by edition, month and reason. */
export function reasonTable(
  editions: readonly { readonly period: string; readonly rows: readonly ReasonRow[] }[],
): TidyTable {
  const rows = editions.flatMap(({ period, rows }) =>
    rows.flatMap(({ month, staffGroup, code, reason, daysLost }) =>
      daysLost === null ? [] : [[period, month, staffGroup, code, reason, roundTo(daysLost, 5)]],
    ),
  )
  const rank = (row: readonly (string | number)[]): string => row.slice(0, 4).join()
  return {
    file: 'reasons.csv',
    title: 'NHS sickness absence of England by reason and month',
    definition:
      'Full-time equivalent days lost to sickness in a month by the reason recorded, England. Editions overlap and are kept ' +
      'apart: choose one before adding months. The sum over reasons is 1 to 2 % below the days lost of the files by ' +
      'organisation, which cover more bodies.',
    editionColumns: ['edition'],
    columns: [
      { name: 'edition', type: 'text', description: 'First and last month of the file the row is from' },
      { name: 'month', type: 'text', description: 'Month' },
      { name: 'staff_group', type: 'text', description: 'all, or the published staff group as a code' },
      { name: 'reason_code', type: 'text', description: 'Code of the reason in the Electronic Staff Record' },
      { name: 'reason', type: 'text', description: 'Reason, as published' },
      { name: 'fte_days_lost', type: 'number', unit: 'FTE days', description: 'Days lost to sickness' },
    ],
    rows: rows.sort((a, b) => (rank(a) < rank(b) ? -1 : 1)),
  }
}
