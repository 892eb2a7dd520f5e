import { groupTable } from '../../views/backtest/compare-groups.ts'
import {
  contestTable,
  familyTable,
  horizonFigure,
  shownFigures,
  widthTable,
} from '../../views/backtest/how-we-did.ts'
import { NOT_TESTED, sayVerdict } from '../../views/backtest/say-verdict.ts'
import type { ServerContext } from '../server-context.ts'
import { pageFrame } from './page-frame.ts'

/** What projections from older bases said, and what came true. */
export function howWeDidPage(context: ServerContext): string {
  const { backtest, reader } = context
  return context.render('how-we-did.njk', {
    ...pageFrame(context, 'How we did', 'how-we-did'),
    results: backtest && {
      verdict: sayVerdict(backtest),
      families: familyTable(backtest),
      horizons: horizonFigure(backtest),
      contest: contestTable(backtest),
      widths: widthTable(backtest, reader),
      groups: groupTable(backtest, reader),
      middle: shownFigures(backtest, 'middle'),
      worst: shownFigures(backtest, 'worst'),
      untested: NOT_TESTED,
    },
  })
}
