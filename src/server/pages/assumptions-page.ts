import type { AssumptionEntry } from '../../domain/assumption-entry.ts'
import { tableTitle } from '../../pipeline/list-assumptions.ts'
import { entriesTable } from '../../views/assumptions/entries-table.ts'
import { columnTitle, distinct } from '../../views/assumptions/entry-text.ts'
import { filterEntries, KINDS, QUALITIES } from '../../views/assumptions/filter-entries.ts'
import { qualityMark } from '../../views/method/method-sections.ts'
import { formatValue } from '../../views/numbers/format-value.ts'
import { writeTable } from '../../views/tables/data-table.ts'
import { type AssumptionQuery, assumptionsAddress, entryAddress } from '../assumption-query.ts'
import type { ServerContext } from '../server-context.ts'
import { pageFrame } from './page-frame.ts'

/** Assumptions on one page. */
const PAGE = 50

/** A list to choose one of some codes from. @param chosen null where none is */
const choiceOf = (name: string, label: string, codes: readonly string[], chosen: string | null) => ({
  name,
  label,
  options: codes.map((code) => ({ value: code, text: tableTitle(code), selected: code === chosen })),
})

/** The book of assumptions: search, filter, and a page of what is found. */
export function assumptionsPage(
  context: ServerContext,
  entries: readonly AssumptionEntry[],
  query: AssumptionQuery,
): string {
  const found = filterEntries(entries, query)
  const pages = Math.max(1, Math.ceil(found.length / PAGE))
  const page = Math.min(query.page, pages)
  const shown = found.slice((page - 1) * PAGE, page * PAGE)
  const tables = [...new Set(entries.map(({ table }) => table))]
  const link = (to: number) => ({
    number: to,
    href: assumptionsAddress({ ...query, page: to }),
    current: to === page,
  })
  return context.render('assumptions.njk', {
    ...pageFrame(context, 'The book of assumptions', 'assumptions'),
    words: query.words,
    counts: QUALITIES.map((quality) => ({
      mark: qualityMark(quality),
      count: entries.filter((entry) => entry.quality === quality).length,
      href: assumptionsAddress({ ...query, words: '', table: null, kind: null, quality, page: 1 }),
    })),
    all: formatValue(entries.length, 'heads'),
    choices: [
      choiceOf('table', 'Family', tables, query.table),
      choiceOf('quality', 'Quality', QUALITIES, query.quality),
      choiceOf('kind', 'Kind', KINDS, query.kind),
    ],
    found: formatValue(found.length, 'heads'),
    first: (page - 1) * PAGE + 1,
    last: (page - 1) * PAGE + shown.length,
    table:
      shown.length > 0
        ? entriesTable(shown, {
            id: 'entries',
            caption: `Assumptions ${(page - 1) * PAGE + 1} to ${(page - 1) * PAGE + shown.length} of ${formatValue(found.length, 'heads')}`,
            href: entryAddress,
            title: tableTitle,
          })
        : null,
    pages: pages > 1 ? Array.from({ length: pages }, (_, index) => link(index + 1)) : [],
    previous: page > 1 ? link(page - 1).href : null,
    next: page < pages ? link(page + 1).href : null,
  })
}

/** One assumption: its values with their meaning, its source, who signed it and until when. */
export function assumptionPage(context: ServerContext, entry: AssumptionEntry): string {
  const { source } = entry
  return context.render('assumption.njk', {
    ...pageFrame(context, `${entry.name}: ${tableTitle(entry.table)}`, 'assumptions'),
    entry,
    family: tableTitle(entry.table),
    familyAddress: assumptionsAddress({ words: '', table: entry.table, quality: null, kind: null, page: 1 }),
    mark: qualityMark(entry.quality),
    kinds: distinct(entry, ({ kind }) => kind).join(', '),
    impacts: distinct(entry, ({ impact }) => impact).join(', '),
    source: [source.publisher, source.publication, source.edition, source.location]
      .filter(Boolean)
      .join(', '),
    address: source.address,
    values: writeTable({
      id: 'values',
      caption: 'Values',
      captionHidden: true,
      columns: [
        { label: 'What' },
        { label: 'Value', numeric: true },
        { label: 'Unit' },
        { label: 'Meaning' },
      ],
      rows: entry.values.map(({ column, text, unit, meaning }) => ({
        header: columnTitle(column),
        cells: [text, unit ?? '', meaning ?? ''],
      })),
    }),
    place: `data/assumptions/${entry.table}.csv, row ${entry.row}`,
  })
}
