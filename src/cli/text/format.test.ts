import { describe, expect, it } from 'vitest'
import {
  formatBytes,
  formatCount,
  formatExactShare,
  formatRange,
  formatRounded,
  formatShare,
  formatWhole,
} from './format.ts'
import { alignTable, wrapText } from './table.ts'

describe('numbers as text', () => {
  it.each([
    [0, '0'],
    [999.5, '1,000'],
    [1_330_538.8, '1,330,539'],
    [-1234, '-1,234'],
    [-0.2, '0'],
  ])('%d in whole numbers is %s', (value, text) => expect(formatWhole(value)).toBe(text))

  it.each([
    [1_330_538.8, '1,331,000'],
    [34_567, '34,600'],
    [4567, '4,570'],
    [45.4, '45'],
    [-34_567, '-34,600'],
  ])('%d rounded to what a range supports is %s', (value, text) => expect(formatRounded(value)).toBe(text))

  it('shares, sizes, counts', () => {
    expect([formatShare(0.914), formatExactShare(0.914), formatShare(-0.02)]).toEqual(['91%', '91.4%', '-2%'])
    expect([formatBytes(12), formatBytes(2300), formatBytes(166_173_091)]).toEqual(['12 B', '2 kB', '166 MB'])
    expect([formatCount(1, 'draw'), formatCount(1000, 'draw')]).toEqual(['1 draw', '1,000 draws'])
  })

  it('a range, or the value alone where there is none', () => {
    expect(formatRange({ p10: 1, p50: 2, p90: 3 }, String)).toEqual(['2', '(1–3)'])
    expect(formatRange({ p10: 2, p50: 2, p90: 2 }, String)).toEqual(['2', ''])
  })
})

describe('text in lines', () => {
  it('aligns columns, text to the left and numbers to the right', () => {
    const rows = [
      ['Area', 'FTE'],
      ['QKK', '1,234'],
      ['England', '5'],
    ]
    expect(alignTable(rows, ['left'])).toEqual(['Area       FTE', 'QKK      1,234', 'England      5'])
  })

  it('breaks at spaces and never inside a word', () => {
    expect(wrapText('one two three', 7)).toBe('one two\nthree')
    expect(wrapText('one two three', 7, '  ')).toBe('one two\n  three')
    expect(wrapText('extraordinarily long', 7)).toBe('extraordinarily\nlong')
  })
})
