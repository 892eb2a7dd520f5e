import type { ExplainedInput, Explanation } from '../../domain/explanation.ts'
import { measureOf } from '../../domain/measure.ts'
import { html, type Markup } from '../../views/markup.ts'
import { qualityMark } from '../../views/method/method-sections.ts'
import { formatValue } from '../../views/numbers/format-value.ts'
import { unitName } from '../../views/numbers/units.ts'
import { explainedFigure } from '../explain-query.ts'
import type { Ground } from '../ground.ts'
import { addressOf, figureSubject, type PageQuery, singleMeasure } from '../page-query.ts'
import type { ServerContext } from '../server-context.ts'
import { rowAddress } from './assumption-address.ts'
import { areaChoices, measureChoices, seriesChoices, yearChoices } from './choices.ts'
import { pageFrame } from './page-frame.ts'

/** Where one number comes from: what `headroom explain` prints, as a page. */
export function explainPage(context: ServerContext, ground: Ground, asked: PageQuery): string {
  const { reader, background, render } = context
  const query = { ...asked, measure: singleMeasure(asked).code }
  const explanation = ground.explain(explainedFigure(query, context))
  const { series } = figureSubject(query, reader)
  const spread = reader.spread(query.area.code, series, query.measure, query.year)
  return render('explain.njk', {
    ...pageFrame(context, `Where this number comes from: ${explanation.title}`, 'none'),
    explanation,
    help: measureOf(query.measure).help,
    unit: unitName(explanation.unit),
    value: sayValue(explanation),
    range: sayEnds(explanation),
    middle: spread && spread.p10 !== spread.p90 ? formatValue(spread.p50, explanation.unit) : null,
    inputs: explanation.inputs.map(inputItem),
    back: addressOf('/explore', asked, reader),
    command: `npx headroom explain ${query.year} ${query.area.code} ${series.code} ${query.measure}`,
    action: '/explain',
    choices: [
      { name: 'area', label: 'Area', groups: areaChoices(reader, background, query) },
      { name: 'series', label: 'Staff', groups: seriesChoices(reader, background, query) },
      {
        name: 'measure',
        label: 'Measure',
        groups: measureChoices(reader, query).map((group) => ({
          ...group,
          choices: group.choices.filter(({ value }) => value !== 'balance'),
        })),
      },
      { name: 'year', label: 'Year', groups: yearChoices(reader, query) },
    ],
  })
}

const sayValue = ({ value, unit }: Explanation): string | null =>
  value === null ? null : formatValue(value, unit)

const sayEnds = ({ range, unit }: Explanation): string | null =>
  range && `${formatValue(range.p10, unit)} to ${formatValue(range.p90, unit)}`

/** An input with its value, source, mark and place, as an item of a list. */
function inputItem({ name, value, origin, place, signedBy, expires, note }: ExplainedInput): Markup {
  const { publisher, publication, edition, location, basis, quality, method } = origin
  const source = [publisher, publication, edition, location].filter((part) => part !== '').join(', ')
  const words = [...new Set([method, note].filter((part) => part !== ''))]
  const address = rowAddress(place)
  return html`<h3 class="govuk-heading-s hr-input__name">${name}</h3><p class="govuk-body hr-input__value">${value}</p><p class="govuk-body-s">${qualityMark(quality)} ${basis}. ${source}.${signedBy === null ? null : ` Signed by ${signedBy}, until ${expires}.`}</p>${words.map((text) => html`<p class="govuk-body-s">${text}</p>`)}${place === null ? null : html`<p class="govuk-body-s hr-break">${address ? html`<a class="govuk-link" href="${address}">${place}</a>` : place}</p>`}`
}
