import type { Spread } from '../domain/assumption-book.ts'
import type { Reference } from '../domain/reference.ts'
import type { Statistics } from '../domain/statistics.ts'
import { HeadroomError } from '../errors/headroom-error.ts'

/**
 * Shares of areas, summing to 1, for one way of spreading a national stock.
 * @param unit heads and FTE are spread apart where the series counts both
 * @throws HeadroomError `table-incomplete` where the statistics have nothing for the way
 */
export function spreadWeights(
  reference: Reference,
  statistics: Statistics,
  spread: Spread,
  unit: 'headcount' | 'fte',
): number[] {
  const weights = reference.areas.map(({ code }) => spreadWeight(statistics, spread, code, unit))
  const total = weights.reduce((a, b) => a + b, 0)
  if (!(total > 0))
    throw new HeadroomError('table-incomplete', {
      file: 'data/assumptions/occupation-stocks.csv',
      missing: `statistics for the spread ${Object.values(spread).join(':')}`,
    })
  return weights.map((weight) => weight / total)
}

function spreadWeight(
  statistics: Statistics,
  spread: Spread,
  area: string,
  unit: 'headcount' | 'fte',
): number {
  switch (spread.kind) {
    case 'staff-group':
      return statistics.flows
        .filter((flow) => flow.area === area && flow.staffGroup === spread.staffGroup && flow.unit === 'fte')
        .reduce((sum, flow) => sum + flow.closing, 0)
    case 'gp-rates':
      return (statistics.practiceRates.get(`${area}/${spread.role}`) ?? 0) * people(statistics, area, 0, OVER)
    case 'practice-panel': {
      const panel = (counted: string): number | undefined =>
        statistics.practicePanel.get(`${area}/${spread.role}/${counted}`)
      return panel(unit) ?? panel('fte') ?? 0
    }
    case 'direct-payments':
      return (statistics.directPayments.get(area) ?? 0) * populationWeight(statistics, area, 'social-care')
    case 'pcn': {
      const posts = statistics.networkPosts.find((row) => row.area === area)
      const fte = statistics.networkFte.get(area) ?? 0
      return unit === 'headcount' && posts ? fte / posts.meanFte : fte
    }
    case 'population':
      return populationWeight(statistics, area, spread.group)
  }
}

function people(statistics: Statistics, area: string, from: number, to: number): number {
  return (['female', 'male'] as const).reduce(
    (sum, sex) =>
      sum +
      (statistics.population.get(`${area}/${sex}`) ?? []).slice(from, to + 1).reduce((a, b) => a + b, 0),
    0,
  )
}

/** Ages 90 and over are one entry of the estimates. */
const OVER = 90

function populationWeight(statistics: Statistics, area: string, group: string): number {
  const england = (from: number, to: number): number => {
    let sum = 0
    for (const ages of statistics.population.values())
      for (let age = from; age <= to; age++) sum += ages[age] ?? 0
    return sum
  }
  const part = (from: number, to: number): number => people(statistics, area, from, to) / england(from, to)
  switch (group) {
    case '18-plus':
      return part(18, OVER)
    case '65-plus':
      return part(65, OVER)
    case '75-plus':
      return part(75, OVER)
    case 'social-care':
      // About half of councils' long-term support spending is on adults of working age: design of S23.
      return (part(75, OVER) + part(18, 64)) / 2
    default:
      throw new HeadroomError('table-cell', {
        file: 'data/assumptions/occupation-stocks.csv',
        row: 0,
        column: 'spread',
        expected: 'population-18-plus, -65-plus, -75-plus or -social-care',
        found: `population-${group}`,
      })
  }
}
