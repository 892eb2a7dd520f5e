import exp from '@stdlib/math-base-special-exp'
import ln from '@stdlib/math-base-special-ln'
import { beforeAll, describe, expect, it } from 'vitest'
import { freshKernel } from '../../../build-kernel.js'
import { type Kernel, startKernel } from './kernel.ts'
import { growthSeries } from './series.ts'

/** Where the tests put the series. */
const SERIES = 64

let kernel: Kernel
beforeAll(async () => {
  kernel = await startKernel(await WebAssembly.compile(await freshKernel()), { bytes: 65_536 })
  new Float64Array(kernel.memory.buffer, SERIES).set(growthSeries)
})

describe('the kernel’s logarithm', () => {
  it('is right to 1e-14 from a thousandth to a thousand, and beyond', () => {
    for (let i = 0; i <= 6000; i++) {
      const x = 10 ** (-3 + (6 * i) / 6000)
      expect(Math.abs(kernel.lnOf(x) - ln(x))).toBeLessThanOrEqual(1e-14 * Math.max(1e-3, Math.abs(ln(x))))
    }
    for (const x of [1e-300, 1e-20, 1e20, 1e300]) expect(kernel.lnOf(x) / ln(x)).toBeCloseTo(1, 14)
  })

  it('keeps its precision beside 1, where it is 0', () => {
    expect(kernel.lnOf(1)).toBe(0)
    for (const step of [1e-3, 1e-6, 1e-12, -1e-3, -1e-6, -1e-12]) {
      const x = 1 + step
      expect(Math.abs(kernel.lnOf(x) / ln(x) - 1)).toBeLessThan(1e-14)
    }
  })
})

describe('the kernel’s exponential', () => {
  it('is right to 1e-14 wherever a power of a ratio can lead', () => {
    for (let i = -4000; i <= 4000; i++) {
      const x = i / 100
      expect(Math.abs(kernel.expOf(x) / exp(x) - 1)).toBeLessThan(1e-14)
    }
  })

  it('is as right by its series for what is near 1, and 1 at 0', () => {
    for (let i = -700; i <= 700; i++) {
      const x = i / 1000
      expect(Math.abs(kernel.expNearOf(x, SERIES) / exp(x) - 1)).toBeLessThan(1e-14)
    }
    expect(kernel.expNearOf(0, SERIES)).toBe(1)
  })

  it('is 1 at 0 and stays finite', () => {
    expect(kernel.expOf(0)).toBe(1)
    for (const x of [-1e6, -701, 701, 1e6]) {
      expect(kernel.expOf(x)).toBeGreaterThan(0)
      expect(kernel.expOf(x)).toBeLessThan(Number.POSITIVE_INFINITY)
    }
  })
})
