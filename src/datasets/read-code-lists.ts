import { parse } from 'csv-parse/sync'
import type { InputFiles } from '../domain/input-files.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import type { AreaName } from './area-names.ts'
import { createRawTable, type RawTable } from './raw-table.ts'

/** What an importer knows of a staff group: the publisher's label and the series it is published in. */
export interface StaffGroupLabel {
  readonly code: string
  readonly series: string
  readonly publishedLabel: string
}

/**
 * Codes and names of the areas of `data/reference/areas.csv`.
 * @throws HeadroomError `file-missing`, `edition-columns`, `edition-cell`
 */
export const readAreaNames = (files: InputFiles): readonly AreaName[] =>
  readList(files, 'reference/areas.csv', ['code', 'ons_code', 'name']).rows.map((row) => ({
    code: row.text('code'),
    onsCode: row.text('ons_code'),
    name: row.text('name'),
  }))

/**
 * Staff groups of `data/reference/staff-groups.csv`.
 * @throws HeadroomError `file-missing`, `edition-columns`, `edition-cell`
 */
export const readStaffGroupLabels = (files: InputFiles): readonly StaffGroupLabel[] =>
  readList(files, 'reference/staff-groups.csv', ['code', 'series', 'published_label']).rows.map((row) => ({
    code: row.text('code'),
    series: row.text('series'),
    publishedLabel: row.text('published_label'),
  }))

// Only the columns an importer needs: the lists have more, which other parts read and check.
function readList(files: InputFiles, file: string, columns: readonly string[]): RawTable {
  const text = files.get(file)
  if (text === undefined) throw new HeadroomError('file-missing', { file: `data/${file}` })
  const records: string[][] = parse(text, { bom: true, relax_column_count: true })
  return createRawTable(`data/${file}`, 1, records[0] ?? [], records.slice(1), columns)
}
