import { chooseWidths, miscalibration, TRIED_WIDTHS } from '../../backtest/choose-widths.ts'
import { readObservedSeries } from '../../backtest/observed-series.ts'
import { readFamilies, readSettings } from '../../backtest/read-backtest.ts'
import type { CalibratedWidths, PastForecast } from '../../domain/backtest.ts'
import type { Simulate } from '../../domain/ensemble.ts'
import type { InputFiles } from '../../domain/input-files.ts'
import { readReference } from '../read-reference.ts'
import { chooseFamilies } from './choose-families.ts'
import { originsOf, projectOrigin } from './project-origin.ts'

/** Which family to calibrate, or null for all, and the seed of the trials' draws. */
export interface CalibrationRequest {
  readonly family: string | null
  readonly seed: number
}

/** Draws of each trial: enough to tell the share of outcomes inside a range to a few points. */
const TRIAL_DRAWS = 100

/**
 * Sets the widths of every family's ranges on the calibration half of the series, twice: from all outcomes, and
 * from those of the earlier half of the years alone. The pace of change is expected from all series known at
 * the origin, as in the back-test itself; only calibration series' outcomes are looked at.
 * @returns widths by family
 * @throws HeadroomError `family-unknown`; where a table is missing or damaged
 */
export async function calibrateWidths(
  files: InputFiles,
  { family: wanted, seed }: CalibrationRequest,
  simulate: Simulate,
  onProgress?: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, CalibratedWidths>> {
  const families = chooseFamilies(readFamilies(files), wanted)
  const settings = readSettings(files)
  const observed = readObservedSeries(files, readReference(files))
  const total = families.length * TRIED_WIDTHS.length
  const found = new Map<string, CalibratedWidths>()
  let done = 0
  for (const family of families) {
    const series = observed.filter((one) => one.family === family.code)
    const origins = originsOf(series)
    const lastOutcome = Math.max(...series.map(({ firstYear, values }) => firstYear + values.length - 1))
    const until = Math.floor((origins[0]! + 1 + lastOutcome) / 2)
    const tried = []
    for (const widths of TRIED_WIDTHS) {
      const forecasts: PastForecast[] = []
      for (const origin of origins)
        forecasts.push(
          ...(await projectOrigin(
            { family, series, settings, widths, origin, seed, draws: TRIAL_DRAWS, only: 'calibration' },
            simulate,
          )),
        )
      tried.push({
        widths,
        all: miscalibration(forecasts),
        early: miscalibration(forecasts.filter(({ origin, horizon }) => origin + horizon <= until)),
      })
      onProgress?.(++done, total)
      signal?.throwIfAborted()
    }
    found.set(family.code, {
      all: chooseWidths(tried.map(({ widths, all }) => ({ widths, miscalibration: all }))),
      early: chooseWidths(tried.map(({ widths, early }) => ({ widths, miscalibration: early }))),
      until,
    })
  }
  return found
}
