import type { Finding } from '../../domain/finding.ts'
import type { InputFiles } from '../../domain/input-files.ts'
import { VINTAGE_COLUMNS } from '../catalogue/side-by-side.ts'
import { type DescribedTable, readTidyRecords } from '../catalogue/tidy-records.ts'
import type { SourceDescription } from '../source-description.ts'
import { COLUMN_DEFINITIONS_FILE, type Definitions, definitionOf, isCounted } from './read-definitions.ts'

/** Unit of a column whose rows say in their column `unit` how they are counted. */
const BY_ROW = 'as unit'

/**
 * Holds the tables of a series against the definitions of what they count. Errors are figures of two
 * definitions in one column with nothing beside them that says which is which, and units by row that are no
 * definition. Columns of people or rates whose definition nobody has stated are warnings.
 * @throws HeadroomError `file-missing`, `file-unreadable`, `table-header`
 */
export function checkDefinitions(
  files: InputFiles,
  source: SourceDescription,
  definitions: Definitions,
): readonly Finding[] {
  if (definitions.list.length === 0) return []
  return source.tables.flatMap((table) => [
    ...checkUnits(files, source.series, table, definitions),
    ...checkColumns(source, table, definitions),
  ])
}

function checkUnits(
  files: InputFiles,
  series: string,
  table: DescribedTable,
  { list }: Definitions,
): readonly Finding[] {
  if (!table.columns.some(({ unit }) => unit === BY_ROW)) return []
  const column = table.columns.findIndex(({ name }) => name === 'unit')
  const units = new Set(readTidyRecords(files, series, table).map((cells) => cells[column] ?? ''))
  return [...units]
    .filter((unit) => !list.some(({ code }) => code === unit))
    .map((unit) => ({
      rule: 'definition-known',
      severity: 'error',
      message: `Rows are counted as ${unit || 'nothing'}, which is no definition of ${COLUMN_DEFINITIONS_FILE.replace('column-', '')}.`,
      place: placeOf(series, table),
    }))
}

function checkColumns(
  { series, editions }: SourceDescription,
  table: DescribedTable,
  definitions: Definitions,
): readonly Finding[] {
  const isToldApart = table.columns.some(({ name }) => [...VINTAGE_COLUMNS, 'definition'].includes(name))
  return table.columns.flatMap((column): Finding[] => {
    const place = `${placeOf(series, table)}, column ${column.name}`
    const found = editions.map(({ edition }) =>
      definitionOf(definitions, series, table.file, column, edition),
    )
    const stated = [...new Set(found)].filter((code) => code !== null)
    if (stated.length > 1 && !isToldApart)
      return [
        {
          rule: 'definitions-mixed',
          severity: 'error',
          message: `Editions that count by different definitions (${stated.join(', ')}) stand in one column, and no column says which row is from which.`,
          place,
        },
      ]
    if (!isCounted(column.unit) || !found.includes(null)) return []
    return [
      {
        rule: 'definition-stated',
        severity: 'warning',
        message: `Nothing says how this is counted (${column.unit}): add the column to data/${COLUMN_DEFINITIONS_FILE}.`,
        place,
      },
    ]
  })
}

const placeOf = (series: string, { file }: DescribedTable): string => `data/statistics/${series}/${file}`
