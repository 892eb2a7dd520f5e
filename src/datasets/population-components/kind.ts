import type { FileKind } from '../file-kind.ts'
import { findHeader, sheetsOf } from '../raw-sheet.ts'

/** Columns of the table of components that come before the years. */
export const COMPONENT_COLUMNS = ['CODE', 'AREA', 'COMPONENT'] as const
/** Sheets that are read, by what they hold. */
export const COMPONENT_SHEETS = { female: 'Females', male: 'Males' } as const

/** Subnational projections by component of change, one sheet a sex. */
export const componentsTable5: FileKind = {
  code: 'ons-snpp-table-5',
  title: 'ONS subnational population projections, Table 5 (components of change by local authority)',
  recognise: (file) =>
    Object.values(COMPONENT_SHEETS).every((name) =>
      sheetsOf(file).some((sheet) => sheet.name.trim() === name && findHeader(sheet, COMPONENT_COLUMNS) >= 0),
    ),
}
