import exp from '@stdlib/math-base-special-exp'
import { beforeAll, describe, expect, it } from 'vitest'
import { freshKernel } from '../../../build-kernel.js'
import { type Kernel, startKernel } from './kernel.ts'
import { exitSeries } from './series.ts'

/** Where the tests put the series. */
const SERIES = 64

let kernel: Kernel
beforeAll(async () => {
  kernel = await startKernel(await WebAssembly.compile(await freshKernel()), { bytes: 65_536 })
  new Float64Array(kernel.memory.buffer, SERIES).set(exitSeries)
})

/** 1 - exp(-h) without cancellation: by its series where h is small. */
function exactShare(hazard: number): number {
  if (hazard > 0.5) return 1 - exp(-hazard)
  let sum = 0
  let term = hazard
  for (let k = 2; k < 30; k++) {
    sum += term
    term *= -hazard / k
  }
  return sum
}

describe('the kernel’s share with an exit', () => {
  it('is 1 - exp(-h) to 1e-14 from tiny hazards to large ones', () => {
    for (let i = 0; i <= 4000; i++) {
      const hazard = 10 ** (-9 + (11 * i) / 4000)
      const expected = exactShare(hazard)
      expect(Math.abs(kernel.exitShare(hazard, SERIES) / expected - 1)).toBeLessThan(1e-14)
      expect(Math.abs(kernel.exitShareAny(hazard) / expected - 1)).toBeLessThan(1e-14)
    }
  })

  it('is 0 without a hazard and never above 1', () => {
    expect(kernel.exitShare(0, SERIES)).toBe(0)
    expect(kernel.exitShareAny(0)).toBe(0)
    for (const hazard of [50, 699, 701, 1e6]) {
      expect(kernel.exitShare(hazard, SERIES)).toBeLessThanOrEqual(1)
      expect(kernel.exitShare(hazard, SERIES)).toBeCloseTo(1, 14)
    }
  })
})
