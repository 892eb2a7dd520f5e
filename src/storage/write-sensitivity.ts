import { measureOf } from '../domain/measure.ts'
import { ranking, type StudyRecord } from '../domain/sensitivity.ts'
import { replaceFiles } from './run-folder.ts'
import { formatStudy, SENSITIVITY_RECORD } from './sensitivity-record.ts'
import { type WrittenFile, writePieces } from './write-run.ts'

/** File that a study is written to, beside its record. */
export const SENSITIVITY_FILE = 'sensitivity.csv'

/** Its columns, in order. Rows of the value of information have the measure `net_benefit`. */
export const SENSITIVITY_COLUMNS = [
  'scenario',
  'area',
  'year',
  'level',
  'code',
  'measure',
  'unit',
  'group',
  'title',
  'statistic',
  'value',
] as const

/**
 * Writes `sensitivity.csv` and `sensitivity.json` into a folder, beside what is there.
 * @throws HeadroomError `file-unwritable`; `interrupted` where the signal stops it
 */
export async function writeSensitivity(
  folder: string,
  study: StudyRecord,
  signal?: AbortSignal,
): Promise<readonly WrittenFile[]> {
  return replaceFiles(folder, [SENSITIVITY_FILE, SENSITIVITY_RECORD], async (temporary) => {
    const write = async (file: string, pieces: Iterable<string>): Promise<WrittenFile> => ({
      file,
      ...(await writePieces(temporary, folder, file, pieces, signal)),
    })
    return [
      await write(SENSITIVITY_FILE, sensitivityCsv(study)),
      await write(SENSITIVITY_RECORD, [formatStudy(study)]),
    ]
  })
}

/** The rows of `sensitivity.csv`: output by output, groups by rank. Values that don't apply have no row. */
export function* sensitivityCsv(study: StudyRecord): Generator<string> {
  const { scenario, area, year, groups, outputs, decision } = study
  const line = (cells: readonly (string | number)[]): string => `${cells.join(',')}\n`
  yield line(SENSITIVITY_COLUMNS)
  for (const output of outputs) {
    const { series, measure, central, mean, p10, p90 } = output
    const unit = measureOf(measure).unit
    const place = [scenario, area.code, year, series.level, series.code, measure]
    let rows = ''
    for (const [statistic, value] of Object.entries({ central, mean, p10, p90 }))
      rows += line([...place, unit, 'all', '', statistic, value])
    for (const [rank, k] of ranking(output).entries()) {
      const { first, total, p10: low, p90: high } = output.groups[k]!
      const { code, title } = groups[k]!
      const shares = {
        first: first.estimate,
        first_low: first.low,
        first_high: first.high,
        total: total.estimate,
        total_low: total.low,
        total_high: total.high,
      }
      const put = (of: string, statistic: string, value: number): void => {
        if (!Number.isNaN(value)) rows += line([...place, of, code, quoted(title), statistic, value])
      }
      put('rank', 'rank', rank + 1)
      for (const [statistic, value] of Object.entries(shares)) put('share', statistic, value)
      put(unit, 'alone_p10', low)
      put(unit, 'alone_p90', high)
    }
    yield rows
  }
  if (!decision) return
  const { level, code: of } = outputs[0]!.series
  const place = [scenario, area.code, year, level, of, 'net_benefit', 'gbp']
  for (const { name, title, benefit, best } of decision.options) {
    yield line([...place, `choice:${name}`, quoted(title), 'mean', benefit])
    yield line([...place.slice(0, -1), 'share', `choice:${name}`, quoted(title), 'best', best])
  }
  yield line([...place, 'all', '', 'value_of_information', decision.perfect])
  for (const [k, { code, title }] of decision.groups.entries())
    yield line([...place, code, quoted(title), 'value_of_information', decision.partial[k]!])
}

const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
