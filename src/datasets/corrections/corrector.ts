import type { Finding } from '../../domain/finding.ts'
import type { Cell } from '../workbook.ts'

/** Puts corrections into the rows of one file as they are read, and remembers what became of each. */
export interface Corrector {
  /**
   * A row with its corrections: the same one where it has none.
   * @param positions place of each column by its key
   */
  correct(cells: readonly Cell[], positions: ReadonlyMap<string, number>): readonly Cell[]
  /** What became of each correction whose row was read: applied, flagged, or obsolete, which is an error. */
  findings(file: string): readonly Finding[]
}
