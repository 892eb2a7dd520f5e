import type { Finding } from '../../domain/finding.ts'
import type { TidyTable } from '../tidy-table.ts'
import { nationalityGroup } from './nationality-group.ts'
import type { RegionStaff } from './region-sheet.ts'

/** Published totals that the nationalities don't come to, and nationalities under another group than is usual. */
export function checkRegionStaff(rows: readonly RegionStaff[], file: string): readonly Finding[] {
  return [...checkSums(rows, file), ...checkGroups(rows, file)]
}

function checkSums(rows: readonly RegionStaff[], file: string): readonly Finding[] {
  const sums = new Map<
    string,
    { published: number; sum: number; parts: number; place: string; unit: string }
  >()
  const add = (row: RegionStaff, group: string, isTotal: boolean): void => {
    const { month, unit, region, staff } = row
    const key = `${group} ${month} ${unit} ${region}`
    const place = `${file}, ${region}, ${group}, ${month}`
    const own = sums.get(key) ?? { published: 0, sum: 0, parts: 0, place, unit }
    if (isTotal) own.published = staff
    else {
      own.sum += staff
      own.parts++
    }
    sums.set(key, own)
  }
  for (const row of rows) {
    if (row.nationality === 'all') add(row, row.group, true)
    // Nobody says which nationalities the unknown have.
    if (row.nationality !== 'all' || row.group === 'unknown') add(row, row.group, false)
    if (row.nationality === 'all' && row.group !== 'all') add(row, 'all', false)
  }
  const findings: Finding[] = []
  let twice = 0
  let most = 0
  for (const { published, sum, parts, place, unit } of sums.values()) {
    const extra = sum - published
    // Each full-time equivalent is rounded, so a sum of them may be off by half of one a part and one for the total.
    if (Math.abs(extra) <= (unit === 'fte' ? (parts + 1) / 2 : 0)) continue
    if (unit === 'headcount' && extra > 0) {
      twice++
      most = Math.max(most, extra / published)
      continue
    }
    const message = `The ${parts} parts come to ${sum}, the published total is ${published}.`
    findings.push({ rule: 'nationality-adds-up', severity: 'warning', message, place: `${place}, ${unit}` })
  }
  if (twice > 0) {
    const message = `${twice} published headcounts are below the sum of their parts, by ${(100 * most).toFixed(2)} % at most: people with more than one role count once in a total.`
    findings.push({ rule: 'nationality-counted-twice', severity: 'note', message, place: file })
  }
  return findings
}

function checkGroups(rows: readonly RegionStaff[], file: string): readonly Finding[] {
  const odd = new Map<string, string>()
  for (const { group, nationality } of rows)
    if (nationality !== 'all' && nationalityGroup(nationality) !== group) odd.set(nationality, group)
  return [...odd].map(([nationality, group]): Finding => {
    const message = `${nationality} is under ${group} here, and under ${nationalityGroup(nationality)} in the tables by staff group.`
    return { rule: 'nationality-group', severity: 'note', message, place: file }
  })
}

/** Staff by month, unit, region and nationality. */
export const regionNationalityTable = (rows: readonly RegionStaff[]): TidyTable => ({
  file: 'region-nationalities.csv',
  title: 'NHS hospital and community staff by region and nationality',
  definition:
    'People, or full-time equivalents, in post in NHS trusts and clinical commissioning groups of England at the end of a ' +
    'month, by the nationality staff give. Headcount is whole people; people who work in two regions count in both, so ' +
    'regions sum to more than England. FTE are rounded to whole numbers, and 0 is more than none but less than a half. Where ' +
    'there is nobody, there is no row. Nationality all is the published total of a group, group all that of everyone.',
  editionColumns: ['month'],
  columns: [
    { name: 'month', type: 'text', description: 'Month at whose end staff were counted' },
    { name: 'unit', type: 'text', description: 'headcount or fte' },
    {
      name: 'region',
      type: 'text',
      description: 'England, or the region of Health Education England as published, without these words',
    },
    { name: 'nationality_group', type: 'text', description: 'uk, eu, eea, rest-of-world, unknown or all' },
    { name: 'nationality', type: 'text', description: 'Nationality, as published, or all' },
    { name: 'staff', type: 'integer', unit: 'as unit', description: 'Staff in post' },
  ],
  rows: [...rows]
    .sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0))
    .map(({ month, unit, region, group, nationality, staff }) => [
      month,
      unit,
      region,
      group,
      nationality,
      staff,
    ]),
})
