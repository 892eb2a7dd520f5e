import { ASSUMPTION_KINDS, type Family, IMPACTS } from '../domain/assumption-book.ts'
import type { InputFiles } from '../domain/input-files.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { type Row, readTable } from '../tables/table.ts'
import { FAMILY_UNITS, TARGET_UNITS } from './family-units.ts'

const FILE = 'assumptions/families.csv'
const COLUMNS = [
  'table',
  'column',
  'meaning',
  'unit',
  'kind',
  'period',
  'place',
  'low',
  'high',
  'distribution',
  'impact',
]
const FIXED = 'fixed'

/**
 * Reads what every value column of the book means: unit, kind, period, place, bounds, what spreads it and
 * how much it matters.
 * @throws HeadroomError `assumption-unit` where a unit is not the one the program reckons in, `table-incomplete`
 *   where a column is not described, `table-cell` or `table-reference` where a line is damaged
 */
export function readFamilies(files: InputFiles): Family[] {
  const table = readTable(files, FILE, COLUMNS)
  const families = table.rows.map(readFamily)
  for (const [name, columns] of Object.entries(FAMILY_UNITS))
    for (const column of Object.keys(columns))
      if (families.filter((family) => family.table === name && family.column === column).length !== 1)
        throw new HeadroomError('table-incomplete', {
          file: table.file,
          missing: `${name}, ${column} (exactly one)`,
        })
  return families
}

/** The family that a column of a table belongs to. */
export function findFamily(families: readonly Family[], table: string, column: string): Family {
  const family = families.find(
    (candidate) =>
      candidate.table === table &&
      (candidate.column.endsWith('*')
        ? column.startsWith(candidate.column.slice(0, -1))
        : candidate.column === column),
  )
  if (!family) throw new Error(`${table} is read in a column ${column} that no family describes`)
  return family
}

function readFamily(row: Row): Family {
  const table = row.text('table')
  const column = row.text('column')
  const unit = row.text('unit')
  const expected = FAMILY_UNITS[table]?.[column]
  if (expected === undefined)
    throw new HeadroomError('table-reference', {
      file: row.file,
      row: row.number,
      column: 'column',
      found: `${table}.${column}`,
      list: 'the value columns that Headroom reads',
    })
  if (unit !== expected)
    throw new HeadroomError('assumption-unit', {
      file: row.file,
      row: row.number,
      what: `${table}.${column}`,
      expected,
      found: unit,
    })
  const low = row.numeric('low')
  const distribution = row.text('distribution')
  const spreadBy = distribution === FIXED ? [] : distribution.split(' ')
  for (const target of spreadBy)
    if (!(target in TARGET_UNITS))
      throw new HeadroomError('table-cell', {
        file: row.file,
        row: row.number,
        column: 'distribution',
        expected: `${FIXED}, or targets of uncertainty.csv with a space between`,
        found: target,
      })
  return {
    table,
    column,
    meaning: row.text('meaning'),
    unit,
    kind: row.oneOf('kind', ASSUMPTION_KINDS),
    period: row.text('period'),
    place: row.text('place'),
    low,
    high: row.numeric('high', { min: low }),
    spreadBy,
    impact: row.oneOf('impact', IMPACTS),
  }
}
