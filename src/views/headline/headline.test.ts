import { describe, expect, it } from 'vitest'
import { createTestProjection, type TestProjectionOptions } from '../../../tests/support/projection.ts'
import { readReferenceFiles } from '../../../tests/support/read-reference-files.ts'
import { createReader, EVERYONE, type ProjectionReader } from '../projection-reader.ts'
import { createHeadline, createSectorLines, createTitle } from './headline.ts'
import { outlookOf, sayGap } from './say-gap.ts'

const reference = readReferenceFiles()
const everyone = { ...EVERYONE, name: 'All health and care staff' }

const national = createReader(createTestProjection(reference))
const short = (options: TestProjectionOptions) =>
  createReader(createTestProjection(reference, { years: 3, ...options }))

const headlineOf = (reader: ProjectionReader, year = reader.lastYear) =>
  createHeadline(reader, { area: reader.home, series: everyone, year })

describe('a gap in words', () => {
  it.each([
    [-312_944, -118_402, 'shortage', 'be short of between 120,000 and 310,000 full-time staff'],
    [-400_000, -10_000, 'shortage', 'be short of between 10,000 and 400,000 full-time staff'],
    [-450_000, -9_000, 'shortage', 'be short of up to 450,000 full-time staff'],
    [-5_000, -5_000, 'shortage', 'be short of about 5,000 full-time staff'],
    [2_100, 6_900, 'surplus', 'have between 2,000 and 7,000 more full-time staff than people need'],
    [
      -5_432,
      1_499,
      'uncertain',
      'have anything from 5,500 too few full-time staff to 1,500 more than people need',
    ],
    [-5_432, 20, 'uncertain', 'have anything from 5,500 too few full-time staff to just enough'],
    [
      -20,
      5_432,
      'uncertain',
      'have anything from just enough full-time staff to 5,500 more than people need',
    ],
    [-0.2, 0.3, 'uncertain', 'have about as many full-time staff as people need'],
  ] as const)('from %d to %d is %s: %s', (p10, p90, outlook, expected) => {
    expect(outlookOf({ p10, p90 })).toBe(outlook)
    expect(sayGap({ p10, p90 }, 'staff')).toBe(expected)
  })
})

describe('the headline', () => {
  it('says a shortage with its range, its place and its date', () => {
    const { sentence, perHundred, today, outlook } = headlineOf(national)
    expect(sentence).toMatch(
      /^By March 2045, England is likely to be short of between [\d,]+ and [\d,]+ full-time health and care staff\.$/,
    )
    expect(perHundred).toMatch(
      /^For every 100 full-time staff that people will need, between \d+ and \d+ are likely to be at work\.$/,
    )
    expect(today).toMatch(/^In March 2025, England was short of about [\d,]+\.$/)
    expect(outlook).toBe('shortage')
  })

  it('says a surplus', () => {
    const reader = short({ need: 0.7 })
    expect(headlineOf(reader).sentence).toMatch(
      /England is likely to have between .* more full-time .* than people need\.$/,
    )
    expect(headlineOf(reader).today).toMatch(/England had about [\d,]+ more than needed\.$/)
  })

  it('says when even the sign is uncertain', () => {
    const reader = short({ need: 0.9 })
    expect(headlineOf(reader).outlook).toBe('uncertain')
    expect(headlineOf(reader).sentence).toMatch(/^By March 2028, England could have anything from /)
  })

  it('speaks of the one area that a run is limited to', () => {
    const reader = short({ area: 'QUA' })
    expect(headlineOf(reader).sentence).toMatch(/^By March 2028, the Black Country /)
    expect(createTitle(reader, { area: reader.home, series: everyone })).toBe(
      'Health and care workforce in the Black Country to 2028',
    )
  })

  it('doesn’t claim a range for one run of the model', () => {
    const reader = short({ draws: 1 })
    expect(headlineOf(reader).meaning).toMatch(/one run/)
  })

  it('has a line for every sector that has posts', () => {
    expect(createSectorLines(national, national.home, 2045).map(({ name }) => name)).toEqual([
      'NHS hospital and community',
      'Primary care',
      'Adult social care',
    ])
  })

  it('stays short and plain for every area and kind of staff', () => {
    const reader = short({})
    for (const area of reader.projection.areas)
      for (const series of reader.projection.series) {
        const { sentence } = createHeadline(reader, { area, series, year: reader.lastYear })
        expect(sentence).not.toMatch(/NaN|undefined|staff staff/)
        expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(40)
      }
  })
})
