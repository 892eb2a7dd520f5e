import type { BuilderResult, BuilderState } from '../../../domain/builder.ts'
import type { BuilderRuns } from '../../../pipeline/builder/builder-runs.ts'
import type { EnglandBundle } from '../../../pipeline/builder/bundle.ts'
import { titlesOf } from '../../../pipeline/builder/choice.ts'
import { createAreasFigure } from '../../../views/builder/areas-figure.ts'
import { builderCsv } from '../../../views/builder/builder-csv.ts'
import { OVER_YEARS } from '../../../views/builder/over-years.ts'
import { createPartsFigure } from '../../../views/builder/parts-figure.ts'
import type { Figure } from '../../../views/figures/figure.ts'
import { writeFigureCsv, writeFigureJson, writeFigureSvg } from '../../../views/figures/figure-files.ts'

const ENDINGS: Readonly<Record<string, readonly [type: string, write: (figure: Figure) => string]>> = {
  csv: ['text/csv', (figure) => writeFigureCsv(figure, null)],
  json: ['application/json', (figure) => writeFigureJson(figure, null)],
  svg: ['image/svg+xml', writeFigureSvg],
}

/**
 * A file of what is drawn for a state, as the server makes it.
 * @param file name of a figure and an ending, such as `coverage.svg`; `csv` for all curves in one
 * @param full every area of the state, where that is drawn; the figure of the areas needs it
 */
export async function writeFigureFile(
  file: string,
  state: BuilderState,
  full: BuilderResult | null,
  { frame }: Pick<EnglandBundle, 'frame'>,
  runs: BuilderRuns,
): Promise<{ readonly name: string; readonly type: string; readonly text: string }> {
  const shown = async (): Promise<BuilderResult> => full ?? (await runs.one(state))
  if (file === 'csv')
    return { name: 'headroom-scenario.csv', type: 'text/csv', text: builderCsv(await shown()) }
  const [name = '', ending = ''] = file.split('.')
  const make = async (): Promise<Figure> => {
    if (name === 'parts')
      return createPartsFigure(await runs.parts(state), titlesOf(state, frame.presets), state, 'browser')
    if (name === 'areas') return createAreasFigure(full!, frame.places, state.year, 'browser')
    return OVER_YEARS[name as keyof typeof OVER_YEARS](await shown(), 'browser')
  }
  const [type, write] = ENDINGS[ending]!
  return { name: `headroom-scenario-${file}`, type, text: write(await make()) }
}
