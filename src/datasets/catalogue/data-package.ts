import type { InputFiles } from '../../domain/input-files.ts'
import type { SourceDescription } from '../source-description.ts'
import type { TidyColumn } from '../tidy-table.ts'
import { licenceOf } from './licences.ts'
import { type DescribedTable, tablePath, uniqueKey } from './tidy-records.ts'

const TYPES: Readonly<Record<TidyColumn['type'], string>> = {
  text: 'string',
  integer: 'integer',
  number: 'number',
}

/**
 * The descriptor of all harmonised tables as a Data Package (version 2 of the standard), to be written to
 * `data/datapackage.json`.
 * @param sha256 gives the checksum of a text
 * @throws HeadroomError `file-missing`, `file-unreadable`, `table-header`
 */
export const createDataPackage = (
  files: InputFiles,
  sources: readonly SourceDescription[],
  sha256: (text: string) => string,
): object => ({
  $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
  name: 'headroom-statistics',
  title: 'England’s health and care workforce: published statistics, made tidy',
  description:
    'The harmonised tables that Headroom projects from, made from the publishers’ own files. Each resource names its source and licence.',
  resources: sources.flatMap((source) =>
    source.tables.map((table) => createResource(files, source, table, sha256)),
  ),
})

function createResource(
  files: InputFiles,
  source: SourceDescription,
  table: DescribedTable,
  sha256: (text: string) => string,
): object {
  const path = tablePath(source.series, table.file)
  const text = files.get(path) ?? ''
  const key = uniqueKey(files, source.series, table)
  return {
    name: `${source.series}.${table.file.replace(/\.csv$/, '')}`,
    type: 'table',
    path,
    title: table.title,
    description: table.definition,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: new TextEncoder().encode(text).length,
    hash: `sha256:${sha256(text)}`,
    sources: [{ title: source.attribution, ...(source.address === null ? {} : { path: source.address }) }],
    licenses: [packageLicence(source.licence)],
    schema: {
      $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
      fields: table.columns.map(({ name, type, unit, definition, description }) => ({
        name,
        type: TYPES[type],
        description,
        ...(unit === undefined ? {} : { unit }),
        ...(definition === undefined ? {} : { definition }),
      })),
      missingValues: [''],
      ...(key === null ? {} : { primaryKey: key }),
    },
  }
}

// The standard wants a licence to have a name or a path; other terms are said by the publisher, in words.
function packageLicence(words: string): object {
  const { name, title, path } = licenceOf(words)
  return { name: name ?? 'other', title, ...(path === null ? {} : { path }) }
}
