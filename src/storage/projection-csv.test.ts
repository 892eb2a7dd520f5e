import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { fakeProjection } from '../../tests/support/fake-projection.ts'
import type { PROJECTION_COLUMNS } from '../domain/projection.ts'
import { projectionIndex, STATISTICS, type Statistic } from '../domain/projection.ts'
import { projectionCsv } from './projection-csv.ts'

type Line = Record<(typeof PROJECTION_COLUMNS)[number], string>

const read = (...parts: Parameters<typeof projectionCsv>): Line[] =>
  parse([...projectionCsv(...parts)].join(''), { columns: true })
const statistics = (lines: Line[], where: Partial<Line>): string[] =>
  lines
    .filter((line) => Object.entries(where).every(([column, text]) => line[column as keyof Line] === text))
    .map(({ statistic }) => statistic)

describe('projection.csv', () => {
  const projection = fakeProjection()
  const lines = read(projection)

  it('starts with the columns of the interface', () => {
    expect([...projectionCsv(projection)].join('').split('\n')[0]).toBe(
      'run,scenario,year,area,level,code,measure,unit,statistic,value',
    )
  })

  it('writes every statistic of England', () => {
    const where = { area: 'ENG', year: '2030', level: 'occupation', measure: 'vacancy_rate' }
    expect(statistics(lines, where)).toEqual([...STATISTICS])
  })

  it('writes the range of groups in regions and areas for staff, need, gap and coverage alone', () => {
    for (const area of ['Y56', 'QKK'])
      for (const level of ['all', 'staff_group']) {
        const where = { area, year: '2030', level }
        const range = ['central', 'p10', 'p50', 'p90']
        expect(statistics(lines, { ...where, measure: 'coverage' })).toEqual(range)
        expect(statistics(lines, { ...where, measure: 'funded_fte' })).toEqual(['central'])
      }
    const occupation = { area: 'QKK', year: '2030', level: 'occupation', measure: 'coverage' }
    expect(statistics(lines, occupation)).toEqual(['central'])
  })

  it('writes every statistic of everything when asked, and of a run limited to one area', () => {
    const where = { area: 'QKK', year: '2030', level: 'occupation', measure: 'coverage' }
    expect(statistics(read(projection, 'all'), where)).toEqual([...STATISTICS])
    expect(statistics(read(fakeProjection({ area: 'QKK' })), where)).toEqual([...STATISTICS])
  })

  it('leaves out what does not apply', () => {
    expect(statistics(lines, { year: '2026', measure: 'joiners_heads' })).toEqual([])
    expect(lines.some(({ value }) => value === 'NaN' || value === '')).toBe(false)
  })

  it('writes the shortest decimals that read back as the same number', () => {
    const { areas, series, years, measures, values } = projection
    for (const line of lines) {
      const at = projectionIndex(
        projection,
        areas.findIndex(({ code }) => code === line.area),
        series.findIndex(({ code, level }) => code === line.code && level === line.level),
        years.indexOf(Number(line.year)),
        measures.indexOf(line.measure),
        STATISTICS.indexOf(line.statistic as Statistic),
      )
      expect(Number(line.value)).toBe(values[at])
    }
  })

  it('quotes a name that needs it', () => {
    const named = fakeProjection({ scenario: 'more, "better" pay' })
    expect(read(named)[0]?.scenario).toBe('more, "better" pay')
  })

  it('tells how many areas are done', () => {
    const told: number[] = []
    for (const _ of projectionCsv(projection, 'standard', (done) => told.push(done)));
    expect(told).toEqual([1, 2, 3, 4])
  })
})
