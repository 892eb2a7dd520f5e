import type { InputFiles } from '../domain/input-files.ts'
import type { CareRate, Statistics } from '../domain/statistics.ts'
import { readTable } from '../tables/table.ts'
import { known, latest } from './statistics-tables.ts'

const TURNOVER = 'statistics/social-care-turnover/area-turnover.csv'
const VACANCY = 'statistics/social-care-vacancy/area-vacancy.csv'
const OUTCOMES = 'statistics/social-care-outcomes/area-outcomes-2024-25.csv'
/** Share of people with long-term support at home who get a direct payment, per cent: code since 2023/24. */
const DIRECT_PAYMENTS = '3d(2a)'

/**
 * Turnover and vacancies in social care and the use of direct payments, by area.
 * @throws HeadroomError naming file, row and column where a table is missing, damaged or names an unknown area
 */
export function readCare(
  files: InputFiles,
  areas: readonly string[],
): Pick<Statistics, 'careTurnover' | 'careVacancy' | 'directPayments'> {
  const careTurnover = readTable(files, TURNOVER, ['year', 'area', 'turnover', 'councils']).rows.map(
    (row): CareRate => ({
      year: row.text('year'),
      area: known(row, 'area', areas, 'areas'),
      rate: row.numeric('turnover', { min: 0, max: 1 }),
    }),
  )
  const careVacancy = readTable(files, VACANCY, [
    'year',
    'area',
    'vacancy',
    'turnover',
    'sickness_days',
    'councils',
  ]).rows.map(
    (row): CareRate => ({
      year: row.text('year'),
      area: known(row, 'area', areas, 'areas'),
      rate: row.numeric('vacancy', { min: 0, max: 1 }),
    }),
  )
  const directPayments = latest(
    files,
    OUTCOMES,
    ['year', 'area', 'measure', 'value', 'councils'],
    'value',
    (row) => row.text('area'),
    (row) => row.text('measure') === DIRECT_PAYMENTS,
  )
  return { careTurnover, careVacancy, directPayments }
}
