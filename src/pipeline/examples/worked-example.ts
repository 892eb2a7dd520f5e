import type { InputFiles } from '../../domain/input-files.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { readTable } from '../../tables/table.ts'

/** A figure of a worked example as it is printed, and as Headroom's engine gives it. */
export interface WorkedFigure {
  readonly name: string
  readonly unit: string
  /** Lowest and highest value printed; the same twice where one is. */
  readonly printed: readonly [low: number, high: number]
  readonly ours: number
  /** Largest difference from the printed range that rounding in print explains. */
  readonly tolerance: number
  /** Where the stated inputs don't lead to the printed figure: how far off the engine is, and why. */
  readonly missed?: { readonly by: number; readonly why: string }
}

/** How far a figure is from what is printed: above the highest, below the lowest, 0 between. */
export const distance = ({ printed: [low, high], ours }: WorkedFigure): number =>
  ours > high ? ours - high : ours < low ? ours - low : 0

/** Another model's published example, run on the engine. */
export interface WorkedExample {
  readonly code: string
  readonly title: string
  /** What it is and where it is printed. */
  readonly source: string
  /** Sentences: what the source does not say and had to be assumed to run it. */
  readonly assumed: readonly string[]
  /** Runs the example. @throws HeadroomError where its table is damaged or lacks a figure */
  run(files: InputFiles): readonly WorkedFigure[]
}

/** What a figure of an example is: given by the source, printed as its result, or assumed to run it. */
export const FIGURE_ROLES = ['input', 'published', 'assumed'] as const

/**
 * The figures of an example: `data/examples/CODE.csv`.
 * @returns a function from key to value, which refuses keys the table lacks
 */
export function readFigures(files: InputFiles, code: string): (key: string) => number {
  const file = `examples/${code}.csv`
  const rows = readTable(files, file, ['key', 'value', 'unit', 'role', 'note']).rows
  const values = new Map(
    rows.map((row) => {
      row.oneOf('role', FIGURE_ROLES)
      return [row.text('key'), row.numeric('value')]
    }),
  )
  return (key) => {
    const value = values.get(key)
    if (value === undefined)
      throw new HeadroomError('table-incomplete', { file: `data/${file}`, missing: key })
    return value
  }
}
