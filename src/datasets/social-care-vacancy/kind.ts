import type { FileKind } from '../file-kind.ts'
import { hasColumns } from '../raw-csv.ts'

/** Columns of the file of vacancies that are read. */
export const VACANCY_COLUMNS = [
  'LAD19CD',
  'Staff turnover rate',
  'Mean sickness days',
  'Vacancy rate',
] as const

/** Vacancy rates of adult social care, spread over the districts of 2019. */
export const vacancyFile: FileKind = {
  code: 'social-care-vacancy-2019',
  title: 'the file of social care vacancies, turnover and sickness by district of 2019',
  recognise: (file) => hasColumns(file, VACANCY_COLUMNS),
}
