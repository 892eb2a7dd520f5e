import type { Source } from '../domain/assumption-book.ts'
import type { InputFiles } from '../domain/input-files.ts'
import { readTable } from '../tables/table.ts'
import { FOLDER, uniqueRows } from './book-reader.ts'

const COLUMNS = ['id', 'publisher', 'publication', 'edition', 'location', 'licence', 'address']

/** The publications that figures and judgements lean on, by id. */
export function readSources(files: InputFiles): Map<string, Source> {
  const table = readTable(files, `${FOLDER}/sources.csv`, COLUMNS)
  return uniqueRows(
    table,
    table.rows.map((row): [string, Source] => {
      const id = row.text('id')
      return [
        id,
        {
          id,
          publisher: row.text('publisher'),
          publication: row.text('publication'),
          edition: row.text('edition'),
          location: row.optional('location') ?? '',
          licence: row.text('licence'),
          address: row.optional('address'),
        },
      ]
    }),
  )
}
