import type { Occupation } from '../domain/occupation.ts'
import type { Establishment } from '../domain/scenario.ts'
import { isIn } from './staff.ts'

/**
 * Funded posts relative to the base by occupation and point in time; NaN where they follow need [o][t]. A rule
 * for an occupation goes before one for its staff group, its sector and all.
 * @param older England’s people of 65 and over relative to the base [t]
 */
export function postsPaths(
  rules: ReadonlyMap<string, Establishment>,
  occupations: readonly Occupation[],
  baseYear: number,
  older: Float64Array,
): Float64Array {
  const points = older.length
  const paths = new Float64Array(occupations.length * points).fill(Number.NaN)
  for (const [o, occupation] of occupations.entries()) {
    const { code, staffGroup, sector } = occupation
    const scope = [code, staffGroup, sector, 'all'].find((candidate) => rules.has(candidate))
    if (scope === undefined || !isIn(scope, occupation)) continue
    const rule = rules.get(scope)!
    if (rule.follows !== 'need') paths.set(postsPath(rule, baseYear, older), o * points)
  }
  return paths
}

function postsPath(
  rule: Exclude<Establishment, { follows: 'need' }>,
  baseYear: number,
  older: Float64Array,
): Float64Array {
  if (rule.follows === 'people-65-plus') return older
  if (rule.follows === 'path') return older.map((_, t) => interpolated(rule.path, baseYear, baseYear + t))
  let level = 1
  return older.map((_, t) => {
    if (t > 0) level *= 1 + rule.growth
    return level
  })
}

/** Straight lines from 1 at the base through the given years; level after the last. */
function interpolated(path: readonly (readonly [number, number])[], baseYear: number, year: number): number {
  let [fromYear, from]: readonly [number, number] = [baseYear, 1]
  for (const [toYear, to] of path) {
    if (toYear <= fromYear) from = toYear <= baseYear ? from : to
    else if (year <= toYear) return from + ((to - from) * (year - fromYear)) / (toYear - fromYear)
    else [fromYear, from] = [toYear, to]
  }
  return from
}
