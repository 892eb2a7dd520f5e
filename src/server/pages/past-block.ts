import type { FanChart } from '../../views/fan/fan-chart.ts'
import { sayRecord } from '../../views/fan/say-past.ts'
import type { Markup } from '../../views/markup.ts'
import { pastSummaryTable, pastTable } from '../../views/tables/past-table.ts'
import { addressOf, findPast, type PageQuery } from '../page-query.ts'
import type { ServerContext } from '../server-context.ts'

/** What a page says of the past of a fan chart. */
export interface PastBlock {
  /** Its tables, where the chart shows it. */
  readonly short: Markup | null
  readonly every: Markup | null
  /** What was counted, and how past projections did, where the chart shows it. */
  readonly counted: string | null
  readonly record: string | null
  /** The same page with the past where it is hidden, and without it where it is shown; null where there is none. */
  readonly turn: { readonly href: string; readonly text: string } | null
  /** Said where nothing is published that could stand before the chart, on the page that has everything. */
  readonly absent: string | null
}

/** Prepares the past of a chart for a page. @param path the page’s own path */
export function createPastBlock(
  context: ServerContext,
  query: PageQuery,
  chart: FanChart,
  path: string,
): PastBlock {
  const { past } = chart
  const there = past ?? findPast(query, context)
  return {
    short: past ? pastSummaryTable(chart, past) : null,
    every: past ? pastTable(chart, past) : null,
    counted: past?.counted ?? null,
    record: past ? sayRecord(past) : null,
    turn: there && {
      href: addressOf(path, { ...query, past: !past }, context.reader),
      text: past ? 'Hide the past' : 'Show the past',
    },
    absent: there
      ? null
      : 'No past is drawn here: Headroom holds no published yearly counts of the same thing.',
  }
}
