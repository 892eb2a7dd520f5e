import { z } from 'zod'
import type { InputFiles } from '../../domain/input-files.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { type Definitions, definitionOf, readDefinitions } from '../definitions/read-definitions.ts'
import type { SourceDescription } from '../source-description.ts'
import type { TidyColumn } from '../tidy-table.ts'

const column = z.object({
  name: z.string().min(1),
  type: z.enum(['text', 'integer', 'number']),
  unit: z.string().optional(),
  description: z.string(),
})

const source = z.object({
  series: z.string().min(1),
  title: z.string().min(1),
  publisher: z.string(),
  licence: z.string(),
  attribution: z.string(),
  address: z.string().nullable(),
  editions: z.array(
    z.object({
      edition: z.string(),
      period: z.string(),
      file: z.string(),
      sha256: z.string().nullable(),
      rows: z.number(),
      retrieved: z.string().nullable(),
    }),
  ),
  tables: z.array(
    z.object({
      file: z.string(),
      title: z.string(),
      columns: z.array(column).min(1),
      definition: z.string(),
    }),
  ),
  notes: z.array(z.string()),
})

/**
 * The `source.json` of every series of `data/statistics/`, in the order of their folders.
 * @throws HeadroomError `file-unreadable` naming the file and what is wrong in it
 */
export function readSources(files: InputFiles): readonly SourceDescription[] {
  const definitions = readDefinitions(files)
  return [...files]
    .filter(([file]) => /^statistics\/[^/]+\/source\.json$/.test(file))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, text]) => withDefinitions(parseSource(file, text), definitions))
}

/** The description with, for every column that counts something, how it does. */
function withDefinitions(source: SourceDescription, definitions: Definitions): SourceDescription {
  const { series, editions, tables } = source
  const defineColumn = (file: string, column: TidyColumn): TidyColumn => {
    if (column.unit === 'as unit') return { ...column, definition: 'by row: see its unit' }
    const codes = editions.map(({ edition }) => definitionOf(definitions, series, file, column, edition))
    const names = definitions.list.filter(({ code }) => codes.includes(code)).map(({ name }) => name)
    return names.length === 0 ? column : { ...column, definition: names.join(' or ') }
  }
  return {
    ...source,
    tables: tables.map((table) => ({
      ...table,
      columns: table.columns.map((column) => defineColumn(table.file, column)),
    })),
  }
}

/**
 * The description of one series.
 * @throws HeadroomError `series-unknown`, `file-unreadable`
 */
export function findSource(files: InputFiles, series: string): SourceDescription {
  const sources = readSources(files)
  const found = sources.find((candidate) => candidate.series === series)
  if (found) return found
  const known = sources.map((candidate) => candidate.series).join(', ')
  throw new HeadroomError('series-unknown', { code: series, known: known || 'none' })
}

function parseSource(file: string, text: string): SourceDescription {
  try {
    const { tables, ...rest } = source.parse(JSON.parse(text))
    return { ...rest, tables: tables.map((table) => ({ ...table, columns: table.columns.map(toColumn) })) }
  } catch (cause) {
    const issue = cause instanceof z.ZodError ? cause.issues[0] : undefined
    const reason = issue === undefined ? 'it isn’t JSON' : `${issue.path.join('.')}: ${issue.message}`
    throw new HeadroomError('file-unreadable', { file: `data/${file}`, reason }, { cause })
  }
}

const toColumn = ({ name, type, unit, description }: z.infer<typeof column>) =>
  unit === undefined ? { name, type, description } : { name, type, unit, description }
