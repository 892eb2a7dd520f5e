import type { InputFiles } from '../domain/input-files.ts'
import type { AssumptionChange } from '../domain/scenario.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { readRecords } from '../tables/table.ts'

/**
 * The input files with a scenario’s changes to assumptions written in. A changed row says so in its note and
 * is marked `assumed`, so that `explain` shows what was changed and why. Values are checked when the tables
 * are read, as any others.
 * @throws HeadroomError `scenario-assumption` where a table, row or column isn’t there or isn’t a number
 */
export function changeAssumptions(files: InputFiles, changes: readonly AssumptionChange[]): InputFiles {
  if (changes.length === 0) return files
  const changed = new Map(files)
  for (const change of changes) {
    const file = `assumptions/${change.table}.csv`
    const text = changed.get(file)
    if (text === undefined) refuse(change, `there is no table ${change.table}`)
    changed.set(file, changeTable(text!, change))
  }
  return changed
}

function refuse({ place }: AssumptionChange, problem: string): never {
  throw new HeadroomError('scenario-assumption', { ...place, problem })
}

function changeTable(text: string, change: AssumptionChange): string {
  const [header = [], ...records] = readRecords(text, `data/assumptions/${change.table}.csv`)
  const rows = records.filter((cells) => cells.length > 0)
  const place = (column: string): number => {
    const at = header.indexOf(column)
    if (at < 0) refuse(change, `the table ${change.table} has no column ${column}`)
    return at
  }
  const conditions = Object.entries(change.row).map(([column, value]) => [place(column), value] as const)
  const target = place(change.column)
  const isMeant = (cells: readonly string[]): boolean =>
    conditions.every(([column, value]) => cells[column]!.trim() === value)
  if (!rows.some(isMeant)) {
    const wanted = Object.entries(change.row).map(([column, value]) => `${column} ${value}`)
    refuse(change, `the table ${change.table} has no row with ${wanted.join(' and ')}`)
  }
  const written = rows.map((cells) => {
    if (!isMeant(cells)) return cells
    const before = cells[target]!
    const next = [...cells]
    next[target] = changedValue(before, change)
    const note = header.indexOf('note')
    const basis = header.indexOf('basis')
    if (note >= 0) next[note] = `Scenario: ${change.reason} Before: ${before}. ${cells[note]!}`.trim()
    if (basis >= 0) next[basis] = 'assumed'
    return next
  })
  return `${[header, ...written].map((cells) => cells.map(quoted).join(',')).join('\n')}\n`
}

function changedValue(before: string, request: AssumptionChange): string {
  const { change } = request
  if ('value' in change) return String(change.value)
  const number = before.trim() === '' ? Number.NaN : Number(before)
  if (!Number.isFinite(number))
    refuse(request, `${before.trim() || 'an empty cell'} in column ${request.column} is no number to change`)
  return String('times' in change ? number * change.times : number + change.plus)
}

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
