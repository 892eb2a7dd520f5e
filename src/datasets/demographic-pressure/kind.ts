import type { FileKind } from '../file-kind.ts'
import { hasColumns } from '../raw-csv.ts'

/** Columns of the file of demographic change. */
export const PRESSURE_COLUMNS = ['residence_icb_name', 'weighted_perc_change'] as const

/** Change in need from people's ages alone, by board. */
export const pressureTable: FileKind = {
  code: 'icb-demographic-change',
  title: 'the table of demographic change by integrated care board, weighted by use of mental health beds',
  recognise: (file) => hasColumns(file, PRESSURE_COLUMNS),
}
