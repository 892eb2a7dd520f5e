import { groupTable } from '../../views/backtest/compare-groups.ts'
import { contestTable, familyTable, widthTable } from '../../views/backtest/how-we-did.ts'
import { NOT_TESTED, sayVerdict } from '../../views/backtest/say-verdict.ts'
import { coverageFigure, shownFigures } from '../figures/past-figures.ts'
import type { ServerContext } from '../server-context.ts'
import { pageFrame } from './page-frame.ts'

/** What projections from older bases said, and what came true. */
export function howWeDidPage(context: ServerContext): string {
  const { backtest, reader } = context
  const blocks = backtest ? shownFigures(context, backtest).map(({ block }) => block()) : []
  return context.render('how-we-did.njk', {
    ...pageFrame(context, 'How we did', 'how-we-did'),
    results: backtest && {
      verdict: sayVerdict(backtest),
      families: familyTable(backtest),
      horizons: coverageFigure(context, backtest).block(),
      contest: contestTable(backtest),
      widths: widthTable(backtest, reader),
      groups: groupTable(backtest, reader),
      middle: blocks.filter((_, index) => backtest.shown[index]?.why === 'middle'),
      worst: blocks.filter((_, index) => backtest.shown[index]?.why === 'worst'),
      untested: NOT_TESTED,
    },
  })
}
