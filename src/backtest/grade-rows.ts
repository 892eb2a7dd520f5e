import type { InputFiles } from '../domain/input-files.ts'
import { type Row, readTable } from '../tables/table.ts'

/**
 * NHS staff of England by month, staff group and grade, people: rows of the series that is published by ethnicity.
 * @throws HeadroomError where the table is missing or damaged
 */
export const gradeRows = (files: InputFiles): readonly Row[] =>
  readTable(files, 'statistics/nhs-workforce-ethnicity/grades.csv', [
    'month',
    'staff_group',
    'grade',
    'headcount',
    'known_ethnicity',
  ]).rows
