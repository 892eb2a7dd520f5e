import type { FileKind } from '../file-kind.ts'
import type { PublishedFile } from '../published-file.ts'
import { sheetsOf } from '../raw-sheet.ts'
import type { Sheet } from '../workbook.ts'

/** Title of the table of monthly rates by region. */
const TITLE = /^Table \d+: Monthly Sickness Absence rates by NHS England Region \(%\)/i

/** The sheet of monthly rates by region, found by its title. */
export const regionSheet = (file: PublishedFile): Sheet | undefined =>
  sheetsOf(file).find(({ rows }) => rows.slice(0, 5).some(([cell]) => TITLE.test(String(cell ?? '').trim())))

/** The older workbook of the sickness series: rates by region, staff group and organisation, without days. */
export const sicknessRates: FileKind = {
  code: 'nhs-sickness-rates',
  title: 'the workbook of monthly sickness absence rates by region',
  recognise: (file) => regionSheet(file) !== undefined,
}
