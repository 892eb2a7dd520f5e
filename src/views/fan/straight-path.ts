/** A point of a path, in picture units; null where there is a gap. */
export type PathPoint = readonly [x: number, y: number] | null

/** What lies between two lines at one place, in picture units; null where there is a gap. */
export type PathSlice = readonly [x: number, from: number, to: number] | null

/** The runs of a list between its gaps. */
function runsOf<Item>(items: readonly (Item | null)[]): Item[][] {
  const runs: Item[][] = []
  let open: Item[] | null = null
  for (const item of items) {
    if (item === null) {
      open = null
      continue
    }
    if (open === null) {
      open = []
      runs.push(open)
    }
    open.push(item)
  }
  return runs
}

const tenth = (place: number): number => Math.round(place * 10) / 10

const joined = (corners: readonly (readonly [number, number])[]): string =>
  `M${corners.map(([x, y]) => `${tenth(x)},${tenth(y)}`).join('L')}`

/**
 * The path of a line through points, to a tenth of a picture unit, as d3-shape writes it, without what that brings for other shapes: the builder
 * loads this before it answers. A point between gaps is a path that is closed at once.
 */
export const linePath = (points: readonly PathPoint[]): string =>
  runsOf(points)
    .map((run) => `${joined(run)}${run.length === 1 ? 'Z' : ''}`)
    .join('')

/** The path around what lies between two lines: along the second, and back along the first. */
export const areaPath = (slices: readonly PathSlice[]): string =>
  runsOf(slices)
    .map((run) => {
      const there = run.map(([x, , to]) => [x, to] as const)
      const back = run.map(([x, from]) => [x, from] as const).reverse()
      return `${joined([...there, ...back])}Z`
    })
    .join('')
