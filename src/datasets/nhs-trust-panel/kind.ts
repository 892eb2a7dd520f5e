import type { FileKind } from '../file-kind.ts'
import { hasColumns } from '../raw-csv.ts'

/** Columns of the panel of all staff. */
export const STAFF_COLUMNS = ['ORG_CODE', 'SIMPLE_ALL_STAFF_FTE', 'YEAR'] as const

/** Full-time equivalents of all staff by trust and year. */
export const panelStaff: FileKind = {
  code: 'nhs-trust-panel-staff',
  title: 'the panel of all staff by trust and year',
  recognise: (file) => hasColumns(file, STAFF_COLUMNS),
}

/** Columns of the stability index. */
export const STABILITY_COLUMNS = ['YEAR', 'ORG_CODE', 'STABILITY'] as const

/** Stability index by organisation and year. */
export const panelStability: FileKind = {
  code: 'nhs-trust-panel-stability',
  title: 'the stability index by organisation and year',
  recognise: (file) => hasColumns(file, STABILITY_COLUMNS),
}
