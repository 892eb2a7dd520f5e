import type { Dial } from '../../domain/builder.ts'

/** How a dial is shown: values are shown over `size`, and sent under the name with `suffix`. */
export interface DialScale {
  readonly size: number
  /** Ending of the parameter’s name, such as `.percent`. */
  readonly suffix: string
  /** Before and after the number. */
  readonly before: string
  readonly after: string
  /** Limits and step as shown. */
  readonly min: number
  readonly max: number
  readonly step: number
}

/** From here on pounds are shown in millions. */
const MANY = 1e8
/** Steps of a slider, about. */
const STEPS = 60

/** How a lever’s setting is shown: shares in per cent, large sums in millions of pounds. */
export function dialScale({ unit, min, max }: Pick<Dial, 'unit' | 'min' | 'max'>): DialScale {
  const [kind = '', ...rest] = unit.split(' ')
  const each = rest.join(' ')
  const make = (size: number, suffix: string, before: string, after: string): DialScale => ({
    size,
    suffix,
    before,
    after,
    min: tidy(min / size),
    max: tidy(max / size),
    step: stepFor((max - min) / size),
  })
  if (kind === 'share') return make(0.01, '.percent', '', `%${each ? ` ${each}` : ''}`)
  if (kind === 'GBP' && max >= MANY) return make(1e6, '.million', '£', `million ${each}`)
  if (kind === 'GBP') return make(1, '', '£', each)
  return make(1, '', '', unit)
}

/** A value as its dial shows it, without the dust of division. */
export const shown = (value: number, { size }: DialScale): number => tidy(value / size)

/** A value of a dial in the words and units of the page: `5% a year`, `£500 million a year`. */
export function sayAmount(value: number, dial: Pick<Dial, 'unit' | 'min' | 'max'>): string {
  const scale = dialScale(dial)
  return `${bare(value, scale)}${scale.after.replace(/^%|^(?=.)/, (sign) => (sign === '%' ? '' : ' '))}`
}

/** The limits of a dial in the same words: `-5% to 10% a year`. */
export const sayLimits = (dial: Pick<Dial, 'unit' | 'min' | 'max'>): readonly [min: string, max: string] => [
  bare(dial.min, dialScale(dial)),
  sayAmount(dial.max, dial),
]

/** A value with its sign of pounds or per cent, thousands apart. */
function bare(value: number, scale: DialScale): string {
  const [whole = '', ...rest] = String(Math.abs(shown(value, scale))).split('.')
  const number = [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...rest].join('.')
  return `${value < 0 ? '−' : ''}${scale.before}${number}${scale.after.startsWith('%') ? '%' : ''}`
}

const tidy = (value: number): number => Number(value.toPrecision(10))

/** The largest of 1, 2, 5 times a power of ten that makes enough steps. */
function stepFor(range: number): number {
  let power = 1
  while (power * 10 * STEPS <= range) power *= 10
  while (power * STEPS > range) power /= 10
  const found = [5, 2, 1].find((times) => power * times * STEPS <= range) ?? 1
  return tidy(power * found)
}
