import {
  forecastsCsv,
  pastCsv,
  seriesCsv,
  shownCsv,
  summaryCsv,
  widthsCsv,
} from '../backtest/backtest-csv.ts'
import type { Backtest, CalibratedWidths } from '../domain/backtest.ts'
import { replaceFiles } from './run-folder.ts'
import { type WrittenFile, writePieces } from './write-run.ts'

/**
 * Writes `backtest.csv` (every projection), `summary.csv`, `series.csv`, `shown.csv` and `past.csv`, and
 * `widths.csv` where widths were calibrated, into a folder; all of them or none.
 * @throws HeadroomError `file-unwritable`; `interrupted` where the signal stops it
 */
export async function writeBacktest(
  folder: string,
  { forecasts, summaries, series, shown, past }: Backtest,
  widths: ReadonlyMap<string, CalibratedWidths> | null,
  signal?: AbortSignal,
): Promise<readonly WrittenFile[]> {
  const texts: (readonly [string, string])[] = [
    ['backtest.csv', forecastsCsv(forecasts)],
    ['summary.csv', summaryCsv(summaries)],
    ['series.csv', seriesCsv(series)],
    ['shown.csv', shownCsv(shown)],
    ['past.csv', pastCsv(past)],
    ...(widths ? [['widths.csv', widthsCsv(widths)] as const] : []),
  ]
  return replaceFiles(
    folder,
    texts.map(([file]) => file),
    async (temporary) => {
      const written: WrittenFile[] = []
      for (const [file, text] of texts)
        written.push({ file, ...(await writePieces(temporary, folder, file, [text], signal)) })
      return written
    },
  )
}
