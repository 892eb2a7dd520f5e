import type { FileKind } from '../file-kind.ts'
import type { PublishedFile } from '../published-file.ts'
import { hasTable } from '../raw-any.ts'
import { findHeader, sheetsOf } from '../raw-sheet.ts'
import type { Sheet } from '../workbook.ts'
import { isRegionSheet } from './region-sheet.ts'

/** Columns of the long file of staff by organisation and nationality that are read. */
export const NATIONALITY_COLUMNS = [
  'Month',
  'Organisation code',
  'Staff group',
  'Nationality',
  'FTE',
] as const

/** Staff by organisation, staff group and nationality. */
export const staffByNationality: FileKind = {
  code: 'nhs-nationality',
  title: 'the file of staff by organisation, staff group and nationality',
  recognise: (file) => hasTable(file, NATIONALITY_COLUMNS),
}

/** Columns that the older sheets repeat under each group of nationalities. */
export const REPEATED_COLUMNS = [
  'All staff',
  'HCHS doctors',
  'Nurses & health visitors',
  'Other staff',
] as const

/** The sheet with the repeated columns, with the index of the row they are in. */
export function twoLevelSheet(
  file: PublishedFile,
): { readonly sheet: Sheet; readonly header: number } | null {
  for (const sheet of sheetsOf(file)) {
    const header = findHeader(sheet, REPEATED_COLUMNS)
    if (header > 0) return { sheet, header }
  }
  return null
}

/** The older workbook: staff from the European Union and the United Kingdom in two blocks of columns. */
export const unionAndKingdom: FileKind = {
  code: 'nhs-nationality-eu-uk',
  title: 'the workbook of staff with an EU or UK nationality by organisation',
  recognise: (file) => twoLevelSheet(file) !== null,
}

/** Staff by nationality and region of Health Education England, two dates in one sheet. */
export const nationalityByRegion: FileKind = {
  code: 'nhs-nationality-regions',
  title: 'the sheet of staff by nationality and region of Health Education England',
  recognise: isRegionSheet,
}
