import { roundTo, type TidyTable } from '../tidy-table.ts'
import type { AreaTurnover } from './area-turnover.ts'
import { type CouncilTurnover, ENGLAND_ONS } from './parse-turnover.ts'

const TURNOVER =
  'Share of staff of adult social care employers (local authority and independent) who left their role within 12 months, ' +
  'estimated by Skills for Care. A leaver may stay in the sector.'

/** Turnover by council; England and councils without a figure have no row. */
export const councilTable = (rows: readonly CouncilTurnover[]): TidyTable => ({
  file: 'council-turnover.csv',
  title: 'Staff turnover in adult social care by council and year',
  definition: `${TURNOVER} A council without a figure in a year has no row.`,
  editionColumns: ['year'],
  columns: [
    { name: 'year', type: 'text', description: 'Financial year' },
    { name: 'council', type: 'text', description: 'ONS code of the council, as published' },
    { name: 'council_name', type: 'text', description: 'Name of the council, as published' },
    { name: 'turnover', type: 'number', unit: 'share', description: 'Share of staff who left their role' },
  ],
  rows: rows
    .filter(({ council, turnover }) => council !== ENGLAND_ONS && turnover !== null)
    .sort((a, b) => (`${a.year} ${a.council}` < `${b.year} ${b.council}` ? -1 : 1))
    .map(({ year, council, councilName, turnover }) => [
      year,
      council,
      councilName,
      roundTo(turnover ?? 0, 6),
    ]),
})

/** Turnover by area. */
export const areaTable = (rows: readonly AreaTurnover[]): TidyTable => ({
  file: 'area-turnover.csv',
  title: 'Staff turnover in adult social care by area and year',
  definition:
    `${TURNOVER} Mean of the councils of an area that have a figure, weighted by their small areas in it ` +
    '(council-areas.csv). An area none of whose councils has a figure in a year has no row.',
  editionColumns: ['year'],
  columns: [
    { name: 'year', type: 'text', description: 'Financial year' },
    { name: 'area', type: 'text', description: 'NHS code of the integrated care board' },
    { name: 'turnover', type: 'number', unit: 'share', description: 'Share of staff who left their role' },
    { name: 'councils', type: 'integer', description: 'Councils with a figure that the mean is of' },
  ],
  rows: rows.map(({ year, area, turnover, councils }) => [year, area, roundTo(turnover, 6), councils]),
})
