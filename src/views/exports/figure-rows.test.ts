import { describe, expect, it } from 'vitest'
import { createTestProjection } from '../../../tests/support/projection.ts'
import { readReferenceFiles } from '../../../tests/support/read-reference-files.ts'
import { createReader } from '../projection-reader.ts'
import { figureDocument } from './figure-json.ts'
import { figureCsv, figureRows } from './figure-rows.ts'

const reader = createReader(createTestProjection(readReferenceFiles(), { years: 3 }))
const series = reader.findSeries('occupation', 'midwives')
const area = reader.findArea('QJK')
if (!series || !area) throw new Error('the projection lacks what the test asks for')

describe('a figure as rows', () => {
  it('has every statistic of every year and curve, in the columns of projection.csv', () => {
    const text = figureCsv(figureRows(reader, { area, series, measure: 'balance' }))
    const lines = text.trimEnd().split('\n')
    expect(lines[0]).toBe('run,scenario,year,area,level,code,measure,unit,statistic,value')
    expect(lines).toHaveLength(1 + 3 * 4 * 9)
    expect(lines[1]).toMatch(
      /^0123456789ab,no-change,2025,QJK,occupation,midwives,fte_at_work,fte,central,\d+\.\d+$/,
    )
  })

  it('leaves out what does not apply', () => {
    const rows = figureRows(reader, { area, series, measure: 'leavers_heads' })
    expect(new Set(rows.map(({ year }) => year))).toEqual(new Set([2026, 2027, 2028]))
  })

  it('agrees with the same figure as a document', () => {
    const rows = figureRows(reader, { area, series, measure: 'coverage' })
    const { measures, years } = figureDocument(reader, { area, series, measure: 'coverage' })
    for (const { year, statistic, value } of rows)
      expect(measures[0]?.values[statistic]?.[years.indexOf(year)]).toBe(value)
  })
})
