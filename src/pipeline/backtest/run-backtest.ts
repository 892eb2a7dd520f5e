import { keepPast } from '../../backtest/keep-past.ts'
import { readObservedSeries } from '../../backtest/observed-series.ts'
import { readFamilies, readSettings, readWidths } from '../../backtest/read-backtest.ts'
import { partOf } from '../../backtest/split.ts'
import { chooseShown, summarise, summariseSeries } from '../../backtest/summarise.ts'
import {
  BACKTEST_PARTS,
  type Backtest,
  type CalibratedWidths,
  type PastForecast,
} from '../../domain/backtest.ts'
import type { Simulate } from '../../domain/ensemble.ts'
import type { InputFiles } from '../../domain/input-files.ts'
import { readReference } from '../read-reference.ts'
import { chooseFamilies } from './choose-families.ts'
import { originsOf, projectOrigin } from './project-origin.ts'

/** What to back-test. */
export interface BacktestRequest {
  /** Code of a family, or null for all. */
  readonly family: string | null
  readonly seed: number
  readonly draws: number
  /** Widths to use in place of the stored ones. */
  readonly widths?: ReadonlyMap<string, CalibratedWidths> | null
}

/**
 * Projects every published series from every older base with what was known then, on the engine, and scores
 * what came of it. The widths of ranges are those of `data/backtest/widths.csv`, set on one half of the series;
 * the other half is the verdict. A second verdict uses widths set on early years alone, on later bases.
 * @throws HeadroomError `code-unknown` for a family that isn't there; where a table is missing or damaged
 */
export async function runBacktest(
  files: InputFiles,
  { family: wanted, seed, draws, widths: given = null }: BacktestRequest,
  simulate: Simulate,
  onProgress?: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<Backtest> {
  const families = chooseFamilies(readFamilies(files), wanted)
  const settings = readSettings(files)
  const widths = given ?? readWidths(files, families)
  const observed = readObservedSeries(files, readReference(files))
  const jobs = families.flatMap((family) => {
    const series = observed.filter((one) => one.family === family.code)
    return originsOf(series).map((origin) => ({ family, series, origin, widths: widths.get(family.code)! }))
  })
  const later = jobs.filter(({ origin, widths: { until } }) => origin >= until)
  const total = jobs.length + later.length
  const forecasts: PastForecast[] = []
  const laterForecasts: PastForecast[] = []
  let done = 0
  const step = (): void => {
    done++
    onProgress?.(done, total)
    signal?.throwIfAborted()
  }
  for (const { widths: calibrated, ...job } of jobs) {
    forecasts.push(
      ...(await projectOrigin({ ...job, settings, widths: calibrated.all, seed, draws }, simulate)),
    )
    step()
  }
  for (const { widths: calibrated, ...job } of later) {
    const made = await projectOrigin({ ...job, settings, widths: calibrated.early, seed, draws }, simulate)
    laterForecasts.push(...made.filter(({ code }) => partOf(code) === 'held-back'))
    step()
  }
  const names = new Map(observed.map(({ family, code, name }) => [`${family}/${code}`, name]))
  const series = summariseSeries(forecasts, (family, code) => names.get(`${family}/${code}`) ?? code)
  return {
    families,
    seed,
    draws,
    forecasts,
    summaries: [
      ...BACKTEST_PARTS.flatMap((part) =>
        summarise(
          part,
          families,
          forecasts.filter((one) => one.part === part),
        ),
      ),
      ...summarise('later-years', families, laterForecasts),
    ],
    series,
    shown: chooseShown(series, forecasts),
    past: keepPast(forecasts),
  }
}
