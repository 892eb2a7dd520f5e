import { describe, expect, it } from 'vitest'
import { createTestProjection } from '../../../tests/support/projection.ts'
import { readReferenceFiles } from '../../../tests/support/read-reference-files.ts'
import { measureOf } from '../../domain/measure.ts'
import { createReader, type Spread } from '../projection-reader.ts'
import { sayAgainst, sayMeasure, sayRange } from './measure-sentence.ts'

const reader = createReader(createTestProjection(readReferenceFiles()))
const devon = reader.findArea('QJK')!
const midwives = reader.findSeries('occupation', 'midwives')!

const spread = (p10: number, p50: number, p90: number): Spread => ({
  central: p50,
  mean: p50,
  p5: p10,
  p10,
  p25: p10,
  p50,
  p75: p90,
  p90,
  p95: p90,
})

describe('a value in a sentence', () => {
  it.each([
    [spread(0.772, 0.85, 0.921), 'share', 'between 77% and 92%'],
    [spread(0.042, 0.042, 0.042), 'share', '4.2%'],
    [spread(2_270_000, 2_860_000, 3_710_000), 'heads', 'between 2.3 million and 3.7 million people'],
    [spread(-17_240, -9_000, -903), 'fte', 'between −17,000 and −1,000 full-time equivalents'],
    [spread(3.42, 4.1, 5.08), 'hours_per_week', 'between 3.4 and 5.1 hours a week'],
    [spread(1.48, 1.51, 1.53), 'ratio', 'between 1.48 and 1.53'],
    [spread(1.21e11, 1.3e11, 1.42e11), 'gbp', 'between £121bn and £142bn'],
  ])('is rounded to what its range supports: %#', (value, unit, words) =>
    expect(sayRange(value, unit)).toBe(words),
  )
})

describe('a measure in a sentence', () => {
  it('has its range, its date and where it starts', () => {
    const words = sayMeasure(reader, {
      area: devon,
      series: midwives,
      measure: measureOf('coverage'),
      year: 2045,
    })
    expect(words).toMatch(
      /^Coverage of need, midwives in Devon: (between )?\d+(\.\d)?%.* in March 2045, against .*% in March 2025\.$/,
    )
  })

  it('of a flow has no start', () => {
    const words = sayMeasure(reader, {
      area: devon,
      series: midwives,
      measure: measureOf('joiners_heads'),
      year: 2045,
    })
    expect(words).toMatch(/people in March 2045\.$/)
  })

  it('says why a flow has no value in the first year', () => {
    const words = sayMeasure(reader, {
      area: devon,
      series: midwives,
      measure: measureOf('joiners_heads'),
      year: 2025,
    })
    expect(words).toMatch(/no value in March 2025, because it is counted over the year before/)
  })
})

describe('a difference to England', () => {
  const asked = { series: midwives, year: 2045 }

  it('is in points for a share, and on the right side', () => {
    const words = sayAgainst(reader, { ...asked, area: devon, measure: measureOf('coverage') })
    const [own, whole] = ['QJK', 'ENG'].map((code) => reader.spread(code, midwives, 'coverage', 2045)!.p50)
    expect(words).toMatch(own! > whole! ? /points above that of England/ : /points below that of England/)
  })

  it('is not there for counts, or for England itself', () => {
    expect(sayAgainst(reader, { ...asked, area: devon, measure: measureOf('need_fte') })).toBeNull()
    expect(sayAgainst(reader, { ...asked, area: reader.home, measure: measureOf('coverage') })).toBeNull()
  })
})
