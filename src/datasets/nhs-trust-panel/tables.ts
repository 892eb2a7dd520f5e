import { roundTo, type TidyColumn, type TidyTable } from '../tidy-table.ts'
import type { Panel } from './panels.ts'
import type { PanelRow } from './parse.ts'

const YEAR: TidyColumn = { name: 'year', type: 'integer', description: 'Year, as in the file' }
const ORGANISATION: TidyColumn = {
  name: 'organisation',
  type: 'text',
  description: 'Code of the organisation as it was in the year',
}

/** The table of one file of the panel. */
export const panelTable = (
  { file, title, definition, columns }: Panel,
  rows: readonly PanelRow[],
): TidyTable => ({
  file,
  title,
  definition,
  editionColumns: ['year'],
  columns: [
    YEAR,
    ORGANISATION,
    ...columns.map(
      ({ name, unit, description, isInteger }): TidyColumn => ({
        name,
        type: isInteger ? 'integer' : 'number',
        unit,
        description,
      }),
    ),
  ],
  rows: [...rows]
    .sort((a, b) => a.year - b.year || (a.organisation < b.organisation ? -1 : 1))
    .map(({ year, organisation, values }) => [
      year,
      organisation,
      ...values.map((value) => roundTo(value, 5)),
    ]),
})
