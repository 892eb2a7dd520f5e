import type { FileKind } from '../file-kind.ts'
import type { PublishedFile } from '../published-file.ts'
import { hasColumns } from '../raw-csv.ts'

/** Columns of every edition that say whom a figure is of. */
export const GP_COLUMNS = [
  'GP_Type',
  'Contract_Type',
  'Country',
  'Practice_Type',
  'Gender',
  'Age',
  'Rurality',
  'Region',
  'Practice_Registered_Patients',
  'Value',
] as const
/** Names that the column of measures had, oldest first. */
const MEASURE_COLUMNS = ['Type', 'Measure']

/** Name of the column of measures in an edition, or null where it isn't one. */
export const measureColumn = (file: PublishedFile): string | null =>
  MEASURE_COLUMNS.find((column) => hasColumns(file, [...GP_COLUMNS, column])) ?? null

/** Earnings and expenses of general practitioners. */
export const gpEarningsFile: FileKind = {
  code: 'gp-earnings',
  title: 'the estimates of GP earnings and expenses',
  recognise: (file) => measureColumn(file) !== null,
}
