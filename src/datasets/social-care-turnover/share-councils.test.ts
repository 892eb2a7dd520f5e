import { describe, expect, it } from 'vitest'
import { createCouncilShares } from './share-councils.ts'

const weight = (council: string, area: string, smallAreas: number) => ({
  council,
  councilName: council,
  area,
  smallAreas,
})
const weights = [
  weight('split', 'A', 30),
  weight('split', 'B', 10),
  weight('whole', 'B', 10),
  weight('east', 'C', 10),
  weight('west', 'C', 30),
]
const successors = [
  { code: 'county', successor: 'east' },
  { code: 'county', successor: 'west' },
  { code: 'town', successor: 'whole' },
  { code: 'port', successor: 'whole' },
]
const { share, knows } = createCouncilShares(weights, successors)

describe('sharing counts of councils between areas', () => {
  it('splits a council by its small areas', () => {
    expect(share([{ council: 'split', value: 100 }])).toEqual([
      { area: 'A', value: 75, coverage: 1 },
      { area: 'B', value: 25, coverage: 0.5 },
    ])
  })

  it('gives the count of a council that has been replaced to its successors', () => {
    expect(share([{ council: 'county', value: 8 }])).toEqual([{ area: 'C', value: 8, coverage: 1 }])
  })

  it('says how much of an area is missing where one of two predecessors has no figure', () => {
    expect(share([{ council: 'town', value: 6 }])).toEqual([{ area: 'B', value: 6, coverage: 0.25 }])
    expect(
      share([
        { council: 'town', value: 6 },
        { council: 'port', value: 2 },
        { council: 'split', value: 4 },
      ]),
    ).toContainEqual({ area: 'B', value: 9, coverage: 1 })
  })

  it('loses nothing of councils that it knows, and knows no others', () => {
    const figures = ['split', 'whole', 'county'].map((council, index) => ({ council, value: 7 ** index }))
    const sum = share(figures).reduce((total, { value }) => total + value, 0)
    expect(sum).toBeCloseTo(1 + 7 + 49, 9)
    expect(['split', 'county', 'nowhere'].map(knows)).toEqual([true, true, false])
  })
})
