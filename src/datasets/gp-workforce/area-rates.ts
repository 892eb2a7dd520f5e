import type { Finding } from '../../domain/finding.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import type { AreaFinder } from '../area-names.ts'
import type { PublishedFile } from '../published-file.ts'
import { readRawCsv } from '../raw-csv.ts'
import { roundTo, type TidyTable } from '../tidy-table.ts'
import { BOARD_COLUMNS } from './kind.ts'

const METRIC = /^Primary care workforce \(FTEs\) per 100,000 population \((.+)\)$/

const ROLES: ReadonlyMap<string, string> = new Map([
  ['GP', 'gp'],
  ['Nurses', 'nurses'],
  ['Direct Patient Care', 'direct-patient-care'],
  ['Admin/Non-Clinical', 'administration'],
])

/** Staff of a role per 100,000 people in an area and year; null where not available. */
export interface AreaRate {
  readonly year: number
  readonly area: string
  readonly role: string
  readonly rate: number | null
}

/**
 * Reads the primary care measures of the panel of boards; other measures are left out.
 * @throws HeadroomError `edition-damaged`, `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export function parseAreaRates(file: PublishedFile, areas: AreaFinder): readonly AreaRate[] {
  const seen = new Map<string, number>()
  const rates = readRawCsv(file, BOARD_COLUMNS).rows.flatMap((row): AreaRate[] => {
    const label = METRIC.exec(row.text('metric'))?.[1]
    if (label === undefined) return []
    const rate: AreaRate = {
      year: row.numeric('year', { min: 1990, max: 2100 }),
      area: areas.byCode(row.text('org')) ?? row.refuse('org', 'the code of one of the areas'),
      role: ROLES.get(label) ?? row.refuse('metric', `one of ${[...ROLES.keys()].join(', ')}`),
      rate: row.numericOrMissing('value', { min: 0 }),
    }
    const key = `${rate.year}, ${rate.area}, ${label}`
    const first = seen.get(key)
    if (first !== undefined) throw new HeadroomError('edition-duplicate', { place: row.place, key, first })
    seen.set(key, row.number)
    return [rate]
  })
  if (rates.length > 0) return rates
  throw new HeadroomError('edition-incomplete', {
    file: file.name,
    missing: 'any measure of the primary care workforce',
  })
}

/** The rates as a table; a rate that is not available has no row. */
export function areaRateTable(rates: readonly AreaRate[]): TidyTable {
  const roles = [...ROLES.values()]
  const rank = ({ year, area, role }: AreaRate): string => `${year},${area},${roles.indexOf(role)}`
  const known = rates.filter(({ rate }) => rate !== null)
  return {
    file: 'area-rates.csv',
    title: 'General practice staff per 100,000 people by area and year',
    definition:
      'Full-time equivalents of general practice staff per 100,000 people of the area, by staff group. Collated by NHS ' +
      'analysts from NHS England’s General Practice Workforce.',
    editionColumns: ['year'],
    columns: [
      { name: 'year', type: 'integer', description: 'Year' },
      { name: 'area', type: 'text', description: 'NHS code of the integrated care board' },
      { name: 'role', type: 'text', description: `One of ${roles.join(', ')}` },
      {
        name: 'fte_per_100000',
        type: 'number',
        unit: 'FTE per 100,000 people',
        description: 'Staff in post',
      },
    ],
    rows: [...known]
      .sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
      .map(({ year, area, role, rate }) => [year, area, role, roundTo(rate ?? 0, 5)]),
  }
}

/** Areas and years for which a role has no rate, or none above 0. */
export function checkAreaRates(
  rates: readonly AreaRate[],
  areas: AreaFinder,
  file: string,
): readonly Finding[] {
  const given = new Map(rates.map(({ year, area, role, rate }) => [`${year},${area},${role}`, rate]))
  const years = [...new Set(rates.map(({ year }) => year))].sort((a, b) => a - b)
  return years.flatMap((year) =>
    [...ROLES.values()].flatMap((role) =>
      areas.codes.flatMap((area): Finding[] => {
        const rate = given.get(`${year},${area},${role}`)
        if (rate !== undefined && rate !== null && rate > 0) return []
        const found = rate === 0 ? 'is 0' : 'is not there'
        return [
          {
            rule: 'area-rates-complete',
            severity: 'warning',
            message: `The rate of ${role} ${found}.`,
            place: `${file}, ${area}, ${year}`,
          },
        ]
      }),
    ),
  )
}
