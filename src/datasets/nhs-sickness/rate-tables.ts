import { kebabCase } from '../kebab-case.ts'
import type { TidyColumn, TidyTable } from '../tidy-table.ts'
import { ALL_ORGANISATIONS } from './parse-organisations.ts'
import type { Release } from './release.ts'

const KEPT_APART =
  'Published monthly rate, per cent: FTE days lost to sickness / FTE days available, rounded to two decimals. Releases are ' +
  'kept apart, as later ones revise earlier months; choose one before comparing months. No days are published here, so ' +
  'rates can’t be added or averaged exactly.'

const RELEASED: TidyColumn = {
  name: 'released',
  type: 'text',
  description: 'Day the workbook was published',
}
const MONTH: TidyColumn = { name: 'month', type: 'text', description: 'Month' }
const RATE: TidyColumn = {
  name: 'rate_percent',
  type: 'number',
  unit: 'per cent',
  description: 'Sickness absence rate',
}

const createTable = (
  file: string,
  title: string,
  definition: string,
  columns: readonly TidyColumn[],
  rows: TidyTable['rows'],
): TidyTable => ({ file, title, definition, editionColumns: ['released'], columns, rows })

/** Rates of the releases by region, staff group, type of organisation and organisation. */
export const rateTables = (releases: readonly Release[]): readonly TidyTable[] =>
  [regionTable(releases), groupTable(releases), typeTable(releases), ...organisationTables(releases)].filter(
    ({ rows }) => rows.length > 0,
  )

const regionTable = (releases: readonly Release[]): TidyTable =>
  createTable(
    'region-rates.csv',
    'NHS sickness absence rates of England and its regions by month',
    KEPT_APART,
    [
      RELEASED,
      MONTH,
      { name: 'region', type: 'text', description: 'NHS England region as published, or England' },
      RATE,
    ],
    releases.flatMap(({ released, regions }) =>
      regions.rates.map(({ month, column, rate }) => [released, month, column, rate]),
    ),
  )

const groupTable = (releases: readonly Release[]): TidyTable =>
  createTable(
    'staff-group-rates.csv',
    'NHS sickness absence rates of England by staff group and month',
    `${KEPT_APART} Details are parts of the group listed above them, doctors by grade; groups and details overlap.`,
    [
      RELEASED,
      MONTH,
      {
        name: 'staff_group',
        type: 'text',
        description: 'Staff group or detail, the published label as a code',
      },
      { name: 'level', type: 'text', description: 'group, or detail of one' },
      RATE,
    ],
    releases.flatMap(({ released, groups }) =>
      (groups ?? []).map(({ month, staffGroup, level, rate }) => [released, month, staffGroup, level, rate]),
    ),
  )

const typeTable = (releases: readonly Release[]): TidyTable =>
  createTable(
    'organisation-type-rates.csv',
    'NHS sickness absence rates of England by type of organisation and month',
    KEPT_APART,
    [
      RELEASED,
      MONTH,
      {
        name: 'organisation_type',
        type: 'text',
        description: 'Type of organisation, the published label as a code, or england',
      },
      RATE,
    ],
    releases.flatMap(({ released, types }) =>
      (types?.rates ?? []).map(({ month, column, rate }) => [released, month, kebabCase(column), rate]),
    ),
  )

/** Months of a financial year, as numbers in a calendar year. */
const YEAR = ['04', '05', '06', '07', '08', '09', '10', '11', '12', '01', '02', '03']
const MONTH_NAMES = ['apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec', 'jan', 'feb', 'mar']
const MONTH_COLUMNS = MONTH_NAMES.map(
  (name): TidyColumn => ({
    name,
    type: 'number',
    unit: 'per cent',
    description: 'Sickness absence rate of the month; empty where missing',
  }),
)

const REGION: TidyColumn = {
  name: 'region',
  type: 'text',
  description: 'Code of the NHS England region, as published',
}
const ORGANISATION: TidyColumn = {
  name: 'organisation',
  type: 'text',
  description: 'Code of the organisation',
}

function organisationTables(releases: readonly Release[]): readonly TidyTable[] {
  const own = releases.flatMap(({ released, organisations }) =>
    (organisations ?? [])
      .filter(({ name }) => name !== ALL_ORGANISATIONS)
      .map((organisation) => ({ released, ...organisation })),
  )
  return [
    createTable(
      'organisation-rates.csv',
      'NHS sickness absence rates of organisations by month',
      `${KEPT_APART} One row a financial year with any rate. The publisher marks alike what didn’t exist and what it obscures ` +
        'because 330 FTE days or fewer were available, so an empty month may be either. Monthly files by organisation since ' +
        '2024 are apart: absence.csv.',
      [
        RELEASED,
        REGION,
        ORGANISATION,
        { name: 'year', type: 'text', description: 'Financial year, April to March' },
        ...MONTH_COLUMNS,
      ],
      own.flatMap(({ released, regionCode, organisation, rates }) =>
        yearsOf(rates).map((year) => [
          released,
          regionCode,
          organisation,
          `${year}/${String((year + 1) % 100).padStart(2, '0')}`,
          ...YEAR.map((month, index) => rates.get(`${index < 9 ? year : year + 1}-${month}`) ?? ''),
        ]),
      ),
    ),
    createTable(
      'organisations.csv',
      'Organisations of the tables of NHS sickness absence rates',
      'Organisations as a release lists them under regions; those without a rate in any month are here too.',
      [
        RELEASED,
        REGION,
        ORGANISATION,
        { name: 'name', type: 'text', description: 'Name of the organisation, as published' },
        { name: 'region_name', type: 'text', description: 'Name of the region, as published' },
      ],
      own.map(({ released, regionCode, organisation, name, region }) => [
        released,
        regionCode,
        organisation,
        name.replace(/\s+/g, ' '),
        region,
      ]),
    ),
  ]
}

/** First calendar years of the financial years that have a rate, in order. */
const yearsOf = (rates: ReadonlyMap<string, number>): readonly number[] =>
  [
    ...new Set(
      [...rates.keys()].map((month) => Number(month.slice(0, 4)) - (Number(month.slice(5)) < 4 ? 1 : 0)),
    ),
  ].sort((a, b) => a - b)
