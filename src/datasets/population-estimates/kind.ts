import type { FileKind } from '../file-kind.ts'
import { sheetsOf } from '../raw-sheet.ts'

/** Sheets by sub-location and board, for example `Mid-2022 ICB 2023`. */
export const ICB_SHEET = /^Mid-(\d{4}) ICB (\d{4})$/
/** Sheets by clinical commissioning group, for example `Mid-2022 CCG 2021`. */
export const CCG_SHEET = /^Mid-(\d{4}) CCG (\d{4})$/

/** Mid-year population estimates for health geographies. */
export const healthGeographies: FileKind = {
  code: 'ons-health-geographies',
  title: 'the ONS workbook of mid-year population estimates for health geographies',
  recognise: (file) => sheetsOf(file).some(({ name }) => ICB_SHEET.test(name.trim())),
}
