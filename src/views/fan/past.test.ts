import { describe, expect, it } from 'vitest'
import { createTestProjection } from '../../../tests/support/projection.ts'
import { readReferenceFiles } from '../../../tests/support/read-reference-files.ts'
import type { PastCount, PublishedPast } from '../../domain/published-past.ts'
import { parseTable } from '../../tables/table.ts'
import { figureDocument } from '../exports/figure-json.ts'
import { figureCsv, figureRows } from '../exports/figure-rows.ts'
import { createReader } from '../projection-reader.ts'
import { pastSummaryTable, pastTable } from '../tables/past-table.ts'
import { describeFan } from './describe-fan.ts'
import { BALANCE, createFanChart } from './fan-chart.ts'
import { FAN_LOOKS, fanSvg } from './fan-svg.ts'
import { sayPastDay, sayRecord } from './say-past.ts'
import { createScales } from './scales.ts'

const count = (year: number, value: number): PastCount => ({
  at: year + 0.5,
  when: `September ${year}`,
  code: `${year}-09`,
  value,
})
const past: PublishedPast = {
  measure: 'fte_at_work',
  counts: [count(2013, 900), count(2014, 1000), count(2015, 1100), count(2016, 1400)],
  projections: [
    {
      origin: count(2014, 1000),
      points: [
        { ...count(2015, 0), p10: 1000, p50: 1050, p90: 1150, actual: 1100 },
        { ...count(2016, 0), p10: 1010, p50: 1100, p90: 1250, actual: 1400 },
      ],
    },
  ],
  setWidths: false,
  counted: 'People counted each September.',
}
const reader = createReader(createTestProjection(readReferenceFiles()))
const series = reader.findSeries('sector', 'nhs')
if (!series) throw new Error('no series of the NHS')
const subject = { area: reader.home, series, measure: BALANCE, past }
const chart = createFanChart(reader, subject)
const svg = fanSvg(chart, { id: 'fan', ...FAN_LOOKS.wide }).markup
const found = (text: string, part: string): number => text.split(part).length - 1

describe('a fan chart with its past', () => {
  it('draws a dot a count, a square an origin, and a range unlike the run’s for each projection', () => {
    const plain = fanSvg(createFanChart(reader, { ...subject, past: undefined as never }), {
      id: 'fan',
      ...FAN_LOOKS.wide,
    }).markup
    expect(plain).not.toContain('hr-past')
    const inKey = { dots: 3, squares: 1, bands: 1 }
    expect(found(svg, 'class="hr-past-dot"')).toBe(past.counts.length + inKey.dots)
    expect(found(svg, 'class="hr-past-origin"')).toBe(1 + inKey.squares)
    expect(found(svg, 'class="hr-past-band"')).toBe(1 + inKey.bands)
    expect(svg).toContain('stroke-dasharray="3 2.5"')
    expect(svg).not.toMatch(/NaN|undefined|Infinity/)
  })

  it('has room for it: counts lie left of the run’s first year and inside the plot', () => {
    const scales = createScales(chart, { left: 0, right: 1000, top: 0, bottom: 100 })
    expect(svg).toContain('data-first="2013"')
    for (const { at, value } of past.counts) {
      expect(scales.x(at)).toBeGreaterThanOrEqual(0)
      expect(scales.x(at)).toBeLessThan(scales.x(chart.firstYear))
      expect(scales.y(value)).toBeLessThanOrEqual(100)
    }
    expect(scales.years.map(({ value }) => value)).toContain(chart.firstYear)
  })

  it('says how past projections did, and what each day was', () => {
    expect(sayRecord(past)).toMatch(/^Projected anew from September 2014, .* 1 of the 2 counts/)
    expect(sayRecord({ ...past, setWidths: true })).toMatch(/This series was among those that set/)
    expect(sayRecord({ ...past, projections: [] })).toBeNull()
    expect(sayPastDay(past, 2016.5, 'fte')).toBe(
      'September 2016\nPublished count: 1,400\nProjected from September 2014: 1,100 (1,010 to 1,250 in 8 of 10 draws): what happened lay outside the range',
    )
    expect(describeFan(chart)).toContain('Published before: 900 in September 2013, 1,400 in September 2016.')
  })

  it('has every count and range in its tables and its files', () => {
    const table = pastTable(chart, past).markup
    expect(found(table, 'data-say=')).toBe(past.counts.length)
    expect(table).toContain('data-year="2015.5"')
    expect(pastSummaryTable(chart, past)?.markup).toContain('outside')
    const columns =
      'run,scenario,year,area,level,code,measure,unit,statistic,value,counted,projected_from'.split(',')
    const text = figureCsv(figureRows(reader, subject))
    const rows = parseTable(text, 'figure.csv', columns).rows.filter(
      (row) => row.optional('counted') !== null,
    )
    expect(
      rows.map((row) => [
        row.text('counted'),
        row.optional('projected_from'),
        row.text('statistic'),
        row.numeric('value'),
      ]),
    ).toEqual([
      ...past.counts.map(({ code, value }) => [code, null, 'count', value]),
      ...past.projections.flatMap(({ origin, points }) =>
        points.flatMap(({ code, p10, p50, p90 }) => [
          [code, origin.code, 'p10', p10],
          [code, origin.code, 'p50', p50],
          [code, origin.code, 'p90', p90],
        ]),
      ),
    ])
    expect(rows.every((row) => row.optional('run') === null)).toBe(true)
    expect(figureDocument(reader, subject).past?.counts).toEqual(
      past.counts.map(({ code, value }) => ({ counted: code, value })),
    )
  })
})
