import { FACT_ROLES, type Source, type SourceFact } from '../domain/assumption-book.ts'
import type { InputFiles } from '../domain/input-files.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { readTable } from '../tables/table.ts'
import { FOLDER, readCode, uniqueRows } from './book-reader.ts'

const COLUMNS = [
  'id',
  'value',
  'low',
  'high',
  'unit',
  'period',
  'geography',
  'population',
  'what',
  'cited',
  'source',
  'role',
  'used_by',
  'reason',
]

/**
 * Reads the published facts that the book carries, each with what uses it or why nothing does.
 * @throws HeadroomError `fact-unexplained` where a fact is neither used nor marked why not
 */
export function readFacts(files: InputFiles, sources: ReadonlyMap<string, Source>): SourceFact[] {
  const table = readTable(files, `${FOLDER}/source-facts.csv`, COLUMNS)
  const facts = uniqueRows(
    table,
    table.rows.map((row): [string, SourceFact] => {
      const id = row.text('id')
      const usedBy = row.optional('used_by')?.split(' ') ?? []
      const reason = row.optional('reason') ?? ''
      if (usedBy.length === 0 && reason === '')
        throw new HeadroomError('fact-unexplained', { file: row.file, row: row.number, id })
      const number = (column: string): number | null =>
        row.optional(column) === null ? null : row.numeric(column)
      return [
        id,
        {
          id,
          value: number('value'),
          low: number('low'),
          high: number('high'),
          unit: row.text('unit'),
          source: readCode(row, 'source', [...sources.keys()], 'sources.csv'),
          role: row.oneOf('role', FACT_ROLES),
          usedBy,
          reason,
        },
      ]
    }),
  )
  return [...facts.values()]
}
