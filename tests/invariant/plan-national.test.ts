import { beforeAll, describe, expect, it } from 'vitest'
import { freshKernel } from '../../build-kernel.js'
import type { Plan } from '../../src/domain/plan.ts'
import { createSimulate } from '../../src/engine/ensemble/simulate.ts'
import { CONFIRMED, planWorkforce } from '../../src/pipeline/plan-workforce.ts'
import { readScenario } from '../../src/pipeline/read-scenario.ts'
import { createSolveWithHighs } from '../../src/threads/solve-with-highs.ts'
import { dataFiles } from '../support/data-files.ts'

const files = dataFiles()
/** Few draws: what is tested is that plan, file and engine agree, not the figures. */
const DRAWS = 12
const PATIENCE = 600_000

/** A plan for all England, every programme, fifteen years. */
const request = {
  coverage: null,
  quantile: 80,
  years: 15,
  from: null,
  occupations: [],
  draws: DRAWS,
  seed: 1,
  limits: {},
  countStaffPay: true,
}

let plan: Plan
beforeAll(async () => {
  const simulate = createSimulate(await freshKernel())
  const solve = createSolveWithHighs()
  plan = await planWorkforce(files, request, { quick: simulate, full: simulate, solve })
}, PATIENCE)

describe('a plan for England', () => {
  it('is confirmed by all areas with feedback on, within a tenth of a point at every target', () => {
    expect(plan.confirmation.areas).toBe(42)
    expect(plan.confirmation.difference).toBeLessThanOrEqual(CONFIRMED)
    for (const { planned, confirmed } of plan.targets)
      expect(Math.abs(planned - confirmed)).toBeLessThanOrEqual(CONFIRMED)
  })

  it('meets every target, or says by how little it is missed', () => {
    for (const { target, planned, shortfall, code } of plan.targets)
      if (shortfall === 0) expect([code, planned >= target - 1e-4]).toEqual([code, true])
      else expect([code, planned < target]).toEqual([code, true])
    expect(
      plan.targets.some(({ unplanned, target, shortfall }) => unplanned < target && shortfall === 0),
    ).toBe(true)
  })

  it('keeps its limits', () => {
    const { limits, settings } = plan
    const before = new Map<string, number>()
    for (const { lever, code, base, value } of settings) {
      const key = `${lever}/${code}`
      const last = before.get(key) ?? base
      before.set(key, value)
      // A scenario rounds to a ten-thousandth of today’s entrants or arrivals.
      const room = 2e-4 * base + 1e-3
      if (lever === 'places') {
        expect(value).toBeLessThanOrEqual(last * (1 + limits['places-growth']) + limits['places-step'] + room)
        expect(value).toBeGreaterThanOrEqual(last * (1 - limits['places-fall']) - room)
        expect(value).toBeGreaterThanOrEqual(base * limits['places-floor'] - room)
      }
      if (lever === 'arrivals')
        expect(value).toBeLessThanOrEqual(
          last * (1 + limits['arrivals-growth']) + limits['arrivals-step'] + room,
        )
      if (lever === 'retention') {
        expect(value).toBeLessThanOrEqual(Math.min(1, last + limits['retention-rise']) + 1e-3)
        expect(value).toBeGreaterThanOrEqual(last - 1e-3)
      }
    }
  })

  it('covers every programme and year, and names who is left out', () => {
    const places = plan.settings.filter(({ lever }) => lever === 'places')
    expect(new Set(places.map(({ code }) => code)).size).toBe(
      files.get('assumptions/training-programmes.csv')!.trimEnd().split('\n').length - 1,
    )
    expect(new Set(places.map(({ year }) => year)).size).toBe(request.years - 1)
    expect(plan.leftOut).toContain('Care workers')
  })

  it('is a scenario file that says the same', () => {
    const scenario = readScenario(new Map([...files, ['given/plan.yaml', plan.scenario]]), 'plan.yaml')
    const settings = scenario.levers.get('training-places') ?? []
    for (const { code, base, year, value } of plan.settings.filter(({ lever }) => lever === 'places')) {
      const path = settings.find(({ scope }) => scope === code)?.path ?? []
      const share = path.filter(([from]) => from <= year).at(-1)?.[1] ?? 0
      expect(base * (1 + share)).toBeCloseTo(value, 6)
    }
  })

  it('adds its cost up', () => {
    const { total, places, arrivals, retention, pay, staff } = plan.cost
    expect(places + arrivals + retention + pay + staff).toBeCloseTo(total, 0)
    expect(places).toBeGreaterThan(0)
  })
})
