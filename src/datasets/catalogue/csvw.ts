import type { InputFiles } from '../../domain/input-files.ts'
import type { SourceDescription } from '../source-description.ts'
import type { TidyColumn } from '../tidy-table.ts'
import { licenceOf } from './licences.ts'
import { type DescribedTable, uniqueKey } from './tidy-records.ts'

const DATATYPES: Readonly<Record<TidyColumn['type'], string>> = {
  text: 'string',
  integer: 'integer',
  number: 'number',
}

/**
 * Metadata of one harmonised table after the W3C’s “Metadata Vocabulary for Tabular Data” (CSVW), to be
 * written beside it as `TABLE.csv-metadata.json`, where the standard has readers look for it.
 * @throws HeadroomError `file-missing`, `file-unreadable`, `table-header`
 */
export function createCsvwMetadata(
  files: InputFiles,
  source: SourceDescription,
  table: DescribedTable,
): object {
  const key = uniqueKey(files, source.series, table)
  const { title, path } = licenceOf(source.licence)
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: table.file,
    'dc:title': table.title,
    'dc:description': table.definition,
    'dc:publisher': source.publisher,
    'dc:source': source.attribution,
    'dc:license': path === null ? title : { '@id': path },
    dialect: { header: true, delimiter: ',', encoding: 'utf-8' },
    tableSchema: {
      columns: table.columns.map(({ name, type, unit, definition, description }) => ({
        name,
        titles: name,
        datatype: DATATYPES[type],
        'dc:description': description,
        ...(unit === undefined ? {} : { 'schema:unitText': unit }),
        ...(definition === undefined ? {} : { 'schema:measurementTechnique': definition }),
        ...(key?.includes(name) ? { required: true } : {}),
      })),
      ...(key === null ? {} : { primaryKey: key }),
    },
  }
}
