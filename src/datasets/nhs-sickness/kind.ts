import type { FileKind } from '../file-kind.ts'
import { hasColumns } from '../raw-csv.ts'

/** Columns of the monthly sickness file that are read. */
export const SICKNESS_COLUMNS = [
  'DATE',
  'ICS_CODE',
  'ORG_CODE',
  'FTE_DAYS_LOST',
  'FTE_DAYS_AVAILABLE',
  'SICKNESS_ABSENCE_RATE_PERCENT',
] as const

/** Every column published so far. */
export const PUBLISHED_COLUMNS: readonly string[] = [
  ...SICKNESS_COLUMNS,
  'NHSE_REGION_CODE',
  'NHSE_REGION_NAME',
  'ICS_NAME',
  'ORG_NAME',
  'ORG_TYPE',
]

/** Sickness absence by organisation, one month a file. */
export const sicknessMonthly: FileKind = {
  code: 'nhs-sickness-monthly',
  title: 'the monthly sickness absence file by organisation',
  recognise: (file) => hasColumns(file, ['FTE_DAYS_LOST', 'FTE_DAYS_AVAILABLE', 'ICS_CODE', 'ORG_CODE']),
}
