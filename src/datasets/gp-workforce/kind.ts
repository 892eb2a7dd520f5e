import type { FileKind } from '../file-kind.ts'
import { hasColumns } from '../raw-csv.ts'

/** Columns of the practice panel that are read. */
export const PANEL_COLUMNS = [
  'Practice.Code',
  'Year',
  'TOTAL_GP_EXTGL_HC',
  'TOTAL_GP_EXTGL_FTE',
  'TOTAL_ADMIN_FTE',
] as const

/** Staff of each practice by financial year. */
export const practicePanel: FileKind = {
  code: 'gp-practice-panel',
  title: 'the panel of general practice staff by practice and year',
  recognise: (file) => hasColumns(file, PANEL_COLUMNS),
}

/** Practices with the board they belong to. */
export const practiceAreas: FileKind = {
  code: 'aif-practices',
  title: 'the practice file of the ICB place-based allocation tool (practice to integrated care board)',
  recognise: (file) => hasColumns(file, ['Practice_Code', 'ICS22', 'PCN_Code']),
}
