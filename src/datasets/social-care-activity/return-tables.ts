import { ENGLAND_ONS } from '../social-care-turnover/parse-turnover.ts'
import type { CouncilShares } from '../social-care-turnover/share-councils.ts'
import { roundTo, type TidyColumn, type TidyTable } from '../tidy-table.ts'
import { AREA, COUNCIL_COLUMN, COVERAGE, SHARED, YEAR } from './activity-tables.ts'
import type { ReturnRow } from './parse-finance-return.ts'

const KEYS = 'Labels of keys are those of data/reference/finance-return-keys.csv, some of them assumed.'
const AGE: TidyColumn = {
  name: 'age',
  type: 'text',
  description: '18-64, 65+, or 18+ for both; all where it is not split',
}
const CARE: TidyColumn = { name: 'care', type: 'text', description: 'Long-term, short-term or other support' }
const amount = (name: string, description: string): TidyColumn => ({
  name,
  type: 'number',
  unit: 'thousands of pounds',
  description,
})
const AMOUNTS: readonly TidyColumn[] = [
  amount('total_expenditure', 'Total expenditure'),
  amount('total_income', 'Total income'),
  amount('net_total', 'Net total expenditure'),
  amount('gross_total', 'Gross total expenditure'),
  amount('net_current', 'Net current expenditure'),
  amount('gross_current', 'Gross current expenditure'),
]
/** Where the amounts of `AMOUNT_COLUMNS` that are kept by council stand. */
const [NET_CURRENT, GROSS_CURRENT] = [4, 5]

/** Weeks of support by area: rows of the unit costs have what they cost as well. */
export const weeksTable = (rows: readonly ReturnRow[], shares: CouncilShares): TidyTable => ({
  file: 'area-weeks.csv',
  title: 'Weeks of social care by area, age, reason, setting and provider',
  definition:
    'Weeks of residential, nursing and short-term support that councils provided or bought in the year; for 2014/15 with ' +
    `their gross cost. Sums of the councils of an area. ${SHARED} ${KEYS}`,
  editionColumns: ['year'],
  columns: [
    YEAR,
    AREA,
    AGE,
    { name: 'reason', type: 'text', description: 'Primary reason for support, or all' },
    {
      name: 'setting',
      type: 'text',
      description: 'Residential, nursing, both, or short-term support to maximise independence',
    },
    {
      name: 'provision',
      type: 'text',
      description: 'In-house, external or all; council-supported leaves out what the NHS pays',
    },
    {
      name: 'weeks',
      type: 'number',
      unit: 'weeks',
      description: 'Weeks of support; empty where missing',
    },
    amount('cost', 'Gross total expenditure, given with the weeks in 2014/15 alone; empty where missing'),
    COVERAGE,
  ],
  rows: areaRows(rows, shares, 0, 2),
})

/** Expenditure and income by area. */
export const expenditureTable = (rows: readonly ReturnRow[], shares: CouncilShares): TidyTable => ({
  file: 'area-expenditure.csv',
  title: 'Social care expenditure by area',
  definition: `Expenditure and income of councils by kind of support, all reasons together. ${SHARED} ${KEYS}`,
  editionColumns: ['year'],
  columns: [
    YEAR,
    AREA,
    CARE,
    AGE,
    { name: 'item', type: 'text', description: 'Setting, purpose, or key of the reason' },
    ...AMOUNTS,
    COVERAGE,
  ],
  rows: areaRows(rows, shares, 0, AMOUNTS.length),
})

/** Gross and net current expenditure by council. */
export function councilExpenditureTable(rows: readonly ReturnRow[]): TidyTable {
  const sums = new Map<string, { readonly head: readonly string[]; gross: number; net: number }>()
  for (const { year, council, kind, values } of rows) {
    if (council === ENGLAND_ONS) continue
    const head = [year, council, kind.split('\t')[0] ?? '']
    const before = sums.get(head.join()) ?? { head, gross: 0, net: 0 }
    before.gross += values[GROSS_CURRENT] ?? 0
    before.net += values[NET_CURRENT] ?? 0
    sums.set(head.join(), before)
  }
  return {
    file: 'council-expenditure.csv',
    title: 'Social care expenditure by council',
    definition: `Current expenditure of councils by kind of support. ${KEYS}`,
    editionColumns: ['year'],
    columns: [
      YEAR,
      COUNCIL_COLUMN,
      CARE,
      amount('gross_current', 'Gross current expenditure'),
      amount('net_current', 'Net current expenditure'),
    ],
    rows: [...sums]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { head, gross, net }]) => [...head, roundTo(gross, 1), roundTo(net, 1)]),
  }
}

/** Additional items by area. */
export const additionalTable = (rows: readonly ReturnRow[], shares: CouncilShares): TidyTable => ({
  file: 'area-additional.csv',
  title: 'Additional items of the social care finance return by area',
  definition: `Items that the return compares with other statistics, under the publisher’s keys, whose labels the file doesn’t give. ${SHARED}`,
  editionColumns: ['year'],
  columns: [
    YEAR,
    AREA,
    { name: 'item', type: 'text', description: 'The publisher’s number of the item' },
    AGE,
    { name: 'finance_key', type: 'text', description: 'FinanceType_KEY; empty where missing' },
    { name: 'comparison_key', type: 'text', description: 'ComparativeTotals_KEY; empty where missing' },
    { name: 'value', type: 'number', description: 'Sum of the councils' },
    COVERAGE,
  ],
  rows: areaRows(rows, shares, 0, 1),
})

/** Rows by year, area and kind: each value shared by its own councils, coverage that of the first. */
function areaRows(
  rows: readonly ReturnRow[],
  shares: CouncilShares,
  decimals: number,
  width: number,
): readonly (readonly (string | number)[])[] {
  const groups = new Map<string, ReturnRow[]>()
  for (const row of rows) {
    if (row.council === ENGLAND_ONS) continue
    const group = groups.get(`${row.year}\t${row.kind}`)
    if (group) group.push(row)
    else groups.set(`${row.year}\t${row.kind}`, [row])
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, group]) => {
      const [year = '', ...kind] = key.split('\t')
      const places = new Map<string, { readonly cells: (number | '')[]; coverage: number }>()
      for (let index = 0; index < width; index++) {
        const figures = group.flatMap(({ council, values }) => {
          const value = values[index] ?? null
          return value === null ? [] : [{ council, value }]
        })
        for (const { area, value, coverage } of shares.share(figures)) {
          const place = places.get(area) ?? { cells: new Array<number | ''>(width).fill(''), coverage }
          place.cells[index] = roundTo(value, decimals)
          places.set(area, place)
        }
      }
      return [...places]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([area, { cells, coverage }]) => [year, area, ...kind, ...cells, roundTo(coverage, 3)])
    })
}
