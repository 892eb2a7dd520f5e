import type { EngineModel } from '../domain/engine-model.ts'
import type { EnsembleResult, Simulate } from '../domain/ensemble.ts'
import { MEASURES, measureIndex } from '../domain/measure.ts'
import type { PlanProjection, PlanRequest, PlanTarget } from '../domain/plan.ts'
import { STATISTICS } from '../domain/projection.ts'
import type { Reference } from '../domain/reference.ts'
import { CENTRAL_DRAW, createDrawFactors } from '../engine/ensemble/draw-factors.ts'
import { quantileWeights } from '../stats/quantile-weights.ts'

const COVERAGE = measureIndex('coverage')
const NEED = measureIndex('need_fte')
const FUNDED = measureIndex('funded_fte')
const JOINERS = measureIndex('joiners_heads')
const INTERNATIONAL = measureIndex('international_share')
/** Place of all staff among the series. */
const ALL = 0
const CENTRAL = STATISTICS.indexOf('central')

/**
 * Runs a model and reads from it what a plan goes by.
 * @param model of one area, or of all, which are then added up
 * @param occupations to look at, the targets’ among them; funded posts of the others are left at 0
 * @returns coverage and need at the targets, and England’s central run
 */
export async function projectPlan(
  model: EngineModel,
  reference: Reference,
  occupations: readonly number[],
  targets: readonly PlanTarget[],
  { draws, seed, quantile }: Pick<PlanRequest, 'draws' | 'seed' | 'quantile'>,
  simulate: Simulate,
  signal?: AbortSignal,
): Promise<PlanProjection> {
  // All together, then the occupations that matter: statistics of others would be made for nothing.
  const members = [reference.occupations.map((_, o) => o), ...occupations.map((o) => [o])]
  const aggregation = {
    start: Int32Array.from([0, ...members.map((_, i) => members.slice(0, i + 1).flat().length)]),
    members: Int32Array.from(members.flat()),
  }
  const place = new Map(occupations.map((o, i) => [o, i + 1]))
  const wanted = [...new Set(targets.map(({ occupation }) => place.get(occupation)!))].sort((a, b) => a - b)
  const rollUp = model.areas > 1
  const result = await simulate(
    { model, aggregation, seed, draws, rollUp, keep: { units: [0], series: wanted } },
    undefined,
    signal,
  )
  const points = model.years + 1
  const central = (s: number, t: number, measure: number): number =>
    result.values[((s * points + t) * MEASURES.length + measure) * STATISTICS.length + CENTRAL]!
  const weights = quantileWeights(draws, (100 - quantile) / 100)
  const drawn = targets.map(({ occupation, t }) =>
    atQuantile(result, wanted.indexOf(place.get(occupation)!) * points + t, weights),
  )
  const joiners = Float64Array.from({ length: model.years }, (_, y) => central(ALL, y + 1, JOINERS))
  return {
    model,
    draw: createDrawFactors(model)(seed, CENTRAL_DRAW),
    coverage: Float64Array.from(drawn, ({ coverage }) => coverage),
    need: Float64Array.from(drawn, ({ need }) => need),
    funded: Float64Array.from({ length: model.occupations * points }, (_, i) => {
      const series = place.get(Math.floor(i / points))
      return series === undefined ? 0 : central(series, i % points, FUNDED)
    }),
    joiners,
    arrivals: joiners.map((heads, y) => heads * central(ALL, y + 1, INTERNATIONAL)),
  }
}

/** Coverage that `quantile` per cent of draws reach at least, and need in the draws that say so. */
function atQuantile(
  { kept }: EnsembleResult,
  row: number,
  weights: Float64Array,
): { readonly coverage: number; readonly need: number } {
  if (kept === null) throw new Error('the draws asked for were not kept')
  const draws = weights.length
  const at = (measure: number, draw: number): number =>
    kept[(row * MEASURES.length + measure) * draws + draw]!
  const order = Array.from({ length: draws }, (_, draw) => draw)
  order.sort((a, b) => at(COVERAGE, a) - at(COVERAGE, b))
  const mean = (measure: number): number =>
    order.reduce((sum, draw, rank) => sum + weights[rank]! * at(measure, draw), 0)
  return { coverage: mean(COVERAGE), need: mean(NEED) }
}
