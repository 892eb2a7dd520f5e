import { describe, expect, it } from 'vitest'
import { FULL_SIZE, syntheticModel } from '../../../tests/support/synthetic-model.ts'
import { planRun } from './ensemble-run.ts'
import { plannedBytes, threadsWithin } from './memory-plan.ts'

const model = syntheticModel({ ...FULL_SIZE, areas: 8 })
const aggregation = { start: Int32Array.from([0, 1]), members: Int32Array.from([0]) }
const shape = (draws: number) => planRun({ model, aggregation, seed: 1, draws, rollUp: true }).shape

describe('the memory a run plans for', () => {
  it('grows with draws and threads', () => {
    expect(plannedBytes(shape(2000), 50, 1, { draws: 2000 })).toBeGreaterThan(
      1.9 * plannedBytes(shape(1000), 50, 1, { draws: 1000 }),
    )
    expect(plannedBytes(shape(1000), 50, 2, { draws: 1000 })).toBeGreaterThan(
      plannedBytes(shape(1000), 50, 1, { draws: 1000 }),
    )
  })

  it('uses fewer threads before it gives up', () => {
    const two = plannedBytes(shape(1000), 50, 2, { draws: 1000 })
    expect(threadsWithin(shape(1000), 50, 4, { draws: 1000 }, two)).toBe(2)
    expect(threadsWithin(shape(1000), 50, 1, { draws: 1000 }, two)).toBe(1)
  })

  it('says how much is needed where one thread is too many', () => {
    expect(() => threadsWithin(shape(50_000), 50, 2, { draws: 50_000 })).toThrow(
      /50000 draws need about \d+\.\d GiB of memory/,
    )
  })
})
