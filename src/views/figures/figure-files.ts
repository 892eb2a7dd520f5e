import type { RunManifest } from '../../domain/projection.ts'
import { type Figure, PICTURE_LOOKS } from './figure.ts'

/** The run that a figure is of. */
export type FigureRun = Pick<RunManifest, 'run' | 'scenario'>

const field = (value: string | number | null): string => {
  const text = value === null ? '' : String(value)
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A figure as CSV: the run and its scenario first where it is of one, then its columns; lines ended by a line feed. */
export function writeFigureCsv({ columns, records }: Figure, run: FigureRun | null): string {
  const lines = records.map((record) =>
    [...(run ? [run.run, run.scenario] : []), ...columns.map((column) => record[column] ?? null)]
      .map(field)
      .join(),
  )
  return `${[[...(run ? ['run', 'scenario'] : []), ...columns].join(), ...lines].join('\n')}\n`
}

/** A figure as JSON: what it says, and its records. */
export function writeFigureJson(figure: Figure, run: FigureRun | null): string {
  const { title, summary, note, columns, records } = figure
  const of = run ? { run: run.run, scenario: run.scenario } : {}
  return `${JSON.stringify({ ...of, title, description: summary, note, columns, records }, null, 1)}\n`
}

/** A figure as a picture of its own. */
export const writeFigureSvg = (figure: Figure): string =>
  figure.draw({ id: 'figure', ...PICTURE_LOOKS.wide, standalone: true }).markup
