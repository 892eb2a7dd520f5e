/** One class of a map: from `from` up to but not including `to`, as shares. */
export interface CoverageClass {
  readonly from: number
  readonly to: number
  readonly label: string
  /** Colour of the class and of text upon it. */
  readonly fill: string
  readonly ink: string
}

/** Shades of one hue from most to least pressing, apart in lightness for every kind of colour vision. */
const SHADES = [
  { fill: '#6b2503', ink: '#ffffff' },
  { fill: '#a8480a', ink: '#ffffff' },
  { fill: '#e39a52', ink: '#1b2730' },
  { fill: '#f6cf9f', ink: '#1b2730' },
  { fill: '#fdf1e1', ink: '#1b2730' },
] as const
/** Need met or more than met. */
const MET = { fill: '#cfe3ee', ink: '#1b2730' } as const

const STEPS = [1, 2, 5, 10, 20] as const

/** Whole per cent, as the map shows them, so that a number and its class always agree. */
const percent = (share: number) => Math.round(share * 100)

/**
 * Classes of equal width below 100 %, with one of its own for need met: the narrowest of 1, 2, 5, 10 or
 * 20 points that covers every value with five classes at most.
 * @param values coverage as shares; none gives the one class "100% or more"
 */
export function createCoverageClasses(values: readonly number[]): readonly CoverageClass[] {
  const below = values.map(percent).filter((value) => value < 100)
  const [lowest, highest] = [Math.min(...below, 100), Math.max(...below, 0)]
  const met: CoverageClass = { from: 1, to: Infinity, label: '100% or more', ...MET }
  if (below.length === 0) return [met]
  const fits = (size: number) => Math.floor(highest / size) - Math.floor(lowest / size) < SHADES.length
  const step = STEPS.find(fits) ?? 20
  const first = Math.floor(lowest / step) * step
  const count = Math.floor(highest / step) - Math.floor(lowest / step) + 1
  const shades = SHADES.slice(SHADES.length - Math.min(count, SHADES.length))
  const classes = shades.map((shade, index): CoverageClass => {
    const from = first + index * step
    const to = Math.min(100, from + step)
    return {
      from: from / 100,
      to: to / 100,
      label: to - from === 1 ? `${from}%` : `${from}% to ${to - 1}%`,
      ...shade,
    }
  })
  return values.some((value) => percent(value) >= 100) ? [...classes, met] : classes
}

/** The class a value falls into; values below the lowest class belong to it. */
export function classOf(classes: readonly CoverageClass[], value: number): CoverageClass | undefined {
  const rounded = percent(value) / 100
  return [...classes].reverse().find((each) => rounded >= each.from) ?? classes[0]
}
