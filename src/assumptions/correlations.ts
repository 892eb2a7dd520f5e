import type { AssumptionBook } from '../domain/assumption-book.ts'
import type { CorrelatedFactors } from '../domain/engine-model.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { cholesky } from '../stats/cholesky.ts'

/**
 * The correlations of the book as groups, each of assumptions that are tied to one another, directly or by way of
 * others; two that no line names together have correlation 0.
 * @throws HeadroomError `correlations-impossible` where those of a group can't all hold together
 */
export function correlatedFactors({ uncertainty, correlations }: AssumptionBook): CorrelatedFactors[] {
  const place = new Map(uncertainty.map(({ id }, k) => [id, k]))
  // A key of `place` each: the reader of the table holds members to the ids of `uncertainty`.
  const lines = correlations.map(({ members, rho, judgement }) => ({
    factors: members.map((id) => place.get(id)!),
    rho,
    judgement,
  }))
  return connected(lines.map(({ factors }) => factors)).map((factors) => {
    const matrix = factors.map((a) => factors.map((b) => Number(a === b)))
    const own = lines.filter((line) => factors.includes(line.factors[0]!))
    for (const { factors: members, rho } of own)
      for (const a of members)
        for (const b of members) if (a !== b) matrix[factors.indexOf(a)]![factors.indexOf(b)] = rho
    try {
      cholesky(matrix)
    } catch (cause) {
      const { file, row } = own[0]!.judgement
      const members = factors.map((k) => uncertainty[k]!.id).join(', ')
      throw new HeadroomError('correlations-impossible', { file, row, members }, { cause })
    }
    return { factors, matrix }
  })
}

/** Sets joined wherever they overlap, each in rising order. */
function connected(sets: readonly (readonly number[])[]): number[][] {
  const joined: Set<number>[] = []
  for (const set of sets) {
    const touching = joined.filter((group) => set.some((k) => group.has(k)))
    const all = new Set([...set, ...touching.flatMap((group) => [...group])])
    for (const group of touching) joined.splice(joined.indexOf(group), 1)
    joined.push(all)
  }
  return joined.map((group) => [...group].sort((a, b) => a - b)).sort((a, b) => a[0]! - b[0]!)
}
