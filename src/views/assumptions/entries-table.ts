import type { AssumptionEntry } from '../../domain/assumption-entry.ts'
import { html, type Markup } from '../markup.ts'
import { qualityMark } from '../method/method-sections.ts'
import { writeTable } from '../tables/data-table.ts'
import { distinct, sayValues } from './entry-text.ts'

/** Entries of the book as a table; each name leads to its own page. */
export function entriesTable(
  entries: readonly AssumptionEntry[],
  options: {
    readonly id: string
    readonly caption: string
    readonly href: (entry: AssumptionEntry) => string
    readonly title: (table: string) => string
  },
): Markup {
  return writeTable({
    id: options.id,
    caption: options.caption,
    columns: ['Assumption', 'Value', 'Unit', 'Quality', 'Kind', 'Source', 'Expires'].map((label) => ({
      label,
    })),
    rows: entries.map((entry) => ({
      header: html`<a class="govuk-link" href="${options.href(entry)}">${entry.name}</a> <span class="hr-range hr-block-text">${options.title(entry.table)}</span>`,
      cells: [
        html`<span class="hr-value">${sayValues(entry)}</span>`,
        distinct(entry, ({ unit }) => unit).join('; '),
        qualityMark(entry.quality),
        distinct(entry, ({ kind }) => kind).join(', '),
        html`${entry.source.publisher} <span class="hr-range hr-block-text">${entry.basis}, signed by ${entry.signedBy}</span>`,
        html`<span class="hr-nowrap">${entry.expires}</span>`,
      ],
    })),
  })
}
