import type { AreaFinder } from '../area-names.ts'
import { kebabCase } from '../kebab-case.ts'
import type { PublishedFile } from '../published-file.ts'
import { readRawCsv } from '../raw-csv.ts'
import type { RawRow } from '../raw-table.ts'
import { refuseNewAreas, refuseNewGroups } from '../refuse-new.ts'
import { createRepeatCheck } from '../refuse-repeats.ts'
import { TURNOVER_COLUMNS } from './kind.ts'

/** What a row counts: staff at the start or the end of the period, or people who joined or left in it. */
export type FlowType = 'opening' | 'closing' | 'joiners' | 'leavers'

/** One row of the published file in our words; absent joiners and leavers have no row. */
export interface TurnoverRow {
  /** Months of the two dates, for example `2025-09/2025-10`. */
  readonly period: string
  readonly type: FlowType
  readonly area: string
  readonly organisation: string
  readonly benchmarkGroup: string
  /** Code of the staff group, or `all`. */
  readonly staffGroup: string
  readonly headcount: number
  readonly fte: number
}

const TYPES: ReadonlyMap<string, FlowType> = new Map([
  ['Denominator at start of period', 'opening'],
  ['Denominator at end of period', 'closing'],
  ['Joiners', 'joiners'],
  ['Leavers', 'leavers'],
])

const ALL_GROUPS = 'All staff groups'

/**
 * Reads the monthly turnover file.
 * @param groups codes of the staff groups by the publisher's label
 * @param added columns that editions before didn’t have
 * @throws HeadroomError `edition-damaged`, `edition-columns`, `edition-areas`, `edition-groups`, `edition-cell`,
 * `edition-duplicate`, `edition-split`
 */
export function parseTurnover(
  file: PublishedFile,
  areas: AreaFinder,
  groups: ReadonlyMap<string, string>,
  added: readonly string[],
): readonly TurnoverRow[] {
  const refuseRepeat = createRepeatCheck(added)
  const table = readRawCsv(file, TURNOVER_COLUMNS)
  refuseNewAreas(table, 'ICS_CODE', 'ICS_NAME', areas)
  refuseNewGroups(table, 'STAFF_GROUP_1_NAME', (label) => label === ALL_GROUPS || groups.has(label))
  return table.rows.map((row) => {
    const label = row.text('STAFF_GROUP_1_NAME')
    const parsed: TurnoverRow = {
      period: parsePeriod(row),
      type: TYPES.get(row.text('TYPE')) ?? row.refuse('TYPE', `one of ${[...TYPES.keys()].join(', ')}`),
      area: areas.byCode(row.text('ICS_CODE')) ?? row.refuse('ICS_CODE', 'the code of one of the areas'),
      organisation: row.text('REPORTING_ORG_CODE'),
      benchmarkGroup: kebabCase(row.text('BENCHMARK_GROUP')),
      staffGroup:
        label === ALL_GROUPS
          ? 'all'
          : (groups.get(label) ?? row.refuse('STAFF_GROUP_1_NAME', 'a label of staff-groups.csv')),
      headcount: row.numeric('HC', { min: 0 }),
      fte: row.numeric('FTE', { min: 0 }),
    }
    if (!Number.isInteger(parsed.headcount)) row.refuse('HC', 'a whole number of people')
    refuseRepeat(row, [parsed.period, parsed.type, parsed.organisation, parsed.area, label].join(', '))
    return parsed
  })
}

/** `202509 to 202510` as `2025-09/2025-10`; only a period of one month is a monthly turnover. */
function parsePeriod(row: RawRow): string {
  const [, year, month, toYear, toMonth] = /^(\d{4})(\d\d) to (\d{4})(\d\d)$/.exec(row.text('PERIOD')) ?? []
  const months = 12 * (Number(toYear) - Number(year)) + Number(toMonth) - Number(month)
  if (months !== 1 || Number(month) < 1 || Number(month) > 12)
    row.refuse('PERIOD', 'two neighbouring months such as 202509 to 202510')
  return `${year}-${month}/${toYear}-${toMonth}`
}
