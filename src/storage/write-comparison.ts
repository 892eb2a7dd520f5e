import { COMPARISON_STATISTICS, type Comparison } from '../domain/comparison.ts'
import { measureOf } from '../domain/measure.ts'
import { replaceFiles } from './run-folder.ts'
import { type WrittenFile, writePieces } from './write-run.ts'

/** File that a comparison is written to. */
export const COMPARISON_FILE = 'compare.csv'

/** Its columns, in order. `part` is a, b, difference, lever, posts, feedback, assumptions or interaction. */
export const COMPARISON_COLUMNS = [
  'a',
  'b',
  'year',
  'area',
  'level',
  'code',
  'measure',
  'unit',
  'part',
  'lever',
  'statistic',
  'value',
] as const

/**
 * Writes `compare.csv` into a folder, beside what is there. Values that don’t apply have no row.
 * @throws HeadroomError `file-unwritable`; `interrupted` where the signal stops it
 */
export async function writeComparison(
  folder: string,
  comparison: Comparison,
  signal?: AbortSignal,
): Promise<WrittenFile> {
  return replaceFiles(folder, [COMPARISON_FILE], async (temporary) => ({
    file: COMPARISON_FILE,
    ...(await writePieces(temporary, folder, COMPARISON_FILE, comparisonCsv(comparison), signal)),
  }))
}

/** The rows of `compare.csv`, a part’s series at a time. */
export function* comparisonCsv(comparison: Comparison): Generator<string> {
  const { a, b, area, series, years, measures, parts, values } = comparison
  const units = measures.map((code) => measureOf(code).unit)
  yield `${COMPARISON_COLUMNS.join(',')}\n`
  let i = 0
  for (const { kind, code: lever } of parts)
    for (const { level, code } of series) {
      let rows = ''
      for (const year of years)
        for (const [m, measure] of measures.entries())
          for (const statistic of COMPARISON_STATISTICS) {
            const value = values[i++]!
            if (Number.isNaN(value)) continue
            const row = [a.name, b.name, year, area.code, level, code, measure, units[m], kind]
            rows += `${[...row, kind === 'lever' ? lever : '', statistic, value].join(',')}\n`
          }
      yield rows
    }
}
