import { beforeAll, describe, expect, it } from 'vitest'
import { freshKernel } from '../../build-kernel.js'
import { readBacktestResults } from '../../src/backtest/read-results.ts'
import type { EngineModel } from '../../src/domain/engine-model.ts'
import { MEASURES } from '../../src/domain/measure.ts'
import { STATISTICS } from '../../src/domain/projection.ts'
import { createDrawFactors } from '../../src/engine/ensemble/draw-factors.ts'
import { createSimulate } from '../../src/engine/ensemble/simulate.ts'
import { mergeAreas } from '../../src/pipeline/merge-areas.ts'
import { readScenarioInputs } from '../../src/pipeline/read-scenario-inputs.ts'
import { createAggregation } from '../../src/results/aggregation.ts'
import { dataFiles } from '../support/data-files.ts'

const YEARS = 10
const DRAWS = 256
/** NHS staff groups whose recruits fill funded posts, and whose published series were not recounted. */
const FOLLOWING = [
  'support-clinical',
  'support-stt',
  'hotel-estates',
  'central-functions',
  'managers',
  'senior-managers',
]

const files = dataFiles()
const { reference, model: ofAreas } = readScenarioInputs(files, 'no-change', YEARS)
const { series, aggregation } = createAggregation(reference)
const england = mergeAreas(ofAreas)

/** The same as good as without funding. The lines stay, with walks too small to matter, so that all else is drawn alike. */
const stilled: EngineModel = {
  ...england,
  uncertainty: england.uncertainty.map((line) =>
    line.target === 'funding' ? { ...line, walk: 1e-12 } : line,
  ),
}

type Read = (code: string, t: number, statistic: (typeof STATISTICS)[number], measure?: string) => number

async function project(model: EngineModel, kernel: Uint8Array<ArrayBuffer>): Promise<Read> {
  const { values } = await createSimulate(kernel)({
    model,
    aggregation,
    seed: 1,
    draws: DRAWS,
    rollUp: false,
  })
  return (code, t, statistic, measure = 'supply_fte') => {
    const i = series.findIndex((one) => one.level === 'staff_group' && one.code === code)
    const m = MEASURES.findIndex((one) => one.code === measure)
    return values[
      ((i * (YEARS + 1) + t) * MEASURES.length + m) * STATISTICS.length + STATISTICS.indexOf(statistic)
    ]!
  }
}

const halfWidth = (read: Read, code: string, t: number): number =>
  (read(code, t, 'p90') - read(code, t, 'p10')) / 2 / read(code, t, 'p50')

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** Within what 8 in 10 past projections of a group came, over the middle. */
const past = readBacktestResults(files).series.filter(({ family }) => family === 'nhs-groups')
const within = (code: string, t: number): number => past.find((one) => one.code === code)!.within[t - 1]!

let now: Read
let without: Read
beforeAll(async () => {
  const kernel = await freshKernel()
  now = await project(england, kernel)
  without = await project(stilled, kernel)
}, 120_000)

describe('funding of posts', () => {
  it('leaves the central run as it is', () => {
    for (const { staffGroup } of reference.occupations)
      for (const measure of ['supply_fte', 'funded_fte', 'temporary_cost'])
        expect(now(staffGroup, YEARS, 'central', measure)).toBe(
          without(staffGroup, YEARS, 'central', measure),
        )
  })

  it('is as often more as less than what posts should follow, in every year', () => {
    const draw = createDrawFactors(england, { draws: DRAWS })
    const draws = Array.from({ length: DRAWS }, (_, i) => draw(1, i).funding)
    const points = YEARS + 1
    for (const [o, { code, sector }] of reference.occupations.entries())
      for (const t of [1, 5, 10]) {
        const more = draws.filter((funding) => funding[o * points + t]! > 1).length / DRAWS
        expect(Math.abs(more - 0.5), `${code} (${sector}) in year ${t}`).toBeLessThan(0.12)
      }
  })

  it('makes groups that follow posts range about as widely as past projections of them were out', () => {
    for (const code of FOLLOWING) {
      const ratio = halfWidth(now, code, 5) / within(code, 5)
      expect(ratio, code).toBeGreaterThan(0.7)
      expect(ratio, code).toBeLessThan(1.3)
    }
    for (let t = 1; t <= YEARS; t++) {
      const ratio =
        mean(FOLLOWING.map((code) => halfWidth(now, code, t))) /
        mean(FOLLOWING.map((code) => within(code, t)))
      expect(ratio, `${t} years ahead`).toBeGreaterThan(t <= 6 ? 0.65 : 0.5)
      expect(ratio, `${t} years ahead`).toBeLessThan(1.15)
    }
  })

  it('is what those ranges were short of', () => {
    const ratio =
      mean(FOLLOWING.map((code) => halfWidth(without, code, 5))) /
      mean(FOLLOWING.map((code) => within(code, 5)))
    expect(ratio).toBeLessThan(0.5)
  })

  it('moves the posts of nurses but not their number', () => {
    const nurses = 'nurses-health-visitors'
    for (const statistic of ['p10', 'p50', 'p90'] as const)
      expect(now(nurses, 5, statistic) / without(nurses, 5, statistic)).toBeCloseTo(1, 2)
    const posts = (read: Read): number =>
      read(nurses, 5, 'p90', 'funded_fte') - read(nurses, 5, 'p10', 'funded_fte')
    expect(posts(now)).toBeGreaterThan(1.2 * posts(without))
  })
})
