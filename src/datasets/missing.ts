/** Why a published cell holds no value. */
export type MissingReason = 'suppressed' | 'not available' | 'not applicable' | 'blank'

const MARKS: ReadonlyMap<string, MissingReason> = new Map([
  ['', 'blank'],
  ['*', 'suppressed'],
  ['c', 'suppressed'],
  ['[c]', 'suppressed'],
  ['low', 'suppressed'],
  ['x', 'not available'],
  ['[x]', 'not available'],
  ['..', 'not available'],
  [':', 'not available'],
  ['-', 'not available'],
  ['na', 'not available'],
  ['n/a', 'not applicable'],
  ['z', 'not applicable'],
  ['[z]', 'not applicable'],
  ['none', 'not available'],
])

/** The reason a mark in a published cell stands for, or null where the cell is not such a mark. */
export const missingReason = (text: string): MissingReason | null =>
  MARKS.get(text.trim().toLowerCase()) ?? null
