import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { freshKernel } from '../../../build-kernel.js'
import { PUBLICATION_FIELDS, writeFields } from './fields.ts'
import { type Kernel, startKernel } from './kernel.ts'
import { bucketsFor } from './layout.ts'

const PROBABILITIES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95]
const MOST = 3000
const address = {
  publication: 64,
  quantiles: 512,
  out: 1024,
  pairs: 2048,
  taken: 3072,
  counts: 4096,
  scratch: 65_536,
  gathered: 131_072,
  values: 196_608,
}

let kernel: Kernel
beforeAll(async () => {
  kernel = await startKernel(await WebAssembly.compile(await freshKernel()), { bytes: 262_144 })
})

/** Mean and quantiles by the kernel. A number lies in wait after the last draw: it must not count. */
function summarise(draws: readonly number[]): number[] {
  const { memory } = kernel
  new Float64Array(memory.buffer, address.values, draws.length + 1).set([...draws, 1e9])
  const table = new DataView(memory.buffer, address.quantiles)
  PROBABILITIES.forEach((probability, q) => {
    const place = (draws.length - 1) * probability
    table.setUint32(q * 16, Math.floor(place), true)
    table.setFloat64(q * 16 + 8, place - Math.floor(place), true)
  })
  const unused = Object.fromEntries(PUBLICATION_FIELDS.map((name) => [name, 0]))
  writeFields(memory, address.publication, PUBLICATION_FIELDS, {
    ...(unused as Record<(typeof PUBLICATION_FIELDS)[number], number>),
    ...address,
    draws: draws.length,
    quantileCount: PROBABILITIES.length,
    buckets: bucketsFor(draws.length + 1),
  })
  kernel.summarise(address.values, address.publication, address.out)
  return [...new Float64Array(memory.buffer, address.out, PROBABILITIES.length + 1)]
}

/** Quantiles type 7 by sorting. */
function quantiles(draws: readonly number[]): number[] {
  const sorted = [...draws].sort((a, b) => a - b)
  return PROBABILITIES.map((probability) => {
    const place = (draws.length - 1) * probability
    const below = sorted[Math.floor(place)]!
    const above = sorted[Math.min(Math.floor(place) + 1, draws.length - 1)]!
    return below + (place - Math.floor(place)) * (above - below)
  })
}

const numbers = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 })
const rows = fc.oneof(
  fc.array(numbers, { minLength: 1, maxLength: 400 }),
  // Few different values: buckets hold many.
  fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: MOST }),
  // One value far from the rest: nearly all fall into one bucket.
  fc
    .array(fc.double({ noNaN: true, min: 0, max: 1 }), { minLength: 2, maxLength: 900 })
    .map((row) => [1e15, ...row]),
  // Next to one another: the range is the smallest there is.
  fc.array(fc.constantFrom(1, 1 + Number.EPSILON), { minLength: 1, maxLength: 50 }),
  fc.array(fc.constantFrom(0, 5e-324), { minLength: 1, maxLength: 50 }),
)

describe('the summary of a row of draws', () => {
  it('has the exact quantiles, type 7, and the mean', () => {
    fc.assert(
      fc.property(rows, (draws) => {
        const [mean, ...found] = summarise(draws)
        expect(found).toEqual(quantiles(draws))
        const scale = Math.max(...draws.map(Math.abs))
        expect(Math.abs(mean! - draws.reduce((a, b) => a + b, 0) / draws.length)).toBeLessThanOrEqual(
          scale * 1e-13,
        )
      }),
      { numRuns: 600, seed: 3 },
    )
  })

  it('is the value itself where all draws agree', () => {
    for (const value of [0, 0.1, -7.3, 1e300])
      expect(summarise(Array(33).fill(value))).toEqual(Array(8).fill(value))
  })

  it('is NaN where any draw is', () => {
    expect(summarise([1, 2, Number.NaN, 4])).toEqual(Array(8).fill(Number.NaN))
  })
})
