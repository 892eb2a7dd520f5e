import { describe, expect, it } from 'vitest'
import { vintageChanges } from './vintage-changes.ts'

const figure = (vintage: string, quarter: string, people: number) => ({
  vintage,
  quarter,
  reason: 'long-term-sick',
  people,
})

describe('what changed between two releases', () => {
  const figures = [
    figure('2020-01', '2019-04/2019-06', 2000),
    figure('2020-01', '2019-07/2019-09', 2050),
    figure('2020-01', '2019-09/2019-11', 2060),
    figure('2020-07', '2019-04/2019-06', 2000),
    figure('2020-07', '2019-07/2019-09', 2040),
    figure('2020-07', '2019-10/2019-12', 2070),
  ]

  it('names what was revised, came new and was dropped, and nothing else', () => {
    expect(vintageChanges(figures, '2020-01', '2020-07')).toEqual([
      { quarter: '2019-07/2019-09', reason: 'long-term-sick', before: 2050, after: 2040 },
      { quarter: '2019-09/2019-11', reason: 'long-term-sick', before: 2060, after: null },
      { quarter: '2019-10/2019-12', reason: 'long-term-sick', before: null, after: 2070 },
    ])
  })

  it('is nothing between a release and itself', () => {
    expect(vintageChanges(figures, '2020-01', '2020-01')).toEqual([])
  })
})
