import type { FileKind } from '../file-kind.ts'
import { hasTable } from '../raw-any.ts'

/** Columns of the file of sickness absence by reason that are read. */
export const REASON_COLUMNS = ['DATE', 'STAFF_GROUP', 'REASON', 'FTE_DAYS_LOST'] as const

/** Sickness absence of England by reason, one or more months. */
export const sicknessReasons: FileKind = {
  code: 'nhs-sickness-reason',
  title: 'the file of sickness absence by reason',
  recognise: (file) => hasTable(file, REASON_COLUMNS),
}
