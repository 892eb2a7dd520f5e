import type { EngineModel } from '../domain/engine-model.ts'
import type { EnsembleResult, Simulate } from '../domain/ensemble.ts'
import { MEASURES } from '../domain/measure.ts'
import type { PlanProjection, PlanRequest, PlanTarget } from '../domain/plan.ts'
import { STATISTICS } from '../domain/projection.ts'
import type { Reference } from '../domain/reference.ts'
import { CENTRAL_DRAW, createDrawFactors } from '../engine/ensemble/draw-factors.ts'
import { ALL, createAggregation } from '../results/aggregation.ts'
import { empiricalQuantile } from '../stats/empirical-quantile.ts'

/** Share of draws on each side of the quantile that need is averaged over. */
const NEAR = 0.05

const placeOf = (code: string): number => MEASURES.findIndex((measure) => measure.code === code)
const COVERAGE = placeOf('coverage')
const NEED = placeOf('need_fte')
const FUNDED = placeOf('funded_fte')
const JOINERS = placeOf('joiners_heads')
const INTERNATIONAL = placeOf('international_share')
const CENTRAL = STATISTICS.indexOf('central')

/**
 * Runs a model and reads from it what a plan goes by.
 * @param model of one area, or of all, which are then added up
 * @returns coverage and need at the targets, and England’s central run
 */
export async function projectPlan(
  model: EngineModel,
  reference: Reference,
  targets: readonly PlanTarget[],
  { draws, seed, quantile }: Pick<PlanRequest, 'draws' | 'seed' | 'quantile'>,
  simulate: Simulate,
  signal?: AbortSignal,
): Promise<PlanProjection> {
  const { series, aggregation } = createAggregation(reference)
  const all = series.findIndex(({ level, code }) => level === 'all' && code === ALL.code)
  const place = reference.occupations.map(({ code }) =>
    series.findIndex((entry) => entry.level === 'occupation' && entry.code === code),
  )
  const wanted = [...new Set(targets.map(({ occupation }) => place[occupation]!))].sort((a, b) => a - b)
  const rollUp = model.areas > 1
  const result = await simulate(
    { model, aggregation, seed, draws, rollUp, keep: { units: [0], series: wanted } },
    undefined,
    signal,
  )
  const points = model.years + 1
  const central = (s: number, t: number, measure: number): number =>
    result.values[((s * points + t) * MEASURES.length + measure) * STATISTICS.length + CENTRAL]!
  const drawn = targets.map(({ occupation, t }) =>
    atQuantile(result, wanted.indexOf(place[occupation]!) * points + t, draws, quantile),
  )
  const joiners = Float64Array.from({ length: model.years }, (_, y) => central(all, y + 1, JOINERS))
  return {
    model,
    draw: createDrawFactors(model)(seed, CENTRAL_DRAW),
    coverage: Float64Array.from(drawn, ({ coverage }) => coverage),
    need: Float64Array.from(drawn, ({ need }) => need),
    funded: Float64Array.from({ length: model.occupations * points }, (_, i) =>
      central(place[Math.floor(i / points)]!, i % points, FUNDED),
    ),
    joiners,
    arrivals: joiners.map((heads, y) => heads * central(all, y + 1, INTERNATIONAL)),
  }
}

/** Coverage that `quantile` per cent of draws reach at least, and mean need of the draws near it. */
function atQuantile(
  { kept }: EnsembleResult,
  row: number,
  draws: number,
  quantile: number,
): { readonly coverage: number; readonly need: number } {
  if (kept === null) throw new Error('the draws asked for were not kept')
  const at = (measure: number, draw: number): number =>
    kept[(row * MEASURES.length + measure) * draws + draw]!
  const order = Array.from({ length: draws }, (_, draw) => draw)
  order.sort((a, b) => at(COVERAGE, a) - at(COVERAGE, b))
  const p = (100 - quantile) / 100
  const rank = Math.ceil(p * draws) - 1
  const near = Math.max(1, Math.round(NEAR * draws))
  const around = order.slice(Math.max(0, rank - near), rank + near + 1)
  return {
    coverage: empiricalQuantile(
      order.map((draw) => at(COVERAGE, draw)),
      p,
    ),
    need: around.reduce((sum, draw) => sum + at(NEED, draw), 0) / around.length,
  }
}
