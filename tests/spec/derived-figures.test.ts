import { describe, expect, it } from 'vitest'
import { readBook } from '../../src/assumptions/read-book.ts'
import { derivedFigures } from '../../src/base-year/derived-figures.ts'
import { readStatistics } from '../../src/datasets/read-statistics.ts'
import type { Statistics } from '../../src/domain/statistics.ts'
import { checkDerived } from '../../src/pipeline/check-base-year.ts'
import { readReference } from '../../src/pipeline/read-reference.ts'
import { dataFiles } from '../support/data-files.ts'

const files = dataFiles()
const reference = readReference(files)
const statistics = readStatistics(files, reference)
const book = readBook(files, reference)
const value = (found: Statistics, key: string, figure: string): number =>
  derivedFigures(found).find((row) => row.key === key && row.figure === figure)!.value

describe('figures worked out from series', () => {
  it('consultants: a straight line from 52,053 and 56,948 to October 2025, over 84,845 doctors', () => {
    const consultants = 56948 + ((56948 - 52053) * 40) / 33
    expect(value(statistics, 'consultants', 'share of the staff group')).toBeCloseTo(consultants / 84845, 9)
  })

  it('GPs: 18,350 women and 13,450 men; the four age groups keep their people', () => {
    expect(value(statistics, 'general-practitioners', 'share who are women')).toBeCloseTo(18350 / 31800, 9)
    const shares = derivedFigures(statistics).filter(({ figure }) => figure.startsWith('share aged'))
    expect(shares.reduce((sum, row) => sum + row.value, 0)).toBeCloseTo(1, 9)
  })

  it('the book’s rows are those figures', () => {
    expect(checkDerived(derivedFigures(statistics), book)).toEqual([])
  })

  it('a new edition that says otherwise is told, with row and figure', () => {
    const grades = [
      ...statistics.grades,
      { month: '2025-06', staffGroup: 'all-hchs-doctors', grade: 'consultant', headcount: 70000 },
    ]
    const [finding] = checkDerived(derivedFigures({ ...statistics, grades }), book)
    expect(finding?.place).toContain('occupation-splits.csv, consultants')
    expect(finding?.message).toContain('0.741')
  })
})
