import type { AssumptionBook, Family, SourceFact } from '../src/domain/assumption-book.ts'
import type { Judgement } from '../src/domain/judgement.ts'
import { countQualities, judgementsOf } from '../src/views/method/judgements.ts'
import { cell, code, page, table } from './markdown.ts'

/** What every column of the book of assumptions means, what it may hold and how well each table is known. */
export function assumptionsPage(book: AssumptionBook): string {
  const judged = judgementsOf(book)
  const byTable = groupBy(judged, ({ file }) => file.replace(/^.*\/(.*)\.csv$/, '$1'))
  const families = groupBy(book.families, (family) => family.table)
  const rows = (name: string): readonly Judgement[] => byTable.get(name) ?? []
  return page(
    'The book of assumptions',
    `Every number the model rests on that is not read from a publisher’s file: ${judged.length} rows in ` +
      `${byTable.size} tables under \`data/assumptions\`. What they mean, how they were judged and which are ` +
      'weakest is in [the assumptions](../explanation/assumptions.md); what the marks mean is in ' +
      '[data](../../data/README.md). This page is the manifest, `families.csv`, in words: a value out of its ' +
      'bounds, a unit that is not the one named here and a row that nothing uses are errors.',
    '**Kind**: measured once; a trend that is expected to go on; a lever that policy sets; or uncertain. ' +
      '**Spread by**: the targets of `uncertainty.csv` whose draws move it; “fixed” where none does. ' +
      '**Impact**: how much it moves the headline, judged; `headroom sensitivity` [ranks](../how-to/find-what-matters.md) what is uncertain.',
    '## Tables',
    table(
      ['table', 'rows', 'green', 'amber', 'red', 'impact'],
      [...byTable.keys()].sort().map((name) => {
        const { green, amber, red } = countQualities(rows(name))
        const impacts = new Set((families.get(name) ?? []).map(({ impact }) => impact))
        const impact = (['high', 'medium', 'low'] as const).find((level) => impacts.has(level)) ?? ''
        return [code(name), String(rows(name).length), String(green), String(amber), String(red), impact]
      }),
    ),
    '## Columns',
    ...[...families].map(([name, columns]) => `### ${name}\n\n${columnTable(columns)}`),
    '## Published facts',
    'Facts printed in the sources, carried in `source-facts.csv` with their attribution. An input moves an ' +
      'assumption or a lever; a check is held against the model; context is neither, and says why.',
    factCounts(book.facts),
    table(
      ['fact', 'role', 'used by, or why not'],
      book.facts.map(({ id, role, usedBy, reason }) => [
        code(id),
        role,
        usedBy.length > 0 ? usedBy.map(code).join(', ') : cell(reason),
      ]),
    ),
  )
}

const columnTable = (columns: readonly Family[]): string =>
  table(
    ['column', 'meaning', 'unit', 'kind', 'period', 'place', 'bounds', 'spread by', 'impact'],
    columns.map(({ column, meaning, unit, kind, period, place, low, high, spreadBy, impact }) => [
      code(column),
      cell(meaning),
      unit,
      kind,
      period,
      place,
      `${low} to ${high}`,
      spreadBy.length > 0 ? spreadBy.map(code).join(', ') : 'fixed',
      impact,
    ]),
  )

function factCounts(facts: readonly SourceFact[]): string {
  const count = (role: string): number => facts.filter((fact) => fact.role === role).length
  return `${facts.length} facts: ${count('input')} inputs, ${count('check')} checks, ${count('context')} context.`
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item])
  return groups
}
