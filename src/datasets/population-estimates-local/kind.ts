import type { FileKind } from '../file-kind.ts'
import { hasColumns } from '../raw-csv.ts'
import { findHeader, sheetsOf } from '../raw-sheet.ts'

/** Sheets of people by single year of age: `MYE2 - Males`, in older editions `Males UK`. */
export const SEX_SHEETS = {
  female: /^(MYE2 - )?Females( UK)?$/i,
  male: /^(MYE2 - )?Males( UK)?$/i,
} as const
/** Sheet of both sexes together, which only serves to check them. */
export const PERSONS_SHEET = /^(MYE2 - )?Persons( UK)?$/i
/** Sheet of land areas and densities; older editions have none. */
export const DENSITY_SHEET = /^MYE ?5$/i

/** Columns of a sheet by single year of age that come before the ages. */
export const AGE_SHEET_COLUMNS = ['Code', 'Name', 'All ages', '0', '89'] as const

/** Mid-year population estimates for local authorities of the United Kingdom. */
export const authorityEstimates: FileKind = {
  code: 'ons-authority-estimates',
  title: 'the ONS workbook of mid-year population estimates for local authorities by sex and age (MYE2)',
  recognise: (file) =>
    Object.values(SEX_SHEETS).every((pattern) =>
      sheetsOf(file).some(
        (sheet) => pattern.test(sheet.name.trim()) && findHeader(sheet, AGE_SHEET_COLUMNS) >= 0,
      ),
    ),
}

/** Columns of an extract from Nomis. */
export const NOMIS_COLUMNS = [
  'GEOGRAPHY_NAME',
  'GEOGRAPHY_CODE',
  'DATE_NAME',
  'GENDER_NAME',
  'C_AGE_NAME',
  'OBS_VALUE',
] as const

/** Mid-year population estimates of some councils, by sex and single year of age. */
export const councilEstimates: FileKind = {
  code: 'nomis-population-estimates',
  title: 'the Nomis extract of mid-year population estimates by single year of age',
  recognise: (file) => hasColumns(file, NOMIS_COLUMNS),
}
