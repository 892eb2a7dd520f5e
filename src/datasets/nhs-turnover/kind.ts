import type { FileKind } from '../file-kind.ts'
import { hasColumns } from '../raw-csv.ts'

/** Columns of the monthly turnover file that are read. */
export const TURNOVER_COLUMNS = [
  'PERIOD',
  'TYPE',
  'ICS_CODE',
  'REPORTING_ORG_CODE',
  'BENCHMARK_GROUP',
  'STAFF_GROUP_1_NAME',
  'HC',
  'FTE',
] as const

/** Turnover benchmarking by staff group and organisation, monthly. */
export const turnoverMonthly: FileKind = {
  code: 'nhs-turnover-monthly',
  title: 'the monthly turnover benchmarking file by staff group and organisation',
  recognise: (file) => hasColumns(file, ['BENCHMARK_GROUP', 'STAFF_GROUP_1_NAME', 'TYPE', 'HC', 'FTE']),
}
