import type { Distribution } from './distribution.ts'

/** What a policy's effect multiplies. `members` are occupations, unless said otherwise. */
export type EffectTarget =
  | 'leave'
  | 'retire'
  | 'ill'
  /** Moves away from the occupations. */
  | 'move'
  | 'training'
  | 'international'
  | 'return'
  | 'fill'
  /** Joiners through programmes. */
  | 'added'
  /** `members` are training programmes. */
  | 'attrition'
  | 'sickness'
  /** Leaving in areas, which are the `members`. */
  | 'place-leave'
  /** Share of open posts filled in areas, which are the `members`. */
  | 'place-fill'
  | 'time-freed'
  /** FTE per head. */
  | 'participation'
  /** Hours of care needed, paid and unpaid; no members. */
  | 'unpaid-hours'
  /** The labour pool that open recruitment draws on; no members. */
  | 'carers-work'

/** An effect of a lever: in step y it multiplies its target by exp(path[y] x strength). */
export interface PolicyEffect {
  readonly id: string
  readonly lever: string
  readonly target: EffectTarget
  readonly members: Int32Array
  /** How much of the effect is felt in each step [y]; it holds at the end of the step for targets of a point in time. */
  readonly path: Float64Array
  readonly strength: Distribution
}
