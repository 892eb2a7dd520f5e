import type { ObservedSeries } from '../domain/backtest.ts'
import type { InputFiles } from '../domain/input-files.ts'
import type { Reference } from '../domain/reference.ts'
import { type Row, readTable } from '../tables/table.ts'
import { gradeRows } from './grade-rows.ts'

/** Fewest values of a series that is tested: three to start from, and three that can come true. */
const LEAST_VALUES = 6
const SEPTEMBER = /^(\d{4})-09$/
const UNMATCHED = 'unmatched'

/** Occupations of the publisher's grades of doctors; all but these and their total are specialty doctors. */
const DOCTORS: Readonly<Record<string, string>> = {
  all: '',
  consultant: 'consultants',
  'specialty-registrar': 'resident-doctors',
  'core-training': 'resident-doctors',
  'foundation-doctor-year-1': 'resident-doctors',
  'foundation-doctor-year-2': 'resident-doctors',
}
const SPECIALTY_DOCTORS = 'specialty-doctors'

/** Sums of values by code and year. */
type Sums = Map<string, Map<number, number>>

function add(sums: Sums, code: string, year: number, value: number): void {
  const years = sums.get(code) ?? new Map<number, number>()
  years.set(year, (years.get(year) ?? 0) + value)
  sums.set(code, years)
}

/**
 * The published series that the back-test uses, families in the order of `data/backtest/families.csv`. Series
 * with fewer than six values, or a gap, are left out.
 * @throws HeadroomError where a table is missing or damaged
 */
export function readObservedSeries(
  files: InputFiles,
  { sectors, areas, staffGroups, occupations }: Reference,
): readonly ObservedSeries[] {
  const names = new Map(
    [...sectors, ...occupations, ...staffGroups, ...areas].map(({ code, name }): [string, string] => [
      code,
      name,
    ]),
  )
  const trusts = (measure: string): Sums =>
    collect(files, 'nhs-trust-panel/by-area.csv', ['measure', 'year', 'area', 'value'], (row) =>
      row.text('measure') === measure ? row.text('area') : null,
    )
  const rates = (role: string): Sums =>
    collect(
      files,
      'icb-panel/primary-care-rates.csv',
      ['year', 'area', 'role', 'fte_per_100000'],
      (row) => (row.text('role') === role ? row.text('area') : null),
      'fte_per_100000',
    )
  const families: readonly (readonly [string, Sums])[] = [
    ['nhs-groups', staffGroupHeads(files)],
    ['consultants', trusts('consultants-fte')],
    ['managers', trusts('managers-fte')],
    [
      'acute-staff',
      collect(files, 'icb-panel/panel.csv', ['year', 'area', 'measure', 'value', 'missing'], (row) =>
        row.text('measure') === 'workforce-acute' ? row.text('area') : null,
      ),
    ],
    ['general-practitioners', practices(files, 'gp-fully-qualified')],
    ['practice-administration', practices(files, 'administration')],
    ['practice-nurses', rates('nurses')],
    ['practice-patient-care', rates('direct-patient-care')],
    [
      'care-turnover',
      collect(
        files,
        'social-care-turnover/area-turnover.csv',
        ['year', 'area', 'turnover', 'councils'],
        (row) => row.text('area'),
        'turnover',
      ),
    ],
  ]
  return families.flatMap(([family, sums]) =>
    [...sums]
      .filter(([code]) => code !== UNMATCHED)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([code, years]) => {
        const known = [...years.keys()].sort((a, b) => a - b)
        const firstYear = known[0]!
        const whole = known.every((year, i) => year === firstYear + i)
        const values = known.map((year) => years.get(year)!)
        if (!whole || values.length < LEAST_VALUES || !values.every((value) => value > 0)) return []
        return [{ family, code, name: names.get(code) ?? code, firstYear, values }]
      }),
  )
}

/** Sums a column by what `codeOf` gives, and year; cells without a value are left out. */
function collect(
  files: InputFiles,
  table: string,
  columns: readonly string[],
  codeOf: (row: Row) => string | null,
  value = 'value',
): Sums {
  const sums: Sums = new Map()
  for (const row of readTable(files, `statistics/${table}`, columns).rows) {
    const code = codeOf(row)
    if (code === null || row.optional(value) === null) continue
    add(sums, code, Number.parseInt(row.text('year'), 10), row.numeric(value))
  }
  return sums
}

/** Heads of NHS staff groups each September, doctors by occupation, and of all; staff of an unknown group are left out. */
function staffGroupHeads(files: InputFiles): Sums {
  const sums: Sums = new Map()
  for (const row of gradeRows(files)) {
    const year = Number(SEPTEMBER.exec(row.text('month'))?.[1] ?? Number.NaN)
    const group = row.text('staff_group')
    const grade = row.text('grade')
    const isDoctors = group === 'all-hchs-doctors'
    const code = isDoctors ? (DOCTORS[grade] ?? SPECIALTY_DOCTORS) : grade === 'all' ? group : ''
    if (Number.isNaN(year) || code === '' || code === 'nhs-unknown') continue
    const heads = row.numeric('headcount', { min: 0 })
    add(sums, code, year, heads)
    add(sums, 'nhs', year, heads)
  }
  return sums
}

/**
 * FTE of practices by area. Practices that the later list of practices does not hold, more of them the
 * older the year, are spread over the areas by what is known there in that year.
 */
function practices(files: InputFiles, role: string): Sums {
  const sums = collect(
    files,
    'gp-workforce/practice-panel.csv',
    ['year', 'area', 'role', 'unit', 'value'],
    (row) => (row.text('role') === role && row.text('unit') === 'fte' ? row.text('area') : null),
  )
  const unmatched = sums.get(UNMATCHED)
  const matched = [...sums].filter(([code]) => code !== UNMATCHED).map(([, years]) => years)
  return new Map(
    [...sums].map(([code, years]) => [
      code,
      new Map(
        [...years].map(([year, value]) => {
          const known = matched.reduce((sum, other) => sum + (other.get(year) ?? 0), 0)
          return [year, value * (1 + (unmatched?.get(year) ?? 0) / known)]
        }),
      ),
    ]),
  )
}
