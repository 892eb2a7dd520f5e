import type { InputFiles } from '../../domain/input-files.ts'
import { createCsvwMetadata } from './csvw.ts'
import { createDataPackage } from './data-package.ts'
import { readSources } from './read-sources.ts'
import { tablePath } from './tidy-records.ts'

/**
 * The files that describe the harmonised tables to other programs, by their path below `data/`:
 * `datapackage.json` for all, and CSVW metadata beside each table. All are made from the `source.json`s.
 * @param sha256 gives the checksum of a text
 * @throws HeadroomError `file-missing`, `file-unreadable`, `table-header`
 */
export function describeTables(
  files: InputFiles,
  sha256: (text: string) => string,
): ReadonlyMap<string, string> {
  const sources = readSources(files)
  const metadata = sources.flatMap((source) =>
    source.tables.map((table): [string, object] => [
      `${tablePath(source.series, table.file)}-metadata.json`,
      createCsvwMetadata(files, source, table),
    ]),
  )
  const described: [string, object][] = [
    ['datapackage.json', createDataPackage(files, sources, sha256)],
    ...metadata,
  ]
  return new Map(described.map(([file, content]) => [file, `${JSON.stringify(content, null, 2)}\n`]))
}
