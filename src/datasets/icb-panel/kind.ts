import type { FileKind } from '../file-kind.ts'
import { hasColumns } from '../raw-csv.ts'

/** Columns of the panel of boards. */
export const BOARD_COLUMNS = ['year', 'org', 'metric', 'value', 'domain'] as const

/** Measures of each board by year: staff, beds, waits, spending, how common conditions are. */
export const boardPanel: FileKind = {
  code: 'icb-panel',
  title: 'the panel of measures by integrated care board and year',
  recognise: (file) => hasColumns(file, BOARD_COLUMNS),
}

/** Columns of the description of the measures. */
export const DESCRIPTION_COLUMNS = [
  'theme',
  'metric',
  'domain',
  'numerator_description',
  'denominator_description',
  'raw_area_type',
  'status',
] as const

/** What each measure of the panel counts, and of what. */
export const measureDescriptions: FileKind = {
  code: 'icb-panel-descriptions',
  title: 'the description of the measures of the panel of integrated care boards',
  recognise: (file) => hasColumns(file, ['metric', 'numerator_description', 'denominator_description']),
}
