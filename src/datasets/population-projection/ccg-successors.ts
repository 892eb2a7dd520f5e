import type { InputFiles } from '../../domain/input-files.ts'
import { readTable } from '../../tables/table.ts'

/** How a clinical commissioning group of an older vintage lives on in a later one. */
export interface CcgSuccessor {
  readonly code: string
  readonly name: string
  readonly successor: string
  /** Merged into the successor, given another code, or a part of it moved to the successor. */
  readonly change: 'merged' | 'recoded' | 'part-moved'
  /** Year of the boundaries the successor belongs to. */
  readonly vintage: number
}

const FILE = 'reference/ccg-successors.csv'
const COLUMNS = ['code', 'name', 'successor', 'successor_name', 'change', 'vintage']

/**
 * Reads `data/reference/ccg-successors.csv`.
 * @throws HeadroomError `file-missing`, `table-header`, `table-cell`
 */
export const readCcgSuccessors = (files: InputFiles): readonly CcgSuccessor[] =>
  readTable(files, FILE, COLUMNS).rows.map((row) => ({
    code: row.text('code'),
    name: row.text('name'),
    successor: row.text('successor'),
    change: row.oneOf('change', ['merged', 'recoded', 'part-moved'] as const),
    vintage: row.integer('vintage'),
  }))
