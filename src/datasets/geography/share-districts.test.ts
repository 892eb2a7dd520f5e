import { describe, expect, it } from 'vitest'
import { createDistrictSharer } from './share-districts.ts'

const part = (district: string, area: string, smallAreas: number) => ({
  boundaries: 2022,
  district,
  name: district,
  area,
  smallAreas,
})

describe('where a district lies', () => {
  const partsOf = createDistrictSharer(
    [part('SPLIT', 'QAA', 30), part('SPLIT', 'QBB', 10), part('WHOLE', 'QAA', 5), part('OTHER', 'QBB', 15)],
    [
      { code: 'OLD', successor: 'SPLIT' },
      { code: 'WHOLE', successor: 'NEW' },
      { code: 'OTHER', successor: 'NEW' },
      { code: 'LOST', successor: 'NOWHERE' },
    ],
  )

  it.each([
    ['its own small areas', 'SPLIT', { QAA: 0.75, QBB: 0.25 }],
    ['those of its successor, for an older code', 'OLD', { QAA: 0.75, QBB: 0.25 }],
    ['those of what went into it, for a later code', 'NEW', { QAA: 0.25, QBB: 0.75 }],
  ])('is told by %s', (_, district, shares) => {
    expect(Object.fromEntries((partsOf(district) ?? []).map(({ area, share }) => [area, share]))).toEqual(
      shares,
    )
  })

  it('is not known for a code that leads nowhere', () => {
    expect(partsOf('LOST')).toBeNull()
    expect(partsOf('E99')).toBeNull()
  })
})
