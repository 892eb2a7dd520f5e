import { roundTo, type TidyColumn, type TidyTable } from '../tidy-table.ts'
import type { PanelRow } from './parse.ts'

const YEAR: TidyColumn = { name: 'year', type: 'integer', description: 'Year, as in the file' }
const ORGANISATION: TidyColumn = {
  name: 'organisation',
  type: 'text',
  description: 'Code of the organisation as it was in the year',
}

const cells = (rows: readonly PanelRow[]): TidyTable['rows'] =>
  [...rows]
    .sort((a, b) => a.year - b.year || (a.organisation < b.organisation ? -1 : 1))
    .map(({ year, organisation, value }) => [year, organisation, roundTo(value, 5)])

/** The panel's figure of all staff, under a name that doesn't pass for staff in post. */
export const staffTable = (rows: readonly PanelRow[]): TidyTable => ({
  file: 'panel-fte.csv',
  title: 'All staff of NHS trusts by year, as the panel counts them',
  definition:
    'Full-time equivalents of all staff of a trust as collated for research. The level is about 2.4 times the staff in post ' +
    'that the publisher gives for the same trusts (10th to 90th percentile 2.2 to 2.8), as if groups and the totals of ' +
    'groups were added; it is not staff in post and no factor puts it right. Trusts with all seven years only.',
  editionColumns: ['year'],
  columns: [
    YEAR,
    ORGANISATION,
    { name: 'panel_fte', type: 'number', unit: 'FTE', description: 'All staff, as the panel counts them' },
  ],
  rows: cells(rows),
})

/** Share of staff who stay a year. */
export const stabilityTable = (rows: readonly PanelRow[]): TidyTable => ({
  file: 'stability.csv',
  title: 'Stability index of NHS organisations',
  definition:
    'Share of the staff of an organisation at the start of a year who are still in it at the end, per cent. 100 less the index ' +
    'is not the leaver rate of the turnover series, which counts joiners of the same year too. 0 and 100 are those of bodies ' +
    'that closed, began or are very small.',
  editionColumns: ['year'],
  columns: [
    YEAR,
    ORGANISATION,
    { name: 'stability_percent', type: 'number', unit: 'per cent', description: 'Stability index' },
  ],
  rows: cells(rows),
})
