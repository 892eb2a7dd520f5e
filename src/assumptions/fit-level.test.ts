import { describe, expect, it } from 'vitest'
import { fitLevel } from './fit-level.ts'

describe('the level that meets a target', () => {
  it('inverts an increasing function: the square of 3 is 9', () => {
    expect(fitLevel((level) => level * level, 9)).toBeCloseTo(3, 10)
  })

  it('gives the nearest end where the target is out of reach', () => {
    expect(fitLevel((level) => 5 + level, 4)).toBe(0)
    expect(fitLevel((level) => 1 - 1 / (1 + level), 2, 8)).toBe(8)
  })

  it('comes to the same level from a good guess, a bad one and none', () => {
    const cube = (level: number): number => level * level * level
    for (const near of [0, 0.5, 1.999, 2, 2.001, 40])
      expect(fitLevel(cube, 8, undefined, near)).toBeCloseTo(2, 10)
  })
})
