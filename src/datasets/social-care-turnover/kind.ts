import type { FileKind } from '../file-kind.ts'
import { hasColumns } from '../raw-csv.ts'
import { findHeader, sheetsOf } from '../raw-sheet.ts'

/** Columns of the local government measures that are read. */
export const OFLOG_COLUMNS = [
  'Financial year',
  'Local authority code',
  'Local authority name',
  'Measure',
  'Value',
] as const

/** Adult social care measures of the Office for Local Government, staff turnover among them. */
export const oflogMeasures: FileKind = {
  code: 'oflog-adult-social-care',
  title: 'the adult social care measures of the Office for Local Government',
  recognise: (file) => hasColumns(file, OFLOG_COLUMNS),
}

/** Columns of a table of the outcomes framework that say which council a row is of. */
export const ASCOF_COLUMNS = ['Local authority code', 'Local authority', 'ONS area code'] as const
/** Title of the table of staff turnover; its number changes between editions. */
export const ASCOF_TITLE = /formal care workforce leaving their role/i

/** Measures from the adult social care outcomes framework: a workbook with a table of staff turnover. */
export const ascofTables: FileKind = {
  code: 'ascof-tables',
  title: 'the tables of the adult social care outcomes framework',
  recognise: (file) =>
    sheetsOf(file).some(
      (sheet) =>
        findHeader(sheet, ASCOF_COLUMNS) >= 0 &&
        sheet.rows.slice(0, 10).some((row) => ASCOF_TITLE.test(String(row[0] ?? ''))),
    ),
}

/** Columns of the look-up from boards to districts. */
export const BOARD_DISTRICT_COLUMNS = ['icb22_code_h', 'ltla22_code', 'n_lsoa11'] as const
/** Boards and the districts of 2022 in them, with the number of small areas. */
export const boardDistricts: FileKind = {
  code: 'icb22-ltla22',
  title: 'the look-up from integrated care boards to districts of 2022',
  recognise: (file) => hasColumns(file, BOARD_DISTRICT_COLUMNS),
}

/** Columns of the look-up from districts of 2022 to those of 2023. */
export const DISTRICT_COLUMNS = ['ltla22_code', 'ltla23_code'] as const
/** Districts of 2022 and what became of them. */
export const districtSuccessors: FileKind = {
  code: 'ltla22-ltla23',
  title: 'the look-up from districts of 2022 to districts of 2023',
  recognise: (file) => hasColumns(file, DISTRICT_COLUMNS),
}

/** Columns of the look-up from districts to councils with social care duties. */
export const COUNCIL_COLUMNS = ['ltla23_code', 'utla23_code', 'utla23_name'] as const
/** Districts of 2023 and their upper-tier councils. */
export const districtCouncils: FileKind = {
  code: 'ltla23-utla23',
  title: 'the look-up from districts to upper-tier councils of 2023',
  recognise: (file) => hasColumns(file, COUNCIL_COLUMNS),
}
