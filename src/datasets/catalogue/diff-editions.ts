import type { InputFiles } from '../../domain/input-files.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { PERIOD_COLUMNS } from './coverage.ts'
import { diffRows } from './diff-rows.ts'
import type { TableDiff } from './diff-series.ts'
import { findSource } from './read-sources.ts'
import { type EditionRows, editionsSideBySide } from './side-by-side.ts'

/** What changed in one table from an edition to another. */
export interface EditionTableDiff extends TableDiff {
  /** Periods that only the later edition has, and only the earlier one. */
  readonly periods: { readonly added: readonly string[]; readonly removed: readonly string[] }
  /** Where the two don't mean the same: definition of the table, columns, units, in words. */
  readonly definitions: readonly string[]
}

/** What changed in a series between two editions that its tables keep side by side. */
export interface EditionsDiff {
  readonly series: string
  readonly earlier: string
  readonly later: string
  readonly same: boolean
  /** Tables that have both editions and differ between them. */
  readonly tables: readonly EditionTableDiff[]
}

/**
 * Compares two editions of a series within one data folder: figures revised for the same period, those that
 * came new or were dropped, and definitions that changed.
 * @throws HeadroomError `series-unknown`; `option-invalid` where no table keeps both editions;
 *   `file-missing`, `file-unreadable`, `table-header`
 */
export function diffEditions(
  files: InputFiles,
  series: string,
  earlier: string,
  later: string,
): EditionsDiff {
  const kept = editionsSideBySide(files, findSource(files, series))
  const known = [...new Set(kept.flatMap(({ editions }) => [...editions.keys()]))].sort()
  for (const value of [earlier, later])
    if (!known.includes(value))
      throw new HeadroomError('option-invalid', {
        option: '--edition',
        value,
        expected:
          known.length > 0
            ? `one of the editions that ${series} keeps side by side: ${known.join(', ')}`
            : `left out for ${series}, which keeps one edition of each figure; compare data folders with --against`,
      })
  const both = kept.flatMap(({ file, editions }) => {
    const [before, after] = [editions.get(earlier), editions.get(later)]
    return before && after ? [compare(file, before, after)] : []
  })
  if (both.length === 0)
    throw new HeadroomError('option-invalid', {
      option: '--edition',
      value: `${earlier} and ${later}`,
      expected: 'two editions of one table',
    })
  const tables = both.filter(
    ({ added, removed, changed, definitions }) =>
      added.length + removed.length + changed.length + definitions.length > 0,
  )
  return { series, earlier, later, same: tables.length === 0, tables }
}

function compare(file: string, before: EditionRows, after: EditionRows): EditionTableDiff {
  const [old, now] = [periodsOf(before), periodsOf(after)]
  return {
    file,
    ...diffRows(before, after),
    periods: {
      added: [...now].filter((period) => !old.has(period)),
      removed: [...old].filter((period) => !now.has(period)),
    },
    definitions: compareDefinitions(before, after),
  }
}

function periodsOf({ columns, rows }: EditionRows): ReadonlySet<string> {
  const column = columns.findIndex(({ name }) => PERIOD_COLUMNS.includes(name))
  return new Set(column < 0 ? [] : rows.map((cells) => cells[column] ?? '').sort())
}

function compareDefinitions(before: EditionRows, after: EditionRows): readonly string[] {
  const changed = (what: string, old: string | undefined, now: string | undefined): string[] =>
    old === now ? [] : [`${what}: “${old ?? 'none'}” became “${now ?? 'none'}”`]
  const names = [...new Set([...before.columns, ...after.columns].map(({ name }) => name))]
  return [
    ...changed('definition of the table', before.definition, after.definition),
    ...names.flatMap((name) => {
      const [old, now] = [before, after].map(({ columns }) => columns.find((column) => column.name === name))
      if (!old || !now) return [`the column ${name} ${old ? 'was dropped' : 'is new'}`]
      return [
        ...changed(`unit of ${name}`, old.unit, now.unit),
        ...changed(`meaning of ${name}`, old.description, now.description),
      ]
    }),
  ]
}
