import type { FileKind } from '../file-kind.ts'
import { findHeader, sheetsOf } from '../raw-sheet.ts'

/** Columns of the open data of the outcomes framework that are read. */
export const OPEN_DATA_COLUMNS = [
  'Geographical Level',
  'ONS Code',
  'ASCOF Measure Code',
  'Disaggregation Level',
  'Measure Type',
  'Measure Value',
] as const

/** The open data of an edition up to 2022/23: one long sheet, without the year it is for. */
export const ascofOpenData: FileKind = {
  code: 'ascof-open-data',
  title: 'the open data of the adult social care outcomes framework',
  recognise: (file) => sheetsOf(file).some((sheet) => findHeader(sheet, OPEN_DATA_COLUMNS) >= 0),
}
