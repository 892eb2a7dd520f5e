import { describe, expect, it } from 'vitest'
import { createEstimate, formatTime, withProgress } from './progress.ts'

describe('the time left', () => {
  it('follows the pace since the first report, not the time before it', () => {
    const estimate = createEstimate()
    expect(estimate(0, 100, 5000)).toBeNull()
    expect(estimate(10, 100, 9000)).toBeNull()
    expect(estimate(20, 100, 10_000)).toBe(8000)
    expect(estimate(100, 100, 20_000)).toBe(0)
  })

  it.each([
    [400, '1 s'],
    [61_000, '61 s'],
    [150_000, '3 min'],
  ])('%d ms is %s', (time, text) => expect(formatTime(time)).toBe(text))
})

describe('a progress bar', () => {
  it('stays away where nobody watches', async () => {
    const silent = { isTTY: false, write: () => expect.unreachable() }
    const terminal = { out: silent, err: silent, colour: { out: false, err: false } }
    const result = await withProgress(
      terminal,
      'Working',
      async (onProgress) => {
        onProgress(1, 2)
        return 'done'
      },
      true,
    )
    expect(result).toBe('done')
  })
})
