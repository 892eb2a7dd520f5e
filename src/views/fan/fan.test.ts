import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTestProjection } from '../../../tests/support/projection.ts'
import { readReferenceFiles } from '../../../tests/support/read-reference-files.ts'
import { createReader } from '../projection-reader.ts'
import { describeFan, sayYear } from './describe-fan.ts'
import { BALANCE, createFanChart } from './fan-chart.ts'
import { FAN_LOOKS, fanSvg } from './fan-svg.ts'
import { axisNote, createScales } from './scales.ts'
import { spreadLabels } from './spread-labels.ts'

const reader = createReader(createTestProjection(readReferenceFiles()))
const everyone = reader.findSeries('all', 'all')
if (!everyone) throw new Error('no series of everyone')
const balance = createFanChart(reader, { area: reader.home, series: everyone, measure: BALANCE })

const draw = (chart = balance) => fanSvg(chart, { id: 'fan', ...FAN_LOOKS.wide }).markup
const count = (text: string, part: string) => text.split(part).length - 1

describe('a fan chart', () => {
  it('draws three bands and a middle for staff, and a band and a middle each for need and posts', () => {
    const svg = draw()
    for (const band of ['outer', 'middle', 'inner', 'hatched', 'dotted'])
      expect(svg, band).toMatch(new RegExp(`<path class="hr-band hr-band--${band}" d="M`))
    for (const style of ['fan', 'hatched', 'dotted'])
      expect(count(svg, `<path class="hr-line hr-line--${style}"`), style).toBe(1)
  })

  it('has a title and a description that name its place, its years and its ranges', () => {
    expect(draw()).toMatch(/<title id="fan-title">Staff, need and funded posts: .*England, 2025 to 2045</)
    expect(describeFan(balance)).toMatch(/Need: .* in 2045\./)
    expect(sayYear(balance, 2030)).toMatch(/^March 2030\nStaff: .*\nNeed: .*\nFunded posts: /)
  })

  it('keeps bands nested and inside the plot at every year', () => {
    const box = { left: 0, right: 100, top: 0, bottom: 100 }
    const scales = createScales(balance, box)
    for (const { points } of balance.curves)
      for (const { spread } of points) {
        if (!spread) throw new Error('a value is missing')
        const places = [
          spread.p95,
          spread.p90,
          spread.p75,
          spread.p50,
          spread.p25,
          spread.p10,
          spread.p5,
        ].map(scales.y)
        expect(places).toEqual([...places].sort((a, b) => a - b))
        expect(places[0]).toBeGreaterThanOrEqual(0)
        expect(places.at(-1)).toBeLessThanOrEqual(100)
      }
  })

  it('says where its scale starts unless that is zero', () => {
    expect(axisNote(balance)).toMatch(/^The scale starts at [\d,]+, not at zero\.$/)
    const gap = createFanChart(reader, { area: reader.home, series: everyone, measure: 'gap_fte' })
    expect(axisNote(gap)).toBeNull()
  })

  it('draws every figure of the run without a hole: no NaN, nothing undefined', () => {
    const { areas, series, measures } = reader.projection
    const subjects = fc.record({
      area: fc.constantFrom(...areas),
      series: fc.constantFrom(...series),
      measure: fc.constantFrom(BALANCE, ...measures),
    })
    fc.assert(
      fc.property(subjects, fc.constantFrom(FAN_LOOKS.wide, FAN_LOOKS.narrow), (subject, look) => {
        const svg = fanSvg(createFanChart(reader, subject), { id: 'fan', ...look, standalone: true }).markup
        expect(svg).not.toMatch(/NaN|undefined|Infinity/)
      }),
    )
  })

  it('starts a flow in the year after the base', () => {
    const joiners = createFanChart(reader, { area: reader.home, series: everyone, measure: 'joiners_heads' })
    expect(joiners.curves[0]?.points[0]?.spread).toBeNull()
    expect(sayYear(joiners, 2025)).toMatch(/Joiners: no value in this year/)
    expect(draw(joiners)).not.toContain('NaN')
  })

  it('escapes what it is told', () => {
    const chart = { ...balance, title: 'Staff <b> & "friends"' }
    expect(draw(chart)).toContain('Staff &lt;b&gt; &amp; &quot;friends&quot;')
  })
})

describe('labels in a column', () => {
  it('never overlap and never leave the box where there is room', () => {
    const wanted = fc.array(fc.double({ min: -50, max: 150, noNaN: true }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(wanted, (heights) => {
        const places = spreadLabels(
          heights.map((height) => ({ wanted: height })),
          20,
          0,
          100,
        )
        const sorted = [...places].sort((a, b) => a - b)
        for (const place of sorted) expect(place >= -1e-9 && place <= 100 + 1e-9).toBe(true)
        for (let i = 1; i < sorted.length; i++)
          expect(sorted[i]! - sorted[i - 1]!).toBeGreaterThanOrEqual(20 - 1e-9)
      }),
    )
  })

  it('keep the order of their curves', () => {
    expect(spreadLabels([{ wanted: 50 }, { wanted: 52 }, { wanted: 10 }], 20, 0, 100)).toEqual([50, 70, 10])
  })
})
