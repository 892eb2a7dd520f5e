import type { InputFiles } from '../domain/input-files.ts'
import type { AgeGroup, GradeCount } from '../domain/statistics.ts'
import { readTable } from '../tables/table.ts'
import { incomplete, lastOf } from './statistics-tables.ts'

const GRADES = 'statistics/nhs-workforce-ethnicity/grades.csv'
const GP_EARNINGS = 'statistics/gp-earnings/gp-earnings.csv'
/** The series counts doctors of all grades in one group. */
const ALL_DOCTORS = 'all-hchs-doctors'

/**
 * NHS staff by staff group and grade, every month published.
 * @param groups codes of the staff groups; a group of the file that is none of them is left out
 */
export function readGrades(files: InputFiles, groups: readonly string[]): GradeCount[] {
  const { rows } = readTable(files, GRADES, ['month', 'staff_group', 'grade', 'headcount', 'known_ethnicity'])
  return rows.flatMap((row) => {
    const staffGroup = row.text('staff_group')
    if (staffGroup !== ALL_DOCTORS && !groups.includes(staffGroup)) return []
    if (row.optional('headcount') === null) return []
    return [
      {
        month: row.text('month'),
        staffGroup,
        grade: row.text('grade'),
        headcount: row.numeric('headcount', { min: 0 }),
      },
    ]
  })
}

/**
 * General practitioners of England by sex and by age in the latest year of the earnings series: contractors
 * and salaried, both kinds of contract together, locums left out.
 */
export function readGpAges(files: InputFiles): AgeGroup[] {
  const rows = readTable(files, GP_EARNINGS, [
    'year',
    'role',
    'contract',
    'country',
    'split',
    'group',
    'people',
    'gross_earnings',
    'expenses',
    'income',
    'median_income',
    'standard_error',
  ]).rows
  const year = lastOf(rows, 'year')
  const found = rows
    .filter(
      (row) =>
        row.text('year') === year &&
        row.text('role') === 'combined' &&
        row.text('contract') === 'GPMS' &&
        row.text('country') === 'England' &&
        (row.text('split') === 'age' || row.text('split') === 'sex'),
    )
    .map((row) => ({ group: row.text('group').toLowerCase(), people: row.numeric('people', { min: 0 }) }))
  if (found.length === 0) throw incomplete(GP_EARNINGS, `England’s general practitioners by age, ${year}`)
  return found
}
