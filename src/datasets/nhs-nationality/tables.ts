import { roundTo, type TidyTable } from '../tidy-table.ts'
import { nationalityGroup } from './nationality-group.ts'
import type { NationalityRow } from './parse.ts'

const COUNTED =
  'Full-time equivalents in post in NHS trusts and clinical commissioning groups of England at the end of a month, by the ' +
  'nationality staff give, which need not be where they were born or trained. The groups are those the publisher formed in ' +
  '2017: eu has Ireland and 26 others without the UK, eea Iceland, Liechtenstein, Norway and Switzerland. '

const FTE = { name: 'fte', type: 'number', unit: 'FTE', description: 'Staff in post' } as const
const MONTH = { name: 'month', type: 'text', description: 'Month at whose end staff were counted' } as const
const GROUP = {
  name: 'nationality_group',
  type: 'text',
  description: 'uk, eu, eea, rest-of-world or unknown',
} as const

/** Staff of England by staff group and group of nationalities. */
export const groupTable = (rows: readonly NationalityRow[]): TidyTable => ({
  file: 'staff.csv',
  title: 'NHS hospital and community staff of England by staff group and group of nationalities',
  definition: `${COUNTED}Group all-hchs-doctors has the resident doctors in it. Where nobody is in a group, there is no row.`,
  editionColumns: ['month'],
  columns: [
    MONTH,
    { name: 'staff_group', type: 'text', description: 'Code of staff-groups.csv, or all-hchs-doctors' },
    GROUP,
    FTE,
  ],
  rows: sumBy(rows, ({ month, staffGroup, nationality }) => [
    month,
    staffGroup,
    nationalityGroup(nationality),
  ]),
})

/** Staff of England by nationality. */
export const nationalityTable = (rows: readonly NationalityRow[]): TidyTable => ({
  file: 'nationalities.csv',
  title: 'NHS hospital and community staff of England by nationality',
  definition: `${COUNTED}All staff groups together.`,
  editionColumns: ['month'],
  columns: [
    MONTH,
    GROUP,
    { name: 'nationality', type: 'text', description: 'Nationality, as published' },
    FTE,
  ],
  rows: sumBy(rows, ({ month, nationality }) => [month, nationalityGroup(nationality), nationality]),
})

function sumBy(
  rows: readonly NationalityRow[],
  keyOf: (row: NationalityRow) => readonly string[],
): readonly (readonly (string | number)[])[] {
  const sums = new Map<string, { readonly key: readonly string[]; fte: number }>()
  for (const row of rows) {
    const key = keyOf(row)
    const sum = sums.get(key.join('\t')) ?? { key, fte: 0 }
    sum.fte += row.fte
    sums.set(key.join('\t'), sum)
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { key, fte }]) => [...key, roundTo(fte, 5)])
}
