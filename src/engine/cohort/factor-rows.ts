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
  /** Factors on funded posts [o]. */
  readonly funding: Rows
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

/** Finds the rows of a model's draws: things whose keys are the same share a row. */
export function factorRows(model: EngineModel): FactorRows {
  const { occupations, areas, years, programmeOccupation } = model
  const points = years + 1
  const programmes = programmeOccupation.length
  const indices = (count: number): number[] => Array.from({ length: count }, (_, i) => i)
  /** Places of the uncertain assumptions that cover each occupation, and of the effects on each row. */
  const uncertain = uncertainCoverings(model)
  const effects = coverings(model.effects, Math.max(occupations, areas, programmes), false)
  const pay = likenesses(years, occupations, model.payRelative)
  const arrivals = likenesses(
    years,
    occupations,
    model.international,
    model.internationalFloor,
    model.internationalCap,
  )
  const added = likenesses(years, occupations, model.added)
  const losses = likenesses(years, programmes, model.programmeAttrition)
  const strain = likenesses(years, programmes, model.placementStrain)
  const freed = likenesses(points, occupations, model.timeFreed)
  const paths = likenesses(points, occupations, model.participationPath)
  const isZero = (values: Float64Array, row: number, length: number): boolean => {
    for (let i = row * length; i < (row + 1) * length; i++) if (values[i] !== 0) return false
    return true
  }
  /** Pay matters where an elasticity covers the occupation. */
  const payKey = (target: UncertaintyTarget, o: number): string => {
    const covering = uncertain(target, o)
    return covering === NONE ? '' : `${covering}p${pay[o]}`
  }
  const ofYears = (target: (typeof YEAR_TARGETS)[number], o: number): string => {
    const key = `${target}|${uncertain(target, o)}|${effects(target, o)}`
    if (target === 'leave') return `${key}|${payKey('pay-leave', o)}`
    if (target === 'fill') return `${key}|${payKey('pay-fill', o)}`
    if (target === 'international') {
      const { international, internationalFloor } = model
      if (isZero(international, o, years) && isZero(internationalFloor, o, years)) return target
      return `${key}|${arrivals[o]}`
    }
    if (target === 'added') return isZero(model.added, o, years) ? target : `${key}|${added[o]}`
    return key
  }
  const attritionKey = (p: number): string => {
    const o = programmeOccupation[p]!
    const crowding = uncertain('placement-strain', o)
    const own = `${losses[p]}|${uncertain('attrition', o)}|${effects('attrition', p)}`
    return crowding === NONE ? own : `${own}|${crowding}p${strain[p]}`
  }
  const productivityKey = (o: number): string => {
    const technology = isZero(model.timeFreed, o, points) ? '' : `${freed[o]}|${effects('time-freed', o)}`
    return `${model.productivity[o]}|${uncertain('productivity', o)}|${technology}`
  }
  return {
    year: numbered(indices(occupations).flatMap((o) => YEAR_TARGETS.map((target) => ofYears(target, o)))),
    attrition: numbered(indices(programmes).map(attritionKey)),
    place: numbered(
      indices(areas).flatMap((r) =>
        (['place-leave', 'place-fill'] as const).map((target) => `${effects(target, r)}`),
      ),
    ),
    productivity: numbered(indices(occupations).map(productivityKey)),
    funding: numbered(indices(occupations).map((o) => `${uncertain('funding', o)}`)),
    international: numbered(indices(occupations).map((o) => ofYears('international', o))),
    working: numbered(
      indices(occupations).flatMap((o) => [
        `${paths[o]}|${effects('participation', o)}`,
        `sickness ${effects('sickness', o)}`,
      ]),
    ),
  }
}

interface Acting<Target> {
  readonly target: Target
  readonly members: Int32Array
}

/** Stands for the entries that act on a member of a target: the same number, the same entries. */
type Covering<Target> = (target: Target, member: number) => number

/** No entry at all. */
const NONE = 0

/** The coverings of a model’s assumptions, which stay while policies change. */
const known = new WeakMap<EngineModel['uncertainty'], Covering<UncertaintyTarget>>()

function uncertainCoverings({ uncertainty, occupations }: EngineModel): Covering<UncertaintyTarget> {
  const found = known.get(uncertainty) ?? coverings(uncertainty, occupations, true)
  known.set(uncertainty, found)
  return found
}

/**
 * Which entries act on each member of a target: their places tell them apart, since effects may share an id, and so
 * a draw, with different paths.
 * @param isEveryone whether an entry without members acts on all
 */
function coverings<Target extends string>(
  entries: readonly Acting<Target>[],
  count: number,
  isEveryone: boolean,
): Covering<Target> {
  const names = new Map<Target, string[]>()
  for (const [place, { target, members }] of entries.entries()) {
    const ofTarget = names.get(target) ?? new Array<string>(count).fill('')
    names.set(target, ofTarget)
    if (isEveryone && members.length === 0) for (let i = 0; i < count; i++) ofTarget[i] += `${place} `
    else for (const member of members) ofTarget[member] += `${place} `
  }
  const numbers = new Map([['', NONE]])
  const covering = new Map<Target, readonly number[]>()
  for (const [target, ofTarget] of names)
    covering.set(
      target,
      ofTarget.map((name) => numberOf(numbers, name)),
    )
  return (target, member) => covering.get(target)?.[member] ?? NONE
}

/** For each row of tables [row][length] the first row with the same numbers in all of them. */
function likenesses(length: number, count: number, ...tables: readonly Float64Array[]): number[] {
  const firsts: number[] = []
  const isAlike = (a: number, b: number): boolean => {
    for (const table of tables)
      for (let i = 0; i < length; i++)
        if (!Object.is(table[a * length + i], table[b * length + i])) return false
    return true
  }
  return Array.from({ length: count }, (_, row) => {
    const first = firsts.find((candidate) => isAlike(candidate, row))
    if (first === undefined) firsts.push(row)
    return first ?? row
  })
}

/** Numbers keys from 0 in the order they first appear. */
function numbered(keys: readonly string[]): Rows {
  const numbers = new Map<string, number>()
  const row = Uint32Array.from(keys, (key) => numberOf(numbers, key))
  return { row, count: numbers.size }
}

/** The number of a key, the next one where it is new. */
function numberOf(numbers: Map<string, number>, key: string): number {
  const number = numbers.get(key) ?? numbers.size
  numbers.set(key, number)
  return number
}
