import { LANES } from './lanes.ts'
import type { Shape } from './shape.ts'

/**
 * Where each kind of factor starts among those of one group of draws, and how many there are in all;
 * counted in numbers, each in all lanes (`LANES` numbers in memory).
 */
export function groupBlocks(shape: Shape) {
  const { occupations, years, services, transfers } = shape
  const points = years + 1
  let next = 0
  const take = (count: number): number => {
    const first = next
    next += count
    return first
  }
  const blocks = {
    /** [y][row] */
    year: take(years * shape.yearRows),
    attrition: take(years * shape.attritionRows),
    place: take(years * shape.placeRows),
    /** [y] */
    carersWork: take(years),
    /** [t][v] */
    service: take(points * services),
    /** [t][row] */
    productivity: take(points * shape.productivityRows),
    funding: take(points * shape.fundingRows),
    working: take(points * shape.workingRows),
    /** [t][k] */
    transfer: take(points * transfers),
    /** [t] */
    sickness: take(points),
    careGrowth: take(points),
    /** [o] */
    unmet: take(occupations),
    /** Exponents of pressure on leaving, sickness and attrition [o][3]. */
    pressure: take(occupations * 3),
    carePool: take(1),
  }
  return { ...blocks, numbers: next * LANES }
}
