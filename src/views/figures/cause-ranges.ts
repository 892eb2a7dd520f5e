import { formatValue } from '../numbers/format-value.ts'
import { tableStep } from '../numbers/round-to-range.ts'
import type { CauseStep } from './causes-picture.ts'

/** True where the runs of a step differ, and how far is known. */
const isSpread = ({ range }: CauseStep): boolean => range !== null && range.p10 !== range.p90

/** The range of a step, or in words why it has none. @param after said after a range */
export function stepRange({ people, range }: CauseStep, after = ''): string {
  if (range === null) return 'range not known'
  const { p10, p90 } = range
  if (p10 === p90) return 'the same in every run'
  const step = tableStep(p10, p90)
  const write = (value: number): string => formatValue(value, 'heads', step)
  // of people who went, sizes: least first
  const ends = people < 0 && p90 <= 0 ? [-p90, -p10] : [p10, p90]
  return `${ends.map(write).join(' to ')}${after}`
}

/** Which bars of a change have a range and which have none, in sentences that stand in the picture too. */
export function sayCauseRanges(steps: readonly CauseStep[]): string {
  const words = ['Each bar is the mean of all runs.']
  const unknown = steps.filter(({ range }) => range === null).length
  if (steps.some(isSpread))
    words.push(
      unknown > 0
        ? 'A line under a bar is its range, that of 8 in 10 runs.'
        : 'Lines under bars are ranges of 8 in 10 runs.',
    )
  if (unknown > 0) words.push('No range is known for the bars of those who came and went.')
  if (steps.some(({ range }) => range !== null && range.p10 === range.p90))
    words.push('The first bar is the same in every run.')
  return words.join(' ')
}
