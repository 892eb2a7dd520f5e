import type { AssumptionEntry } from '../../domain/assumption-entry.ts'
import type { BookChange } from '../../domain/builder.ts'
import type { InputFiles } from '../../domain/input-files.ts'
import type { AssumptionChange } from '../../domain/scenario.ts'
import { readRecords } from '../../tables/table.ts'
import { tableTitle } from '../list-assumptions.ts'

/**
 * A scenario’s changes to the book of assumptions as people read them: one for each reason, with the rows it is about.
 * @param entries of the book as it is
 */
export function describeBook(
  files: InputFiles,
  changes: readonly AssumptionChange[],
  entries: readonly AssumptionEntry[],
): readonly BookChange[] {
  const found = new Map<string, BookChange>()
  for (const change of changes) {
    const rows = rowsOf(files, change, entries)
    const value = rows[0]?.values.find(({ column }) => column === change.column)
    const what = sayChange(change, value?.unit ?? '')
    const key = JSON.stringify([change.table, change.column, what, change.reason])
    const before = found.get(key)?.rows ?? []
    found.set(key, {
      table: change.table,
      tableName: tableTitle(change.table),
      column: value?.meaning ?? null,
      what,
      reason: change.reason,
      rows: [...before, ...rows.map(({ key: row, name }) => ({ key: row, name }))],
    })
  }
  return [...found.values()]
}

/** The rows that a change is about. */
function rowsOf(
  files: InputFiles,
  { table, row }: AssumptionChange,
  entries: readonly AssumptionEntry[],
): readonly AssumptionEntry[] {
  const file = `assumptions/${table}.csv`
  const [header = [], ...records] = readRecords(files.get(file) ?? '', `data/${file}`)
  const conditions = Object.entries(row).map(([column, value]) => [header.indexOf(column), value] as const)
  const meant = new Set(
    records.flatMap((cells, i) =>
      cells.length > 0 && conditions.every(([at, value]) => cells[at]?.trim() === value) ? [i + 2] : [],
    ),
  )
  return entries.filter((entry) => entry.table === table && meant.has(entry.row))
}

/** What happens to the values, in the units people read: `15% higher`. */
function sayChange({ change }: AssumptionChange, unit: string): string {
  const isShare = /^share( |$)/.test(unit)
  const tidy = (number: number): string => String(Number(Math.abs(number).toPrecision(6)))
  if ('value' in change) {
    const isNumber = typeof change.value === 'number'
    return `set to ${isNumber && isShare ? `${tidyShare(change.value as number)}%` : change.value}`
  }
  if ('times' in change) return `${tidy((change.times - 1) * 100)}% ${change.times < 1 ? 'lower' : 'higher'}`
  const by = isShare ? `${tidy(change.plus * 100)} percentage points` : `${tidy(change.plus)} ${unit}`.trim()
  return `${by.replace(/^1 percentage points$/, '1 percentage point')} ${change.plus < 0 ? 'lower' : 'higher'}`
}

const tidyShare = (share: number): string => String(Number((share * 100).toPrecision(6)))
