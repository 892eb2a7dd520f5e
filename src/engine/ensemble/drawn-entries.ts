import type { EngineModel, UncertaintyTarget } from '../../domain/engine-model.ts'
import type { EffectTarget } from '../../domain/policy.ts'

/** Which assumptions and effects act on what, by their places among all that is drawn: assumptions, then effects. */
export interface DrawnEntries {
  /** Assumptions on a target, in the model's order; those that cover one member where it is given. */
  uncertain(target: UncertaintyTarget, member?: number): readonly number[]
  /** Effects on a target, in the model's order; those on one member where it is given. */
  effects(target: EffectTarget, member?: number): readonly number[]
}

export function createDrawnEntries({ uncertainty, effects }: EngineModel): DrawnEntries {
  const uncertain = byTarget(uncertainty, 0)
  const policies = byTarget(effects, uncertainty.length)
  return {
    uncertain: (target, member) =>
      (uncertain.get(target) ?? []).flatMap(({ members, place }) =>
        // Growth is by service: there's no everyone to fall back on.
        member === undefined || members.includes(member) || (members.length === 0 && target !== 'growth')
          ? [place]
          : [],
      ),
    effects: (target, member) =>
      (policies.get(target) ?? []).flatMap(({ members, place }) =>
        member === undefined || members.includes(member) ? [place] : [],
      ),
  }
}

interface Entry<Target> {
  readonly target: Target
  readonly members: Int32Array
}

function byTarget<Target>(
  entries: readonly Entry<Target>[],
  first: number,
): Map<Target, { readonly members: Int32Array; readonly place: number }[]> {
  const groups = new Map<Target, { readonly members: Int32Array; readonly place: number }[]>()
  for (const [i, { target, members }] of entries.entries()) {
    const group = groups.get(target) ?? []
    group.push({ members, place: first + i })
    groups.set(target, group)
  }
  return groups
}
