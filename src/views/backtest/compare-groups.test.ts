import { describe, expect, it } from 'vitest'
import { sayGroups } from './compare-groups.ts'

const group = (name: string, within: number, run: number) => ({ name, ahead: [{ years: 5, within, run }] })

describe('what is said of ranges of staff groups', () => {
  it('names those farther than a quarter from past errors, narrow and wide apart', () => {
    const said = sayGroups([
      group('A', 0.1, 0.08),
      group('B', 0.1, 0.12),
      group('C', 0.1, 0.05),
      group('D', 0.1, 0.2),
    ])
    expect(said).toEqual([
      'Five years ahead, 2 of 4 ranges of NHS staff groups are within a quarter of what past errors call for.',
      'Too narrow by more than that, if the years to come are like those past: C (5.0% either way, where 8 in 10 came within 10.0%).',
      'Too wide by more than that, if the years to come are like those past: D (20.0% either way, where 8 in 10 came within 10.0%).',
    ])
  })

  it('says nothing where nothing reaches so far ahead', () => {
    expect(sayGroups([{ name: 'A', ahead: [{ years: 1, within: 0.1, run: 0.1 }] }])).toEqual([])
  })
})
