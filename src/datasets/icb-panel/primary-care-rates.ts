import { HeadroomError } from '../../errors/headroom-error.ts'
import type { TidyTable } from '../tidy-table.ts'
import { roundTo } from '../tidy-table.ts'
import type { BoardMeasure } from './parse.ts'

const NAME = /^Primary care workforce \(FTEs\) per 100,000 population \((.+)\)$/

const ROLES: ReadonlyMap<string, string> = new Map([
  ['GP', 'gp'],
  ['Nurses', 'nurses'],
  ['Direct Patient Care', 'direct-patient-care'],
  ['Admin/Non-Clinical', 'administration'],
])

/** True for the staff of general practice, which have their own table by role. */
export const isPrimaryCare = ({ name }: BoardMeasure): boolean => NAME.test(name)

/** Code of the role a measure of primary care is of, null where it is none of those known. */
export const roleOf = (name: string): string | null => ROLES.get(NAME.exec(name)?.[1] ?? '') ?? null

/**
 * The rates of general practice staff; a rate that is not available has no row.
 * @throws HeadroomError `edition-incomplete` for a role that is not known
 */
export function primaryCareTable(measures: readonly BoardMeasure[], file: string): TidyTable {
  const roles = [...ROLES.values()]
  const rows = measures.flatMap(({ year, area, name, value }) => {
    const role = roleOf(name)
    if (role === null)
      throw new HeadroomError('edition-incomplete', {
        file,
        missing: `one of the roles of primary care that Headroom knows (${name} is new)`,
      })
    return value === null ? [] : [{ rank: `${year},${area},${roles.indexOf(role)}`, year, area, role, value }]
  })
  return {
    file: 'primary-care-rates.csv',
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
    rows: rows
      .sort((a, b) => (a.rank < b.rank ? -1 : 1))
      .map(({ year, area, role, value }) => [year, area, role, roundTo(value, 5)]),
  }
}
