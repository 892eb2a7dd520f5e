import type { FileKind } from '../file-kind.ts'
import { hasColumns } from '../raw-csv.ts'

const COMMON = ['profession', 'month', 'year', 'country'] as const

/** Columns of the file of people on the register. */
export const REGISTRANT_COLUMNS = [...COMMON, 'registrants'] as const
/** People on the register by month. */
export const pharmacyRegistrants: FileKind = {
  code: 'gphc-registrants',
  title: 'the number of people on the register of the General Pharmaceutical Council',
  recognise: (file) => hasColumns(file, REGISTRANT_COLUMNS),
}

/** Columns of the file of joiners. */
export const JOINER_COLUMNS = [...COMMON, 'joiners', 'total_joiners'] as const
/** People who joined the register by month. */
export const pharmacyJoiners: FileKind = {
  code: 'gphc-joiners',
  title: 'joiners to the register of the General Pharmaceutical Council',
  recognise: (file) => hasColumns(file, JOINER_COLUMNS),
}

/** Columns of the file of leavers. */
export const LEAVER_COLUMNS = [...COMMON, 'leavers', 'total_leavers'] as const
/** People who left the register by month. */
export const pharmacyLeavers: FileKind = {
  code: 'gphc-leavers',
  title: 'leavers from the register of the General Pharmaceutical Council',
  recognise: (file) => hasColumns(file, LEAVER_COLUMNS),
}
