import type { FileKind } from '../file-kind.ts'
import type { PublishedFile } from '../published-file.ts'
import { sheetsOf } from '../raw-sheet.ts'
import type { Sheet } from '../workbook.ts'

/** Titles of the four tables of the older workbook. */
const TITLES = {
  region: /^Table \d+: Monthly Sickness Absence rates by NHS England Region \(%\)/i,
  staffGroup: /^Table \d+: Monthly Sickness Absence rates by staff group \(%\)/i,
  organisationType: /^Table \d+: Monthly Sickness Absence rates by organisation type \(%\)/i,
  organisation: /^Table \d+: Monthly Sickness Absence rates by organisation \(%\)/i,
} as const

/** What a table of the older workbook breaks rates down by. */
export type Breakdown = keyof typeof TITLES

/** The sheet of a table of the older workbook, found by its title. */
export const rateSheet = (file: PublishedFile, by: Breakdown): Sheet | undefined =>
  sheetsOf(file).find(({ rows }) =>
    rows.slice(0, 5).some(([cell]) => TITLES[by].test(String(cell ?? '').trim())),
  )

/** The older workbook of the sickness series: rates by region, staff group and organisation, without days. */
export const sicknessRates: FileKind = {
  code: 'nhs-sickness-rates',
  title: 'the workbook of monthly sickness absence rates by region',
  recognise: (file) => rateSheet(file, 'region') !== undefined,
}
