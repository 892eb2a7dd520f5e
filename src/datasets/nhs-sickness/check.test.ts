import { describe, expect, it } from 'vitest'
import { isBlanked } from './blanking.ts'
import { checkSickness } from './check.ts'

type Given = readonly [daysLost: number | null, daysAvailable: number | null, rate: number | null]

const row = ([daysLost, daysAvailable, rate]: Given) => ({
  month: '2024-04',
  area: 'QKK',
  organisation: 'RJ1',
  daysLost,
  daysAvailable,
  rate,
})
const rules = (given: Given): readonly string[] =>
  checkSickness([row(given)], 'a.csv').map(({ rule, severity }) => `${severity} ${rule}`)

describe('the publisher’s blanking rule', () => {
  it.each([
    [0, true],
    [300, true],
    [329.99, true],
    [330, true],
    [330.01, false],
    [2_000, false],
  ])('%d FTE days available: blanked %s', (days, expected) => expect(isBlanked(days)).toBe(expected))

  it.each([
    ['a rate at the limit', [12.345, 330, 3.74]],
    ['a rate below the limit', [12.345, 300, 4.12]],
    ['a blank above the limit', [12.345, 330.01, null]],
  ] as const)('finds %s', (_, given) => expect(rules(given)).toEqual(['warning sickness-blanking']))

  it.each([
    ['a rate just above the limit', [12.345, 330.01, 3.74]],
    ['a blank at the limit', [12.345, 330, null]],
    ['a blank below the limit', [12.345, 329.99, null]],
  ] as const)('finds nothing in %s', (_, given) => expect(rules(given)).toEqual([]))
})

describe('the rate recomputed from its parts', () => {
  it.each([
    [50, 1_000, 5, []],
    [50.049, 1_000, 5, []],
    [50.05, 1_000, 5, []],
    [50.06, 1_000, 5, ['warning sickness-rate-agrees']],
    [49.94, 1_000, 5, ['warning sickness-rate-agrees']],
    [0, 1_000, 0, []],
  ])('%d of %d days against %d %%', (lost, available, rate, expected) => {
    expect(rules([lost, available, rate])).toEqual(expected)
  })

  it('can’t be made where the days are blank', () => {
    expect(rules([null, null, null])).toEqual(['note sickness-days-missing'])
  })
})
