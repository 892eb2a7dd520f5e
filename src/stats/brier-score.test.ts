import fc from 'fast-check'
import { expect, it } from 'vitest'
import { brierScore } from './brier-score.ts'

const cases = (probability: number, events: number, total: number) =>
  Array.from({ length: total }, (_, i) => ({ probability, happened: i < events }))

it('scores fifteen cases and splits the score', () => {
  const parts = brierScore([...cases(0.1, 1, 5), ...cases(0.4, 2, 5), ...cases(0.8, 4, 5)])
  expect(Math.abs(parts.score - 0.19)).toBeLessThan(1e-9)
  // 0.0033333, 0.0622222 and 0.2488889, as fractions.
  expect(Math.abs(parts.reliability - 1 / 300)).toBeLessThan(1e-9)
  expect(Math.abs(parts.resolution - 14 / 225)).toBeLessThan(1e-9)
  expect(Math.abs(parts.uncertainty - 56 / 225)).toBeLessThan(1e-9)
})

it('is 0 for certainty that came true and 1 for certainty that did not', () => {
  expect(brierScore([...cases(1, 3, 3), ...cases(0, 0, 2)]).score).toBe(0)
  expect(brierScore([...cases(0, 3, 3), ...cases(1, 0, 2)]).score).toBe(1)
})

it('is the sum of its parts and the mean squared difference, whatever the cases', () => {
  const one = fc.record({
    probability: fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10),
    happened: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 60 }), (all) => {
      const { score, reliability, resolution, uncertainty } = brierScore(all)
      expect(score).toBeCloseTo(reliability - resolution + uncertainty, 12)
      const plain = all.map(({ probability, happened }) => (probability - (happened ? 1 : 0)) ** 2)
      expect(score).toBeCloseTo(plain.reduce((a, b) => a + b, 0) / all.length, 12)
    }),
  )
})

it('refuses nothing at all and what is no probability', () => {
  expect(() => brierScore([])).toThrow(RangeError)
  expect(() => brierScore([{ probability: 1.1, happened: true }])).toThrow(RangeError)
})
