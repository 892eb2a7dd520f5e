import { HeadroomError } from '../../errors/headroom-error.ts'
import { kebabCase } from '../kebab-case.ts'
import type { PublishedFile } from '../published-file.ts'
import { readRawCsv } from '../raw-csv.ts'
import type { RawRow } from '../raw-table.ts'
import { createRepeatCheck } from '../refuse-repeats.ts'
import type { TidyTable } from '../tidy-table.ts'
import { type CodeList, PAY_COLUMNS, PROVIDER_COLUMNS } from './kind.ts'

type Cells = readonly (string | number)[]

/** Reads every row of a file by its key; a file without any is refused. */
function readRows(
  file: PublishedFile,
  columns: readonly string[],
  keyOf: (row: RawRow) => string,
  read: (row: RawRow) => Cells,
): readonly Cells[] {
  const refuseRepeat = createRepeatCheck()
  const rows = readRawCsv(file, columns).rows.map((row) => {
    refuseRepeat(row, keyOf(row))
    return read(row)
  })
  if (rows.length === 0)
    throw new HeadroomError('edition-incomplete', { file: file.name, missing: 'any row' })
  return rows
}

/**
 * Reads the pay scales: year, band, and pounds a year at the bottom, on average and at the top.
 * @throws HeadroomError `edition-damaged`, `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export const parsePayScales = (file: PublishedFile): readonly Cells[] =>
  readRows(
    file,
    PAY_COLUMNS,
    (row) => `${row.text('YEAR')}, ${row.text('AFC_BAND')}`,
    (row) => {
      const [bottom = 0, average = 0, top = 0] = ['BOTTOM', 'AVERAGE', 'TOP'].map((column) =>
        row.numeric(column, { min: 1 }),
      )
      if (bottom > average || average > top) row.refuse('AVERAGE', `pay between ${bottom} and ${top}`)
      return [
        row.numeric('YEAR', { min: 2000, max: 2100 }),
        kebabCase(row.text('AFC_BAND')),
        bottom,
        average,
        top,
      ]
    },
  )

/** The pay scales as a table. */
export const payTable = (rows: readonly Cells[]): TidyTable => ({
  file: 'pay-scales.csv',
  title: 'Pay scales of Agenda for Change by band',
  definition:
    'Full-time basic pay of a year in pounds, England, at the bottom and the top of each band, and the average of its points. ' +
    'Allowances and overtime are on top.',
  editionColumns: ['year'],
  columns: [
    { name: 'year', type: 'integer', description: 'Financial year by its first calendar year' },
    { name: 'band', type: 'text', description: 'Band' },
    { name: 'bottom', type: 'number', unit: 'pounds a year', description: 'Lowest point' },
    { name: 'average', type: 'number', unit: 'pounds a year', description: 'Average of the points' },
    { name: 'top', type: 'number', unit: 'pounds a year', description: 'Highest point' },
  ],
  rows,
})

/**
 * Reads the list of organisations; codes and names have blanks around them in the file.
 * @throws HeadroomError `edition-damaged`, `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export const parseProviders = (file: PublishedFile): readonly Cells[] =>
  readRows(
    file,
    PROVIDER_COLUMNS,
    (row) => row.text('ORG_CODE'),
    (row) => {
      const specialist = row.text('SPECIALIST').toLowerCase()
      if (specialist !== 'true' && specialist !== 'false') row.refuse('SPECIALIST', 'TRUE or FALSE')
      return [
        row.text('ORG_CODE'),
        row.text('ORG_NAME').replace(/\s+/g, ' '),
        kebabCase(row.text('ORG_TYPE')),
        row.text('HEE_REGION_CODE'),
        specialist === 'true' ? 'yes' : 'no',
      ]
    },
  )

/** The list of organisations as a table. */
export const providerTable = (rows: readonly Cells[]): TidyTable => ({
  file: 'providers.csv',
  title: 'Organisations of the panel',
  definition:
    'NHS trusts and clinical commissioning groups as the makers of the panel list them, about 2018.',
  editionColumns: [],
  columns: [
    { name: 'organisation', type: 'text', description: 'Code of the organisation' },
    { name: 'name', type: 'text', description: 'Name' },
    { name: 'type', type: 'text', description: 'Type of organisation' },
    { name: 'hee_region', type: 'text', description: 'Code of the region in code-lists.csv' },
    { name: 'specialist', type: 'text', description: 'yes for a specialist trust, else no' },
  ],
  rows: [...rows].sort(([a = ''], [b = '']) => (a < b ? -1 : 1)),
})

/**
 * Reads a list of codes.
 * @throws HeadroomError `edition-damaged`, `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export const parseCodeList = (file: PublishedFile, { list, code, name }: CodeList): readonly Cells[] =>
  readRows(
    file,
    [code, name],
    (row) => row.text(code),
    (row) => [list, row.text(code), row.text(name).replace(/\s+/g, ' ')],
  )

/** The lists of codes as one table. */
export const codeListTable = (rows: readonly Cells[]): TidyTable => ({
  file: 'code-lists.csv',
  title: 'Codes of the panel: regions, staff groups, variables',
  definition: 'What the codes and variables of the panel mean, list by list, as its makers word them.',
  editionColumns: ['list'],
  columns: [
    { name: 'list', type: 'text', description: 'Name of the list' },
    { name: 'code', type: 'text', description: 'Code or variable' },
    { name: 'name', type: 'text', description: 'What it means' },
  ],
  rows: [...rows].sort(([a = ''], [b = '']) => (a < b ? -1 : a > b ? 1 : 0)),
})
