import type { InputFiles } from '../../domain/input-files.ts'
import { readTable } from '../../tables/table.ts'

/** A council that no longer is, and one that took over all or part of its area. */
export interface CouncilSuccessor {
  readonly code: string
  readonly successor: string
}

const COLUMNS = ['code', 'name', 'successor', 'successor_name', 'from']

/**
 * Reads `data/reference/council-successors.csv`.
 * @throws HeadroomError `file-missing`, `table-header`, `table-cell`
 */
export const readCouncilSuccessors = (files: InputFiles): readonly CouncilSuccessor[] =>
  readTable(files, 'reference/council-successors.csv', COLUMNS).rows.map((row) => ({
    code: row.text('code'),
    successor: row.text('successor'),
  }))
