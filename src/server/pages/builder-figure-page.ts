import type { Figure } from '../../views/figures/figure.ts'
import { EVERYONE } from '../../views/projection-reader.ts'
import { explainAddress } from '../explain-query.ts'
import { type AskedFigure, type BuilderFigure, builderFigureAddress } from '../figures/builder-figures.ts'
import type { ServerContext } from '../server-context.ts'
import { describeBlock } from './figure-block.ts'
import { ownPage } from './figure-page.ts'

/** A figure of the builder, of the state that a query names. */
export interface BuilderFigureView {
  readonly kind: BuilderFigure
  readonly figure: Figure
  readonly asked: AskedFigure
}

/** A figure of the builder on a page of its own, which leads back to the builder in the same state. */
export function builderFigurePage(
  context: ServerContext,
  { kind, figure, asked }: BuilderFigureView,
): string {
  const { reader } = context
  const { query, state } = asked
  const inRun = Math.min(Math.max(state.year, reader.firstYear), reader.lastYear)
  const block = describeBlock(context, figure, {
    id: `build-${kind.code}`,
    address: (ending) => builderFigureAddress(kind, asked, ending),
    explain: explainAddress(context, {
      area: reader.home,
      series: { ...EVERYONE, name: '' },
      measure: kind.measure,
      year: inRun,
    }),
    explainText: 'Explain this number, as it is in the projection shown here',
    open: true,
  })
  return ownPage(context, block, {
    href: query ? `/build?${query}` : '/build',
    text: 'Build on this scenario',
    place: 'build',
  })
}
