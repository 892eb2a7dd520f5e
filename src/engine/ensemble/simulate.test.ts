import { beforeAll, describe, expect, it } from 'vitest'
import { freshKernel } from '../../../build-kernel.js'
import { everyFeature } from '../../../tests/support/every-feature.ts'
import { syntheticModel } from '../../../tests/support/synthetic-model.ts'
import type { EnsembleRequest, EnsembleResult, Simulate } from '../../domain/ensemble.ts'
import { MEASURES } from '../../domain/measure.ts'
import { STATISTICS } from '../../domain/projection.ts'
import { createSimulate } from './simulate.ts'

const YEARS = 6
/** Measures of staff; those of unpaid care don't apply to the series here. */
const STAFF = MEASURES.slice(
  0,
  MEASURES.findIndex(({ code }) => code === 'unpaid_hours'),
)
const plain = syntheticModel({
  occupations: 5,
  areas: 5,
  years: YEARS,
  services: 3,
  movesEach: 1,
  regions: 2,
  seed: 9,
  smooth: false,
})
const model = everyFeature(plain, 9)
const request: EnsembleRequest = {
  model,
  aggregation: { start: Int32Array.from([0, 1, 6]), members: Int32Array.from([2, 0, 1, 2, 3, 4]) },
  seed: 5,
  draws: 70,
  rollUp: true,
}

let simulate: Simulate
beforeAll(async () => {
  simulate = createSimulate(await freshKernel())
})

/** One statistic of a measure in the last year, of an area of the result's first axis and a series. */
function value(
  { values }: EnsembleResult,
  area: number,
  series: number,
  code: string,
  statistic: string,
): number {
  const measure = MEASURES.findIndex((entry) => entry.code === code)
  const year = (area * 2 + series) * (YEARS + 1) + YEARS
  return values[
    (year * MEASURES.length + measure) * STATISTICS.length + STATISTICS.indexOf(statistic as 'mean')
  ]!
}

describe('an ensemble on one thread', () => {
  it('gives the same bits again', async () => {
    expect(await simulate(request)).toEqual(await simulate(request))
  })

  it('has a central run that neither seed nor draws touch', async () => {
    const values = await simulate(request)
    const others = await simulate({ ...request, seed: 6, draws: 3 })
    for (const { code } of STAFF)
      expect(value(others, 0, 1, code, 'central')).toBe(value(values, 0, 1, code, 'central'))
    expect(value(others, 0, 1, 'supply_fte', 'mean')).not.toBe(value(values, 0, 1, 'supply_fte', 'mean'))
  })

  it('adds areas to regions and regions to England', async () => {
    const values = await simulate(request)
    const areas = [3, 4, 5, 6, 7]
    for (const { code } of STAFF.filter(({ additive }) => additive))
      for (const statistic of ['central', 'mean']) {
        const sum = areas.reduce((total, area) => total + value(values, area, 0, code, statistic), 0)
        const regions = value(values, 1, 0, code, statistic) + value(values, 2, 0, code, statistic)
        const england = value(values, 0, 0, code, statistic)
        const scale = Math.max(1, Math.abs(england))
        expect(Math.abs(regions - england) / scale).toBeLessThan(1e-11)
        expect(Math.abs(sum - england) / scale).toBeLessThan(1e-11)
      }
  })

  it('leaves flows of the base year empty', async () => {
    const { values } = await simulate(request)
    MEASURES.forEach(({ atBase }, measure) => {
      for (let statistic = 0; statistic < STATISTICS.length; statistic++)
        expect(Number.isNaN(values[measure * STATISTICS.length + statistic])).toBe(
          !atBase || !STAFF.includes(MEASURES[measure]!),
        )
    })
  })

  it('reports progress to the end', async () => {
    const seen: number[] = []
    await simulate(request, (done, total) => seen.push(done / total))
    expect(seen.length).toBeGreaterThan(2)
    expect(seen.at(-1)).toBe(1)
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
  })

  it('stops when aborted, with the reason', async () => {
    const abort = new AbortController()
    const reason = new Error('enough')
    await expect(simulate(request, () => abort.abort(reason), abort.signal)).rejects.toBe(reason)
  })

  it('refuses draws that memory can’t hold', async () => {
    await expect(simulate({ ...request, draws: 20_000_000 })).rejects.toMatchObject({
      code: 'memory-exceeded',
    })
  })

  it('keeps draws that more draws leave as they are', async () => {
    const keep = { units: [0, 4], series: [0, 1] }
    const few = await simulate({ ...request, keep, draws: 5 })
    const more = await simulate({ ...request, keep, draws: 9 })
    const rows = keep.units.length * keep.series.length * (YEARS + 1) * MEASURES.length
    expect(few.kept).toHaveLength(rows * 5)
    for (let row = 0; row < rows; row++)
      expect(more.kept!.slice(row * 9, row * 9 + 5)).toEqual(few.kept!.slice(row * 5, (row + 1) * 5))
    expect((await simulate(request)).kept).toBeNull()
  })

  it('is the same, to the bit, with policies of no strength as without', async () => {
    const effects = model.effects.map((effect) => ({
      ...effect,
      strength: { kind: 'point' as const, value: 0 },
    }))
    expect(await simulate({ ...request, model: { ...model, effects } })).toEqual(
      await simulate({ ...request, model: { ...model, effects: [] } }),
    )
  })

  it('is the same, to the bit, with feedback of no strength as with none', async () => {
    const uncertainty = model.uncertainty.map((factor) =>
      factor.target.startsWith('pressure-') || factor.target === 'care-pool'
        ? { ...factor, distribution: { kind: 'point' as const, value: 0 } }
        : factor,
    )
    expect(await simulate({ ...request, model: { ...model, uncertainty } })).toEqual(
      await simulate({ ...request, model: { ...model, feedback: false } }),
    )
  })
})
