import type { BacktestResults } from '../../domain/backtest.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { createCoverage } from '../../views/backtest/coverage-figure.ts'
import { createPastProjection, shownCode } from '../../views/backtest/past-projection.ts'
import type { Figure } from '../../views/figures/figure.ts'
import { describeBlock, type FigureBlock } from '../pages/figure-block.ts'
import type { ServerContext } from '../server-context.ts'

/** A figure of the back-test: it is of no run, and its address says which it is. */
export interface PastFigure {
  readonly figure: Figure
  readonly address: (ending?: string) => string
  /** What its files are saved under, without their ending. */
  readonly name: string
  /** As a page shows it. */
  readonly block: () => FigureBlock
}

const ended = (path: string, ending?: string): string => `${path}${ending ? `.${ending}` : ''}`

/** How many outcomes the ranges held by years ahead. */
export function coverageFigure(context: ServerContext, results: BacktestResults): PastFigure {
  const figure = createCoverage(results)
  const address = (ending?: string): string => ended('/figure/past-ranges', ending)
  return {
    figure,
    address,
    name: 'headroom-past-ranges',
    block: () => describeBlock(context, figure, { id: 'backtest-coverage', address, open: true }),
  }
}

/** Every past projection that is shown, in the order kept. */
export const shownFigures = (context: ServerContext, results: BacktestResults): readonly PastFigure[] =>
  results.shown.flatMap((shown, index) => {
    const family = results.families.find(({ code }) => code === shown.family)
    if (!family) return []
    const figure = createPastProjection(family, shown)
    const address = (ending?: string): string =>
      `${ended('/figure/past-projection', ending)}?shown=${shownCode(shown)}`
    return [
      {
        figure,
        address,
        name: `headroom-past-${shownCode(shown).replace('.', '-')}`,
        block: () =>
          describeBlock(context, figure, { id: `past-${index}`, address, beside: true, open: true }),
      },
    ]
  })

/**
 * The past projection that an address names; the first where it names none.
 * @throws HeadroomError `option-invalid` for one that isn’t shown
 */
export function findShown(
  context: ServerContext,
  results: BacktestResults,
  asked: unknown,
): PastFigure | undefined {
  const known = results.shown.map(shownCode)
  const wanted = asked === undefined || asked === '' ? known[0] : asked
  const index = known.indexOf(String(wanted))
  if (known.length > 0 && index < 0)
    throw new HeadroomError('option-invalid', {
      option: 'shown',
      value: String(asked),
      expected: `one of ${known.join(', ')}`,
    })
  return shownFigures(context, results)[index]
}
