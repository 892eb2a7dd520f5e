import type { Figure } from '../../views/figures/figure.ts'
import {
  type FigureRun,
  writeFigureCsv,
  writeFigureJson,
  writeFigureSvg,
} from '../../views/figures/figure-files.ts'
import type { Answer } from '../answer.ts'
import { drawPng } from '../png.ts'

/** What a figure can be had as, by the ending of its address. */
export const ENDINGS = ['csv', 'json', 'svg', 'png'] as const
export type Ending = (typeof ENDINGS)[number]

export const MEDIA_TYPES: Readonly<Record<Ending, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
}

/**
 * A figure as a file.
 * @param run the run it is of, or null where it is of none, as a back-test is
 * @param name what it is saved under, without its ending
 */
export async function figureFile(
  figure: Figure,
  run: FigureRun | null,
  ending: Ending,
  name: string,
): Promise<Answer> {
  const write: Readonly<Record<Ending, () => string | Promise<Uint8Array>>> = {
    csv: () => writeFigureCsv(figure, run),
    json: () => writeFigureJson(figure, run),
    svg: () => writeFigureSvg(figure),
    png: () => drawPng(writeFigureSvg(figure)),
  }
  return { type: MEDIA_TYPES[ending], body: await write[ending](), download: `${name}.${ending}` }
}
