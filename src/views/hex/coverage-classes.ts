/** One class of a map: from `from` up to but not including `to`, in whole per cent. */
export interface CoverageClass {
  readonly from: number
  readonly to: number
  readonly label: string
  /** Colour of the class and of text upon it. */
  readonly fill: string
  readonly ink: string
}

/**
 * The classes of coverage, most pressing first: the same for every area, year and kind of staff, so that
 * maps can be compared. Shades of one hue differ in lightness for every kind of colour vision; need met
 * has a hue of its own.
 */
export const COVERAGE_CLASSES: readonly CoverageClass[] = [
  { from: -Infinity, to: 80, label: 'Under 80%', fill: '#6b2503', ink: '#ffffff' },
  { from: 80, to: 85, label: '80% to 84%', fill: '#a8480a', ink: '#ffffff' },
  { from: 85, to: 90, label: '85% to 89%', fill: '#e39a52', ink: '#1b2730' },
  { from: 90, to: 95, label: '90% to 94%', fill: '#f6cf9f', ink: '#1b2730' },
  { from: 95, to: 100, label: '95% to 99%', fill: '#fdf1e1', ink: '#1b2730' },
  { from: 100, to: Infinity, label: '100% or more', fill: '#cfe3ee', ink: '#1b2730' },
]

/**
 * The class a value falls into, by the whole per cent that the map shows, so that number and colour agree.
 * @param value coverage as a share
 */
export function classOf(value: number): CoverageClass {
  const percent = Math.round(value * 100)
  const found = COVERAGE_CLASSES.find(({ from, to }) => percent >= from && percent < to)
  if (!found) throw new Error(`no class for a coverage of ${value}`)
  return found
}
