import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { packageFolder } from '../../src/storage/package-folder.ts'

type Row = { readonly [column: string]: string }

const read = (file: string): readonly Row[] =>
  parse(readFileSync(path.join(packageFolder(), 'data', 'statistics', file)), { columns: true })
const sum = (rows: readonly Row[], column: string, where: Row = {}): number =>
  rows
    .filter((row) => Object.entries(where).every(([name, value]) => row[name] === value))
    .reduce((total, row) => total + Number(row[column]), 0)

describe('sickness absence by reason', () => {
  const rows = read('nhs-sickness-reason/reasons.csv')

  it('has 25 reasons in every month of three editions', () => {
    const counts = new Map<string, number>()
    for (const { edition, month } of rows)
      counts.set(`${edition} ${month}`, (counts.get(`${edition} ${month}`) ?? 0) + 1)
    expect(counts.size).toBe(12 + 12 + 1)
    expect(new Set(counts.values())).toEqual(new Set([25]))
  })

  it('comes to 2,159,797 days in February 2025, 1.2 % below the days by organisation', () => {
    expect(sum(rows, 'fte_days_lost', { month: '2025-02' })).toBeCloseTo(2_159_797.12908, 3)
  })
})

describe('staff by staff group, grade and ethnicity', () => {
  const grades = read('nhs-workforce-ethnicity/grades.csv')

  it('has 19 dates and the nurses published', () => {
    expect(new Set(grades.map(({ month }) => month)).size).toBe(19)
    const nurses = { staff_group: 'nurses-health-visitors', grade: 'all' }
    expect(sum(grades, 'known_ethnicity', { ...nurses, month: '2009-09' })).toBe(301_015)
    expect(sum(grades, 'known_ethnicity', { ...nurses, month: '2019-09' })).toBe(312_905)
  })

  it('has ethnicities that sum to the staff of every group and date', () => {
    const ethnicity = read('nhs-workforce-ethnicity/ethnicity.csv')
    for (const { month = '', staff_group = '', headcount } of grades.filter(({ grade }) => grade === 'all'))
      expect(sum(ethnicity, 'headcount', { month, staff_group })).toBe(Number(headcount))
  })
})
