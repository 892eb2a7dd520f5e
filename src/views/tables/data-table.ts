import { html, type Markup, type Part } from '../markup.ts'

/** One column of a table; the first names the rows. */
export interface Column {
  readonly label: string
  readonly numeric?: boolean
}

/** One row: its header and the cells after it. */
export interface DataRow {
  readonly header: Part
  readonly cells: readonly Part[]
  /** Attributes of the row, such as `data-year`. */
  readonly attributes?: Markup
}

/** A table before it is written. */
export interface DataTable {
  readonly id: string
  readonly caption: string
  /** Said before the caption to those who can't see the heading above it. */
  readonly context?: string
  /** True to show the caption to screen readers only, where a heading says the same. */
  readonly captionHidden?: boolean
  readonly columns: readonly Column[]
  readonly rows: readonly DataRow[]
}

/**
 * Writes a table with caption and headers, inside a region that scrolls sideways by itself and by
 * keyboard, so that the page never has to.
 */
export function writeTable({ id, caption, context, captionHidden, columns, rows }: DataTable): Markup {
  const numeric = (index: number, cell: string) =>
    columns[index]?.numeric ? ` govuk-table__${cell}--numeric` : ''
  const head = columns.map(
    ({ label }, index) =>
      html`<th scope="col" class="govuk-table__header${numeric(index, 'header')}">${label}</th>`,
  )
  const body = rows.map(({ header, cells, attributes }) => {
    const rest = cells.map(
      (cell, index) => html`<td class="govuk-table__cell${numeric(index + 1, 'cell')}">${cell}</td>`,
    )
    return html`<tr class="govuk-table__row"${attributes}><th scope="row" class="govuk-table__header">${header}</th>${rest}</tr>`
  })
  return html`<div class="hr-scroll" role="region" tabindex="0" aria-labelledby="${id}-caption"><table class="govuk-table hr-table" id="${id}"><caption id="${id}-caption" class="govuk-table__caption${captionHidden ? ' govuk-visually-hidden' : ''}"><span class="hr-caption">${context ? html`<span class="govuk-visually-hidden">${context}. </span>` : null}${caption}</span></caption><thead class="govuk-table__head"><tr class="govuk-table__row">${head}</tr></thead><tbody class="govuk-table__body">${body}</tbody></table></div>`
}
