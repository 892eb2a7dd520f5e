import { describe, expect, it } from 'vitest'
import { careRelatives } from '../../src/base-year/care-areas.ts'
import { CELLS } from '../../src/domain/cohort.ts'
import type { CareRate, Statistics } from '../../src/domain/statistics.ts'
import { readInputs } from '../../src/pipeline/read-inputs.ts'
import { dataFiles } from '../support/data-files.ts'

const { reference, statistics, book, base } = readInputs(dataFiles(), 1)
const areas = reference.areas.map(({ code }) => code)

const rates = (year: string, values: Readonly<Record<string, number>>): CareRate[] =>
  Object.entries(values).map(([area, rate]) => ({ year, area, rate }))

describe('social care by area', () => {
  it('takes the nation’s rise and fall out of turnover, and calls an area without figures average', () => {
    const made = {
      careTurnover: [...rates('2022/23', { A: 0.2, B: 0.4 }), ...rates('2023/24', { A: 0.1, B: 0.2 })],
      careVacancy: rates('2022/23', { A: 0.03, B: 0.09 }),
    } as unknown as Statistics
    const found = careRelatives(made, ['A', 'B', 'C'])
    expect(found.turnover.map((value) => Number(value.toFixed(12)))).toEqual([
      0.666666666667, 1.333333333333, 1,
    ])
    expect(found.turnoverLatest[2]).toBe(1)
    // Turnover's differences of the two years are the same, so vacancies keep all of theirs.
    expect(found.vacancyKept).toBeCloseTo(1, 12)
    expect(found.vacancy.map((value) => Number(value.toFixed(12)))).toEqual([0.5, 1.5, 1])
  })

  it('keeps under half of the differences in vacancies of 2019/20', () => {
    expect(careRelatives(statistics, areas).vacancyKept).toBeGreaterThan(0.3)
    expect(careRelatives(statistics, areas).vacancyKept).toBeLessThan(0.6)
  })

  it('leaves the nation as many vacant posts as its own rate says, and NHS areas alike', () => {
    for (const [o, { code, sector }] of reference.occupations.entries()) {
      const national = book.vacancies.get(code)!.rate
      let vacant = 0
      let filled = 0
      let lowest = 1
      let highest = 0
      for (let r = 0; r < areas.length; r++) {
        const rate = base.vacancyRate[o * areas.length + r]!
        let fte = 0
        for (let c = 0; c < CELLS; c++)
          fte += base.heads[(o * CELLS + c) * areas.length + r]! * base.participation[o * CELLS + c]!
        fte *= base.participationArea[o * areas.length + r]!
        filled += fte
        vacant += (fte * rate) / (1 - rate)
        lowest = Math.min(lowest, rate)
        highest = Math.max(highest, rate)
      }
      expect(vacant / (vacant + filled), code).toBeCloseTo(national, 9)
      if (sector === 'social-care') expect(highest / lowest).toBeGreaterThan(1.5)
      else expect(highest).toBe(lowest)
    }
  })
})
