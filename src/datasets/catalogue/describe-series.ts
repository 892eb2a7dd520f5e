import type { InputFiles } from '../../domain/input-files.ts'
import type { SourceDescription } from '../source-description.ts'
import { type Coverage, coverageOf } from './coverage.ts'
import { type DescribedTable, readTidyRecords, tablePath } from './tidy-records.ts'

/** A series with what its tables cover and their checksums. */
export interface CataloguedSeries extends Omit<SourceDescription, 'tables'> {
  readonly tables: readonly (DescribedTable & {
    /** Path below the data folder. */
    readonly path: string
    /** SHA-256 of the file, in hexadecimal. */
    readonly sha256: string
    readonly coverage: Coverage
  })[]
}

/**
 * Adds to a series' description what its tables cover and their checksums.
 * @param sha256 gives the checksum of a text
 * @throws HeadroomError `file-missing`, `file-unreadable`, `table-header`
 */
export function describeSeries(
  files: InputFiles,
  source: SourceDescription,
  sha256: (text: string) => string,
): CataloguedSeries {
  return {
    ...source,
    tables: source.tables.map((table) => {
      const records = readTidyRecords(files, source.series, table)
      const path = tablePath(source.series, table.file)
      return {
        ...table,
        path,
        sha256: sha256(files.get(path) ?? ''),
        coverage: coverageOf(table.columns, records),
      }
    }),
  }
}
