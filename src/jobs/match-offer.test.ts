import { describe, expect, it } from 'vitest'
import { hashInputs } from '../storage/hash.ts'
import { identifyRun } from '../storage/run-identity.ts'
import { matchOffer, type OwnInputs } from './match-offer.ts'
import type { RunOffer } from './run-board.ts'

const files = new Map([['reference/areas.csv', 'code\nQKK\n']])
const given = { 'given/mine.yaml': 'title: Mine\n' }
const ingredients = {
  scenario: 'mine.yaml',
  area: null,
  seed: 1,
  draws: 10,
  design: 'sobol' as const,
  years: 20,
  headroomVersion: '0.1.0',
  code: 'c'.repeat(64),
  inputs: hashInputs(new Map([...files, ...Object.entries(given)])),
}
const offer: RunOffer = {
  key: 'k',
  host: 'here',
  given,
  manifest: { run: identifyRun(ingredients), ...ingredients },
}
const own: OwnInputs = { headroomVersion: '0.1.0', code: ingredients.code, files }

describe('a run offered by another machine', () => {
  it('is taken with the user’s scenario where program and data are the same', () => {
    expect([...matchOffer(offer, own)]).toEqual([...files, ...Object.entries(given)])
  })

  it.each([
    ['another version', offer, { ...own, headroomVersion: '0.2.0' }, 'of version 0.1.0, and this is 0.2.0'],
    ['another build', offer, { ...own, code: 'd' }, 'another build (cccccccccccc, here d)'],
    [
      'a changed file',
      offer,
      { ...own, files: new Map([['reference/areas.csv', 'code\n']]) },
      'data/reference/areas.csv differs',
    ],
    ['a file too many', offer, { ...own, files: new Map([...files, ['b.csv', '']]) }, 'data/b.csv differs'],
    [
      'data of its own',
      { ...offer, given: { ...given, 'reference/areas.csv': 'code\n' } },
      own,
      'it brings its own data/reference/areas.csv',
    ],
    ['a scenario that did not come', { ...offer, given: {} }, own, 'data/given/mine.yaml differs'],
    [
      'another seed than its name says',
      { ...offer, manifest: { ...offer.manifest, seed: 2 } },
      own,
      'does not fit its name',
    ],
  ])('is refused with %s', (_, changed, mine, reason) => {
    expect(() => matchOffer(changed, mine)).toThrow(`can’t help with run ${offer.manifest.run}: `)
    expect(() => matchOffer(changed, mine)).toThrow(reason)
  })
})
