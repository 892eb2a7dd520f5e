import { sayBetween, sayNumber } from '../numbers/format-value.ts'
import { roundTo, sentenceStep } from '../numbers/round-to-range.ts'
import type { Spread } from '../projection-reader.ts'

/** Whether a range lies below need, above it, or on both sides. */
export type Outlook = 'shortage' | 'surplus' | 'uncertain'

/** Where the range of eight runs in ten lies against zero. */
export function outlookOf(gap: Pick<Spread, 'p10' | 'p90'>): Outlook {
  if (gap.p90 < 0) return 'shortage'
  return gap.p10 > 0 ? 'surplus' : 'uncertain'
}

/** How many, as `between 10,000 and 20,000`, `up to 500` or `about 90`. Both ends positive. */
function sayHowMany(low: number, high: number): string {
  const step = sentenceStep(low, high)
  const [from, to] = [roundTo(low, step), roundTo(high, step)]
  if (from === 0) return to === 0 ? 'hardly any' : `up to ${sayNumber(high, step)}`
  return sayBetween(low, high, step)
}

/**
 * What follows "is likely to" or "could" in a sentence about a gap, for instance
 * `be short of between 120,000 and 310,000 full-time midwives`. Rounded to what the range supports.
 * @param gap staff less need, in full-time equivalents; the range is that of eight runs in ten
 * @param noun the people, plural
 */
export function sayGap(gap: Pick<Spread, 'p10' | 'p90'>, noun: string): string {
  const outlook = outlookOf(gap)
  if (outlook === 'shortage') return `be short of ${sayHowMany(-gap.p90, -gap.p10)} full-time ${noun}`
  if (outlook === 'surplus')
    return `have ${sayHowMany(gap.p10, gap.p90)} more full-time ${noun} than people need`
  const step = sentenceStep(gap.p10, gap.p90)
  const [short, over] = [roundTo(-gap.p10, step), roundTo(gap.p90, step)]
  if (short === 0 && over === 0) return `have about as many full-time ${noun} as people need`
  const surplus = `${sayNumber(over, step)} more than people need`
  if (short === 0) return `have anything from just enough full-time ${noun} to ${surplus}`
  const shortage = `${sayNumber(short, step)} too few full-time ${noun}`
  return `have anything from ${shortage} to ${over === 0 ? 'just enough' : surplus}`
}
