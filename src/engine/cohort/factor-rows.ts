import type { EngineModel, UncertaintyTarget } from '../../domain/engine-model.ts'
import type { EffectTarget } from '../../domain/policy.ts'

/** Which of several things have the same factors in every draw, so that a draw keeps one row for all of them. */
export interface Rows {
  /** Row of each. */
  readonly row: Uint32Array
  readonly count: number
}

/**
 * The rows of a model's draws. Whole staff groups and sectors share most assumptions; without sharing, a
 * thousand draws of England's would take 90 megabytes more.
 */
export interface FactorRows {
  /** Factors of a year by occupation, in the order of `YEAR_TARGETS` [o][target]. */
  readonly year: Rows
  /** Attrition by programme [p]. */
  readonly attrition: Rows
  /** Factors by area on leaving and on filling posts [r][2]. */
  readonly place: Rows
  /** Productivity [o]. */
  readonly productivity: Rows
  /** FTE per head and sickness by occupation [o][2]. */
  readonly working: Rows
  /** Arrivals from abroad [o]. */
  readonly international: Rows
}

/** The factors on one occupation in one year, in the kernel's order (`FACTOR_…` of assembly/task.ts). */
export const YEAR_TARGETS = [
  'leave',
  'retire',
  'ill',
  'move',
  'training',
  'international',
  'return',
  'fill',
  'added',
] as const satisfies readonly (UncertaintyTarget & EffectTarget)[]

/** Finds the rows of a model's draws. */
export function factorRows(model: EngineModel): FactorRows {
  const { occupations, areas, years, programmeOccupation } = model
  const points = years + 1
  const indices = (count: number): number[] => Array.from({ length: count }, (_, i) => i)
  const slice = (values: Float64Array, row: number, length: number): Float64Array =>
    values.subarray(row * length, (row + 1) * length)
  /** Names of the uncertain assumptions on a target that cover occupation o, and of the effects that cover a row. */
  const uncertain = (target: UncertaintyTarget, o: number): string =>
    model.uncertainty
      .filter(
        (factor) => factor.target === target && (factor.members.length === 0 || factor.members.includes(o)),
      )
      .map(({ id }) => id)
      .join(' ')
  /** By place, because effects may share an id, and so a draw, with different paths. */
  const effects = (target: EffectTarget, row: number): string =>
    model.effects
      .flatMap((effect, i) => (effect.target === target && effect.members.includes(row) ? [i] : []))
      .join(' ')
  /** Pay matters where an elasticity covers the occupation. */
  const pay = (target: UncertaintyTarget, o: number): string => {
    const covering = uncertain(target, o)
    return covering && `${covering} ${slice(model.payRelative, o, years).join()}`
  }
  const heads = (o: number, ...tables: readonly Float64Array[]): string =>
    tables.map((table) => slice(table, o, years).join()).join(' ')
  const isZero = (values: Float64Array): boolean => values.every((value) => value === 0)

  const yearKey = (target: (typeof YEAR_TARGETS)[number], o: number): string => {
    const key = [target, uncertain(target, o), effects(target, o)]
    if (target === 'leave') key.push(pay('pay-leave', o))
    if (target === 'fill') key.push(pay('pay-fill', o))
    if (target === 'international') {
      const { international, internationalFloor, internationalCap } = model
      if (isZero(slice(international, o, years)) && isZero(slice(internationalFloor, o, years))) return target
      key.push(heads(o, international, internationalFloor, internationalCap))
    }
    if (target === 'added') {
      if (isZero(slice(model.added, o, years))) return target
      key.push(heads(o, model.added))
    }
    return key.join('|')
  }
  const attritionKey = (p: number): string => {
    const o = programmeOccupation[p]!
    const strain = uncertain('placement-strain', o)
    return [
      slice(model.programmeAttrition, p, years).join(),
      uncertain('attrition', o),
      effects('attrition', p),
      strain && `${strain} ${slice(model.placementStrain, p, years).join()}`,
    ].join('|')
  }
  const productivityKey = (o: number): string => {
    const freed = slice(model.timeFreed, o, points)
    const technology = isZero(freed) ? '' : `${freed.join()} ${effects('time-freed', o)}`
    return `${model.productivity[o]}|${uncertain('productivity', o)}|${technology}`
  }
  return {
    year: numbered(indices(occupations).flatMap((o) => YEAR_TARGETS.map((target) => yearKey(target, o)))),
    attrition: numbered(indices(programmeOccupation.length).map(attritionKey)),
    place: numbered(
      indices(areas).flatMap((r) =>
        (['place-leave', 'place-fill'] as const).map((target) => effects(target, r)),
      ),
    ),
    productivity: numbered(indices(occupations).map(productivityKey)),
    international: numbered(indices(occupations).map((o) => yearKey('international', o))),
    working: numbered(
      indices(occupations).flatMap((o) => [
        `${slice(model.participationPath, o, points).join()}|${effects('participation', o)}`,
        `sickness ${effects('sickness', o)}`,
      ]),
    ),
  }
}

/** Numbers keys from 0 in the order they first appear. */
function numbered(keys: readonly string[]): Rows {
  const numbers = new Map<string, number>()
  const row = Uint32Array.from(keys, (key) => {
    const number = numbers.get(key) ?? numbers.size
    numbers.set(key, number)
    return number
  })
  return { row, count: numbers.size }
}
