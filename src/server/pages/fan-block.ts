import { measureOf } from '../../domain/measure.ts'
import { chartName, createFanChart } from '../../views/fan/fan-chart.ts'
import { FAN_LOOKS, fanSvg } from '../../views/fan/fan-svg.ts'
import { axisNote } from '../../views/fan/scales.ts'
import { keyYears, yearTable } from '../../views/tables/year-table.ts'
import { explainAddress } from '../explain-query.ts'
import { ENDINGS } from '../figures/endings.ts'
import { addressOf, drawnSubject, findPast, type PageQuery, singleMeasure } from '../page-query.ts'
import type { ServerContext } from '../server-context.ts'
import { permanentAddress } from './figure-block.ts'
import { createPastBlock } from './past-block.ts'

/**
 * The fan chart of a query with its tables, words and addresses, as the template shows it.
 * @param path the page’s own path, where it lets the reader show and hide the past
 */
export function createFanBlock(context: ServerContext, query: PageQuery, path: string | null = null): object {
  const { reader } = context
  const { area, series, measure } = query
  // a page that can’t show and hide the past shows none
  const past = path !== null && query.past
  const chart = createFanChart(reader, drawnSubject({ ...query, past }, context))
  const measures = [...new Set(chart.curves.map((curve) => curve.measure))].map(measureOf)
  return {
    heading: chartName(measure),
    title: chart.title,
    definitions: measures.map(({ code, name, help }) => ({
      term:
        measures.length > 1 ? (chart.curves.find((curve) => curve.measure === code)?.label ?? name) : name,
      definition: help,
    })),
    note: axisNote(chart),
    past: path === null ? null : createPastBlock(context, query, chart, path),
    short: yearTable(chart, 'key-years', keyYears(chart.firstYear, chart.lastYear)),
    every: yearTable(chart, 'every-year', reader.projection.years),
    wide: fanSvg(chart, { id: 'fan-wide', ...FAN_LOOKS.wide }),
    narrow: fanSvg(chart, { id: 'fan-narrow', ...FAN_LOOKS.narrow }),
    downloads: ENDINGS.map((ending) => ({
      name: ending.toUpperCase(),
      href: addressOf(
        `/figure.${ending}`,
        { area, series, measure, past: past || findPast(query, context) === null },
        reader,
      ),
    })),
    permanent: permanentAddress(context, addressOf('/explore', query, reader)),
    explain: explainAddress(context, {
      ...query,
      measure: measure === 'balance' ? 'gap_fte' : singleMeasure(query).code,
    }),
  }
}
