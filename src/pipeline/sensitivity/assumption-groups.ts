import type { Correlation, Uncertainty } from '../../domain/assumption-book.ts'
import type { EngineModel } from '../../domain/engine-model.ts'
import type { AssumptionGroup } from '../../domain/sensitivity.ts'
import { LEVERS } from '../../levers/registry.ts'

/** Groups of what a model draws, and the group of each assumption, then of each effect. */
export interface GroupedDraws {
  readonly groups: readonly AssumptionGroup[]
  readonly groupOf: Int32Array
}

/** What groups of effects that no lever of a scenario makes are called. */
const TITLES: Readonly<Record<string, string>> = {
  'pension-age': 'What the rise of the state pension age does to retirement',
  'every-lever': 'What all levers share',
}

/**
 * Groups what a model draws as a study of sensitivity needs it, so that groups are independent of one another:
 * assumptions that are correlated go together, others stand alone, and so do the effects of each lever.
 */
export function assumptionGroups(
  model: EngineModel,
  book: { readonly uncertainty: readonly Uncertainty[]; readonly correlations: readonly Correlation[] },
): GroupedDraws {
  const groups: { code: string; title: string; members: string[] }[] = []
  const place = new Map<string, number>()
  const put = (code: string, title: string, member: string): number => {
    const at = place.get(code) ?? groups.push({ code, title, members: [] }) - 1
    place.set(code, at)
    if (!groups[at]!.members.includes(member)) groups[at]!.members.push(member)
    return at
  }
  const meanings = new Map(book.uncertainty.map(({ id, meaning }) => [id, meaning]))
  const ofAssumptions = model.uncertainty.map(({ id }, k) => {
    const tied = model.correlations.find(({ factors }) => factors.includes(k))
    if (!tied) return put(id, meanings.get(id) ?? id, id)
    const members = tied.factors.map((factor) => model.uncertainty[factor]!.id)
    const lines = book.correlations.filter((line) => line.members.some((member) => members.includes(member)))
    const together = members.join('+')
    const named = lines.length > 0 ? lines : [{ id: together, meaning: together }]
    return put(named.map((line) => line.id).join('+'), named.map(({ meaning }) => meaning).join('; '), id)
  })
  const ofEffects = model.effects.map(({ id, lever }) => {
    const known = LEVERS.find(({ code }) => code === lever)
    const title = TITLES[lever] ?? (known ? `What the lever “${known.title}” does` : lever)
    return put(`effect:${lever}`, title, id)
  })
  return { groups, groupOf: Int32Array.from([...ofAssumptions, ...ofEffects]) }
}
