import type { FileKind } from '../file-kind.ts'
import { findHeader, sheetsOf } from '../raw-sheet.ts'

/** Identifiers that the publisher gives to the columns of all people aged 16 to 64, and the reasons they stand for. */
export const REASONS: ReadonlyMap<string, string> = new Map([
  ['LF2M', 'all'],
  ['LF63', 'student'],
  ['LF65', 'family-or-home'],
  ['LF67', 'temporarily-sick'],
  ['LF69', 'long-term-sick'],
  ['LFL8', 'discouraged'],
  ['LF6B', 'retired'],
  ['LF6D', 'other'],
])
/** Cells of the row of identifiers, which serve as header: the labels have footnotes glued to them. */
export const INACTIVITY_COLUMNS: readonly string[] = ['Dataset identifier code', ...REASONS.keys()]

/** One release of ONS table INAC01, seasonally adjusted. */
export const inactivityRelease: FileKind = {
  code: 'ons-inac01',
  title: 'table INAC01 of the Office for National Statistics (inactivity by reason, seasonally adjusted)',
  recognise: (file) => sheetsOf(file).some((sheet) => findHeader(sheet, INACTIVITY_COLUMNS) >= 0),
}
