import type { InputFiles } from '../../domain/input-files.ts'
import { readTable } from '../../tables/table.ts'

/** A district of 2019 and the county council that looked after social care there. */
export interface CountyDistrict {
  readonly code: string
  readonly council: string
  readonly councilName: string
}

/**
 * Reads `data/reference/districts-2019.csv`.
 * @throws HeadroomError `file-missing`, `table-header`, `table-cell`
 */
export const readCountyDistricts = (files: InputFiles): readonly CountyDistrict[] =>
  readTable(files, 'reference/districts-2019.csv', ['code', 'name', 'council', 'council_name']).rows.map(
    (row) => ({
      code: row.text('code'),
      council: row.text('council'),
      councilName: row.text('council_name'),
    }),
  )
