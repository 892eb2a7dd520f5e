import type { InputFiles } from '../../domain/input-files.ts'
import { readTable } from '../../tables/table.ts'

/** A district that no longer is, and the one that took over its area. */
export interface DistrictSuccessor {
  readonly code: string
  readonly successor: string
}

/**
 * Reads `data/reference/district-successors.csv`.
 * @throws HeadroomError `file-missing`, `table-header`, `table-cell`
 */
export const readDistrictSuccessors = (files: InputFiles): readonly DistrictSuccessor[] =>
  readTable(files, 'reference/district-successors.csv', [
    'code',
    'name',
    'successor',
    'successor_name',
    'from',
  ]).rows.map((row) => ({ code: row.text('code'), successor: row.text('successor') }))
