import type { PolicyDraft } from './draft.ts'
import type { Lever, LeverContext, LeverTools } from './lever.ts'
import type { PolicyNumbers } from './numbers.ts'
import { atPoints, isNothing } from './paths.ts'

/** The tools of one lever, adding to a draft. */
export function createTools(
  lever: Lever,
  context: LeverContext,
  numbers: PolicyNumbers,
  draft: PolicyDraft,
): LeverTools {
  const { years } = context
  const nothing = {
    fixed: new Float64Array(years + 1),
    areas: null,
    perFte: null,
    perHead: null,
    perJoiner: null,
  }
  const named = { lever: lever.code, payer: lever.payer }
  const parameter = (code: string) => {
    if (!(code in lever.parameters)) throw new Error(`${lever.code} does not declare ${code}`)
    return numbers.parameter(lever.code, code)
  }
  return {
    context,
    draft,
    transfers: numbers.transfers,
    value: (code) => parameter(code).value,
    effect(target, members, path, code) {
      if (isNothing(path)) return
      const { distribution: strength } = parameter(code)
      const id = `lever:${lever.code}:${code}`
      draft.effects.push({ id, lever: lever.code, target, members: Int32Array.from(members), path, strength })
    },
    free(o, path) {
      for (let y = 0; y < years; y++) draft.timeFreed[o * (years + 1) + y + 1]! += path[y]!
    },
    add(o, path) {
      for (let y = 0; y < years; y++) draft.added[o * years + y]! += path[y]!
    },
    raisePay(o, index) {
      for (let y = 0; y < years; y++) draft.pay[o * years + y]! *= index[y]!
    },
    fixedCost(path, areas) {
      if (!isNothing(path))
        draft.costs.push({ ...nothing, ...named, fixed: atPoints(path), areas: areas ?? null })
    },
    unitCost(unit, costs) {
      const points = years + 1
      const table = new Float64Array(context.occupations.length * points)
      for (const { occupation, path } of costs)
        for (let y = 0; y < years; y++) table[occupation * points + y + 1]! += path[y]!
      if (!isNothing(table)) draft.costs.push({ ...nothing, ...named, [unit]: table })
    },
  }
}
