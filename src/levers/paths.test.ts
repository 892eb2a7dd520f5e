import { describe, expect, it } from 'vitest'
import type { Occupation } from '../domain/occupation.ts'
import type { Establishment } from '../domain/scenario.ts'
import { postsPaths } from './establishment.ts'
import { editDistance, nearest } from './nearest.ts'
import { accumulated, atPoints, compounded, lagged, settingPath } from './paths.ts'

const numbers = (path: Float64Array): number[] => [...path]

describe('a setting over the years', () => {
  it('grows evenly over its phase-in from the year it starts, and ends before the year it ends', () => {
    const time = { from: 2027, until: 2031, phaseIn: 2 }
    expect(numbers(settingPath(8, time, 2026, 6))).toEqual([0, 4, 8, 8, 8, 0])
  })

  it('that started before the base is as far as it would be by then', () => {
    expect(numbers(settingPath(4, { from: 2024, until: null, phaseIn: 4 }, 2026, 3))).toEqual([3, 4, 4])
  })

  it('comes later by its lag, piles up, and compounds', () => {
    expect(numbers(lagged(Float64Array.of(1, 2, 3), 1))).toEqual([0, 1, 2])
    expect(numbers(accumulated(Float64Array.of(8, 0, 4), 0.5))).toEqual([8, 4, 6])
    expect(numbers(compounded(Float64Array.of(0.5, 0, 0.5)))).toEqual([1.5, 1.5, 2.25])
    expect(numbers(atPoints(Float64Array.of(5, 6)))).toEqual([0, 5, 6])
  })
})

describe('funded posts', () => {
  const staff = (code: string, sector: string): Occupation => ({
    code,
    name: code,
    sector,
    staffGroup: `${code}-group`,
    registered: false,
    profile: code,
  })
  const staffs = [staff('nurses', 'nhs'), staff('carers', 'social-care')]
  const older = Float64Array.of(1, 1.1, 1.2)
  const paths = (rules: readonly (readonly [string, Establishment])[]): number[] =>
    numbers(postsPaths(new Map(rules), staffs, 2026, older))

  it('follow need unless told, a budget, older people or a path', () => {
    expect(paths([])).toEqual(Array(6).fill(Number.NaN))
    expect(paths([['nhs', { follows: 'budget', growth: 0.5 }]]).slice(0, 3)).toEqual([1, 1.5, 2.25])
    expect(paths([['social-care', { follows: 'people-65-plus' }]]).slice(3)).toEqual([1, 1.1, 1.2])
    const path: Establishment = { follows: 'path', path: [[2028, 2]] }
    expect(paths([['carers', path]]).slice(3)).toEqual([1, 1.5, 2])
  })

  it('take the rule of the occupation before that of the sector and of all', () => {
    const rules = [
      ['all', { follows: 'budget', growth: 1 }],
      ['nurses', { follows: 'need' }],
    ] as const
    expect(paths(rules)).toEqual([Number.NaN, Number.NaN, Number.NaN, 1, 2, 4])
  })
})

describe('the nearest name', () => {
  it('is the one with the fewest letters to change, if any is near', () => {
    expect(editDistance('kitten', 'sitting')).toBe(3)
    expect(nearest('manager', ['technology', 'managers'])).toBe('managers')
    expect(nearest('zzzz', ['technology', 'managers'])).toBeNull()
  })
})
