import ln from '@stdlib/math-base-special-ln'
import { everyStep, neutralPart } from '../../assumptions/neutral.ts'
import { AGES, CELLS, SEXES } from '../../domain/cohort.ts'
import type { EngineModel } from '../../domain/engine-model.ts'
import { CENTRAL_DRAW, createDrawFactors } from '../../engine/ensemble/draw-factors.ts'
import { simulateDraw, type YearRecord } from '../../engine/reference/simulate-draw.ts'

/** A number for women and one for men. */
export type BySex = readonly [female: number, male: number]

/**
 * People who share their flows in another author's model: an occupation of the engine. Their rates don't
 * depend on age, since the models they come from have none.
 */
export interface Group {
  readonly heads: BySex
  readonly ftePerHead: BySex
  /** Hazard of leaving per year. */
  readonly leaving: BySex
  /** Factor on that hazard in each year [y]; 1 throughout where absent. */
  readonly leavingPath?: readonly number[]
  /** Share of women among those who join. */
  readonly joinersFemale: number
  /** Heads from abroad each year [y]. */
  readonly abroad?: readonly number[]
  /** Other joiners each year, the same in every year. */
  readonly others?: number
  readonly programme?: {
    readonly length: number
    /** Entrants a year: `length` years before the base first, then one for each step. */
    readonly intake: readonly number[]
    readonly attrition: number
    readonly join: number
  }
  /** Need at the base over FTE in post. */
  readonly needRatio?: number
  /** Share of each service in the group's need, summing to 1; all in the first where absent. */
  readonly needWeights?: readonly number[]
}

/** A model of few groups in one place. */
export interface GroupModel {
  readonly baseYear: number
  readonly years: number
  readonly groups: readonly Group[]
  /** Activity of each service relative to the base [v][t]. */
  readonly activity: readonly (readonly number[])[]
}

/** The age everyone starts at: any will do, since no rate depends on it. */
const AGE = 9

/** The engine's model of a few groups: one area, no uncertainty. */
export function groupModel({ baseYear, years, groups, activity }: GroupModel): EngineModel {
  const occupations = groups.length
  const services = activity.length
  const cells = (value: (group: Group, sex: 0 | 1, age: number) => number): Float64Array =>
    Float64Array.from({ length: occupations * CELLS }, (_, i) =>
      value(groups[Math.floor(i / CELLS)]!, Math.floor((i % CELLS) / AGES) as 0 | 1, i % AGES),
    )
  const everyAge = (pick: (group: Group) => BySex): Float64Array => cells((group, sex) => pick(group)[sex]!)
  const ones = new Float64Array(occupations).fill(1)
  const zeros = (count: number): Float64Array => new Float64Array(count)
  const joiners = cells((group, sex, age) =>
    age === AGE ? (sex === 0 ? group.joinersFemale : 1 - group.joinersFemale) : 0,
  )
  const programmes = groups.flatMap(({ programme }, o) => (programme ? [{ ...programme, o }] : []))
  const longest = programmes.reduce((most, { length }) => Math.max(most, length), 0)
  const attrition = Float64Array.from(programmes, (programme) => programme.attrition)
  const ratio = Float64Array.from(groups, ({ needRatio }) => needRatio ?? 1)
  const points = years + 1
  return {
    baseYear,
    years,
    occupations,
    areas: 1,
    services,
    regionOfArea: new Int32Array(1),
    heads: cells(({ heads }, sex, age) => (age === AGE ? heads[sex] : 0)),
    participation: everyAge(({ ftePerHead }) => ftePerHead),
    participationArea: ones,
    hazardLeave: everyAge(({ leaving }) => leaving),
    hazardRetire: zeros(occupations * SEXES.length * AGES),
    hazardIll: zeros(occupations * SEXES.length * AGES),
    leaveArea: ones,
    moveFrom: new Int32Array(0),
    moveTo: new Int32Array(0),
    moveHazard: zeros(0),
    mobility: zeros(AGES).fill(1),
    profileTraining: joiners,
    profileInternational: joiners,
    profileOpen: joiners,
    trainingArea: ones,
    internationalArea: ones,
    returners: Float64Array.from(groups, ({ others }) => others ?? 0),
    fill: zeros(occupations),
    openFtePerHead: ones,
    pool: zeros(points).fill(1),
    programmeOccupation: Int32Array.from(programmes, ({ o }) => o),
    programmeLength: Int32Array.from(programmes, ({ length }) => length),
    programmeIntake: Float64Array.from(
      programmes.flatMap(({ length, intake }) => [...new Array<number>(longest - length).fill(0), ...intake]),
    ),
    programmeAttritionBase: attrition,
    programmeAttrition: everyStep(attrition, years),
    programmeJoin: everyStep(
      Float64Array.from(programmes, ({ join }) => join),
      years,
    ),
    international: Float64Array.from(
      groups.flatMap(({ abroad }) => abroad ?? new Array<number>(years).fill(0)),
    ),
    needWeight: Float64Array.from(
      groups.flatMap(({ needWeights }) => needWeights ?? [1, ...new Array<number>(services - 1).fill(0)]),
    ),
    activity: Float64Array.from(activity.flat()),
    activityHigh: zeros(services * points).fill(1),
    activityLow: zeros(services * points).fill(1),
    growth: zeros(services),
    productivity: zeros(occupations),
    needRatio: ratio,
    fundedRatio: ones,
    unmetRatio: zeros(occupations),
    sickness: zeros(1),
    ...neutralPart({ baseYear, occupations, areas: 1, years }, programmes.length),
    feedback: false,
    effects: groups.flatMap(({ leavingPath }, o) =>
      leavingPath
        ? [
            {
              id: `leaving ${o}`,
              lever: 'leaving-path',
              target: 'leave' as const,
              members: Int32Array.of(o),
              path: Float64Array.from(leavingPath, (factor) => ln(factor)),
              strength: { kind: 'point' as const, value: 1 },
            },
          ]
        : [],
    ),
    uncertainty: [],
  }
}

/** Runs a model of groups through the engine. @returns records [t][group] */
export function runGroups(model: GroupModel): readonly (readonly YearRecord[])[] {
  const resolved = groupModel(model)
  const draw = createDrawFactors(resolved)(0, CENTRAL_DRAW)
  return simulateDraw(resolved, draw).staff.map((groups) => groups.map((areas) => areas[0]!))
}
