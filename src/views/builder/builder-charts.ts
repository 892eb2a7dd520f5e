import type { BuilderResult } from '../../domain/builder.ts'
import { ENGLAND } from '../../domain/geography.ts'
import { BALANCE, createFanChart, type FanChart } from '../fan/fan-chart.ts'
import { FAN_LOOKS, fanSvg } from '../fan/fan-svg.ts'
import { axisNote } from '../fan/scales.ts'
import { html, type Markup } from '../markup.ts'
import { createReader, EVERYONE } from '../projection-reader.ts'
import { comparedSpread, DIFFERENCE } from './say-difference.ts'

/** The charts of a result, before they are drawn: three curves, coverage of both scenarios, the difference. */
export function builderCharts({ built, against, comparison }: BuilderResult): {
  readonly balance: FanChart
  readonly coverage: FanChart
  readonly difference: FanChart
} {
  const [reader, other] = [createReader(built), createReader(against)]
  const subject = { area: reader.home, series: { ...EVERYONE, name: 'All health and care staff' } }
  const balance = createFanChart(reader, { ...subject, measure: BALANCE })
  const coverage = createFanChart(reader, { ...subject, measure: 'coverage' })
  const before = createFanChart(other, { ...subject, measure: 'coverage' })
  const { a, b, years } = comparison
  return {
    balance,
    coverage: {
      ...coverage,
      title: `Coverage of need: “${b.title}” and “${a.title}”, England, ${coverage.firstYear} to ${coverage.lastYear}`,
      curves: [
        ...coverage.curves.map((curve) => ({ ...curve, label: 'This scenario' })),
        ...before.curves.map((curve) => ({ ...curve, label: 'Compared', style: 'dotted' as const })),
      ],
    },
    difference: {
      ...balance,
      title: `Difference in staff less need: “${b.title}” less “${a.title}”, England, ${coverage.firstYear} to ${coverage.lastYear}`,
      curves: [
        {
          measure: 'gap_fte',
          area: ENGLAND,
          label: 'Difference',
          style: 'hatched',
          points: years.map((year) => ({
            year,
            spread: comparedSpread(comparison, DIFFERENCE, 'gap_fte', year),
          })),
        },
      ],
    },
  }
}

/** Height of the wide picture: lower than elsewhere, so that levers and fan are in sight together. */
const HEIGHT = 400

/**
 * A chart in both its sizes, with the note of its axis and a slider that reads it, which needs script.
 * @param id prefix, unique on the page
 * @param table id of its table, whose rows say what is read
 * @param rows how many they are
 */
export function chartFigure(
  chart: FanChart,
  id: string,
  { table, rows }: { readonly table: string; readonly rows: number },
): Markup {
  const note = axisNote(chart)
  const reader = html`<div class="hr-reader" data-reader-of="${table}" hidden><label class="govuk-label govuk-label--s" for="${id}-reader">Read the chart year by year<span class="govuk-visually-hidden">: ${chart.title}</span></label><div class="govuk-hint" id="${id}-hint">Use the arrow keys on the slider</div><input class="hr-reader__slider" type="range" id="${id}-reader" min="0" max="${rows - 1}" value="${rows - 1}" step="1" autocomplete="off" aria-describedby="${id}-hint"><output class="hr-reader__text" for="${id}-reader"></output></div>`
  return html`<figure class="hr-figure" aria-label="${chart.title}"><div class="hr-only-wide">${fanSvg(chart, { id: `${id}-wide`, ...FAN_LOOKS.wide, height: HEIGHT })}</div><div class="hr-only-narrow">${fanSvg(chart, { id: `${id}-narrow`, ...FAN_LOOKS.narrow })}</div>${note ? html`<figcaption class="govuk-hint hr-figure__note">${note}</figcaption>` : null}</figure>${reader}`
}
