import type { InputFiles } from '../domain/input-files.ts'
import { readTable } from '../tables/table.ts'
import { gradeRows } from './grade-rows.ts'

/** The one month that people and full-time equivalents of NHS staff groups are both held for. */
export const FTE_MONTH = '2017-09'
export const FTE_MONTH_NAME = 'September 2017'

const DOCTORS = 'all-hchs-doctors'
const UNKNOWN = 'nhs-unknown'

/**
 * Full-time equivalents a person of each NHS staff group of England in September 2017, and of all known groups together
 * as `nhs`: the published full-time equivalents over the published people of the same month. Doctors are one group
 * there, so that none of theirs is known by itself.
 * @throws HeadroomError where a table is missing or damaged
 */
export function readFtePerPerson(files: InputFiles): ReadonlyMap<string, number> {
  const fte = new Map<string, number>()
  const heads = new Map<string, number>()
  const add = (sums: Map<string, number>, group: string, value: number): void => {
    if (group === UNKNOWN) return
    for (const code of [group, 'nhs']) sums.set(code, (sums.get(code) ?? 0) + value)
  }
  const columns = ['month', 'staff_group', 'nationality_group', 'fte']
  for (const row of readTable(files, 'statistics/nhs-nationality/staff.csv', columns).rows)
    if (row.text('month') === FTE_MONTH) add(fte, row.text('staff_group'), row.numeric('fte', { min: 0 }))
  for (const row of gradeRows(files))
    if (row.text('month') === FTE_MONTH && row.text('grade') === 'all')
      add(heads, row.text('staff_group'), row.numeric('headcount', { min: 0 }))
  return new Map(
    [...fte].flatMap(([code, value]) => {
      const people = heads.get(code)
      return people && code !== DOCTORS ? [[code, value / people] as const] : []
    }),
  )
}
