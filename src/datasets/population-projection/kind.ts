import type { FileKind } from '../file-kind.ts'
import { hasColumns } from '../raw-csv.ts'
import { findHeader, sheetsOf } from '../raw-sheet.ts'

/** Subnational projections by clinical commissioning group and five-year age, one sheet a sex. */
export const subnationalTable3: FileKind = {
  code: 'ons-snpp-table-3',
  title: 'ONS subnational population projections, Table 3 (clinical commissioning groups by five-year age)',
  recognise: (file) =>
    ['Males', 'Females'].every((name) =>
      sheetsOf(file).some(
        (sheet) => sheet.name.trim() === name && findHeader(sheet, ['CODE', 'AREA', 'AGE GROUP']) >= 0,
      ),
    ),
}

/** Columns of a file of national projections. */
export const NATIONAL_COLUMNS = [
  'GEOGRAPHY_CODE',
  'PROJECTED_YEAR_NAME',
  'GENDER',
  'C_AGE',
  'OBS_VALUE',
] as const

/** National projections by single year of age, one variant a file; which one, its totals tell. */
export const nationalVariant: FileKind = {
  code: 'ons-npp-variant',
  title: 'the three ONS national population projections (principal, high and low) by single year of age',
  recognise: (file) => hasColumns(file, NATIONAL_COLUMNS),
}
