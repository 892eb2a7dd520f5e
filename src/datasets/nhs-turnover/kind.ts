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

/** Every column published so far. */
export const PUBLISHED_COLUMNS: readonly string[] = [
  ...TURNOVER_COLUMNS,
  'NHSE_REGION_CODE',
  'NHSE_REGION_NAME',
  'ICS_NAME',
  'REPORTING_ORG_NAME',
  'CLUSTER_GROUP',
]

/** Turnover benchmarking by staff group and organisation, monthly. */
export const turnoverMonthly: FileKind = {
  code: 'nhs-turnover-monthly',
  title: 'the monthly turnover benchmarking file by staff group and organisation',
  recognise: (file) => hasColumns(file, ['BENCHMARK_GROUP', 'STAFF_GROUP_1_NAME', 'TYPE', 'HC', 'FTE']),
}
