import type { CouncilShares } from '../social-care-turnover/share-councils.ts'
import { roundTo, type TidyColumn, type TidyTable } from '../tidy-table.ts'
import { AREA, COUNCIL_COLUMN, COVERAGE, SHARED, YEAR } from './activity-tables.ts'
import type { Figure } from './figures.ts'
import type { Provision } from './parse-harmonised.ts'

const DEFINITION =
  'What councils provided themselves and what they bought, put together from their returns: weeks of residential and ' +
  'nursing care of people aged 65 and over, hours of home care, people in day care in a week.'
const SETTING: TidyColumn = {
  name: 'setting',
  type: 'text',
  description: 'Residential and nursing care (weeks), home-care (hours) or day-care (people a week)',
}
const PARTS: readonly TidyColumn[] = [
  { name: 'in_house', type: 'number', description: 'Provided by councils themselves; empty where missing' },
  { name: 'external', type: 'number', description: 'Bought from others; empty where missing' },
]
/** Settings that are kept by council. */
const BY_COUNCIL = ['residential', 'nursing']

/** Provision by council: weeks of residential and nursing care. */
export const councilProvisionTable = (rows: readonly Provision[]): TidyTable => ({
  file: 'council-provision.csv',
  title: 'Weeks in care homes by council, year and provider',
  definition: `${DEFINITION} A figure that is missing is empty.`,
  editionColumns: ['year'],
  columns: [YEAR, COUNCIL_COLUMN, SETTING, ...PARTS],
  rows: rows
    .filter(({ setting }) => BY_COUNCIL.includes(setting))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .map(({ year, council, setting, inHouse, external }) => [
      year,
      council,
      setting,
      whole(inHouse),
      whole(external),
    ]),
})

/** Provision by area. */
export function areaProvisionTable(rows: readonly Provision[], shares: CouncilShares): TidyTable {
  const groups = new Map<string, Provision[]>()
  for (const row of rows) {
    const key = `${row.year}\t${row.setting}`
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return {
    file: 'area-provision.csv',
    title: 'Social care by area, year, setting and provider',
    definition: `${DEFINITION} Sums of the councils of an area. ${SHARED}`,
    editionColumns: ['year'],
    columns: [YEAR, AREA, SETTING, ...PARTS, COVERAGE],
    rows: [...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([key, group]) => {
        const [year = '', setting = ''] = key.split('\t')
        const inHouse = new Map(
          shares.share(figuresOf(group, (row) => row.inHouse)).map(({ area, value }) => [area, value]),
        )
        return shares
          .share(figuresOf(group, (row) => row.external))
          .map(({ area, value, coverage }) => [
            year,
            area,
            setting,
            inHouse.has(area) ? roundTo(inHouse.get(area) ?? 0, 0) : '',
            roundTo(value, 0),
            roundTo(coverage, 3),
          ])
      }),
  }
}

const figuresOf = (rows: readonly Provision[], part: (row: Provision) => Figure | null) =>
  rows.flatMap((row) => {
    const value = part(row)?.value ?? null
    return value === null ? [] : [{ council: row.council, value }]
  })

const whole = (figure: Figure | null): number | '' =>
  figure?.value === null || figure === null ? '' : roundTo(figure.value, 0)

const keyOf = ({ year, council, setting }: Provision): string => `${year},${council},${setting}`
