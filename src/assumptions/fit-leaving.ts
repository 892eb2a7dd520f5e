import type { BaseYear, RateGroup } from '../domain/base-year.ts'
import { fitLevel } from './fit-level.ts'
import { type CellHazards, type Exits, exitsOf } from './leaving-cells.ts'

/** Levels of leaving that give the published leaver rates. */
export interface FittedLeaving {
  /** Factor on an occupation’s relative hazard of leaving [o]. */
  readonly level: Float64Array
  /** Factor on it by area, for the rates that are projected [o][r]. */
  readonly area: Float64Array
  /** How every group and area comes out, by the rates published and by those projected. */
  readonly fits: readonly LeavingFit[]
}

/** A group's leaver rate in one area at the base, on the published definition. */
export interface LeavingFit {
  readonly group: string
  readonly area: number
  /** As published, and the model’s when it is fitted to that. */
  readonly published: number
  readonly modelledPublished: number
  /** Factor on leaving that meets the published rate. */
  readonly factor: number
  /** Below 1 where retirement and sickness alone exceed the published rate: all causes are scaled by this. */
  readonly scale: number
  /** Whether more left than a year's staff can: posts filled and left again, which no rate of those in post gives. */
  readonly isBeyond: boolean
  /** As projected from the first year on, and the model’s. */
  readonly projected: number
  readonly modelledProjected: number
}

const MOST_ROUNDS = 300
/** Relative change of the levels at which both sums count as met. */
const CLOSE = 1e-9

/**
 * Solves the level of leaving of every occupation and area so that both sums come out: an occupation's
 * leavers in England at its national rate, and a group's leavers in every area at the area's. The two are
 * met in turn until neither changes, as in raking. Areas are met last and so exactly.
 * @param heads heads by occupation, leaving cell and area [o][c][r]
 * @param hazards by occupation
 */
export function fitLeaving(
  base: BaseYear,
  heads: Float64Array,
  hazards: readonly CellHazards[],
  areas: number,
): FittedLeaving {
  const level = new Float64Array(hazards.length).fill(1)
  const area = new Float64Array(hazards.length * areas).fill(1)
  const exits = (o: number, r: number, factor: number, scale = 1): Exits =>
    exitsOf(heads, hazards[o]!, o, r, areas, factor, scale)
  const national = (o: number, candidate: number): number => {
    let published = 0
    for (let r = 0; r < areas; r++) published += exits(o, r, candidate * area[o * areas + r]!).published
    return published
  }
  const staff = hazards.map((_, o) => {
    let people = 0
    for (let r = 0; r < areas; r++) people += exits(o, r, 0).staff
    return people
  })
  const fitNation = (o: number, near?: number): number =>
    fitLevel((candidate) => national(o, candidate), base.leaverRate[o]! * staff[o]!, undefined, near)
  const grouped = new Set(base.rateGroups.flatMap(({ members }) => members))
  for (let o = 0; o < hazards.length; o++) if (!grouped.has(o)) level[o] = fitNation(o)
  for (const group of base.rateGroups) {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      let change = 0
      for (const o of group.members) {
        const next = fitNation(o, round > 0 ? level[o] : undefined)
        change = Math.max(change, Math.abs(next - level[o]!) / Math.max(level[o]!, CLOSE))
        level[o] = next
      }
      for (let r = 0; r < areas; r++) {
        const people = ofGroup(group, r, level, 0, 1, exits).staff
        if (people === 0) continue
        const factor = fitLevel(
          (candidate) => ofGroup(group, r, level, candidate, 1, exits).published,
          group.projected[r]! * people,
          undefined,
          round > 0 ? area[group.members[0]! * areas + r] : undefined,
        )
        for (const o of group.members) area[o * areas + r] = factor
      }
      if (group.members.length === 1 || (round > 0 && change < CLOSE)) break
    }
  }
  const fits = base.rateGroups.flatMap((group) =>
    Array.from({ length: areas }, (_, r) =>
      fitOf(group, r, level, area[group.members[0]! * areas + r]!, exits),
    ),
  )
  return { level, area, fits: fits.flatMap((fit) => fit ?? []) }
}

type ExitsOf = (o: number, r: number, factor: number, scale?: number) => Exits

function ofGroup(
  { members }: RateGroup,
  r: number,
  level: Float64Array,
  factor: number,
  scale: number,
  exits: ExitsOf,
): { readonly published: number; readonly staff: number } {
  let published = 0
  let staff = 0
  for (const o of members) {
    const own = exits(o, r, level[o]! * factor, scale)
    published += own.published
    staff += own.staff
  }
  return { published, staff }
}

function fitOf(
  group: RateGroup,
  r: number,
  level: Float64Array,
  projectedFactor: number,
  exits: ExitsOf,
): LeavingFit | null {
  const { staff } = ofGroup(group, r, level, 0, 1, exits)
  const published = group.observed[r]!
  if (staff === 0 || Number.isNaN(published)) return null
  const at = (factor: number, scale: number): number =>
    ofGroup(group, r, level, factor, scale, exits).published
  const target = published * staff
  const factor = fitLevel((candidate) => at(candidate, 1), target)
  const scale = at(0, 1) > target ? fitLevel((candidate) => at(0, candidate), target, 1) : 1
  return {
    group: group.code,
    area: r,
    published,
    modelledPublished: at(factor, scale) / staff,
    factor,
    scale,
    isBeyond: published >= 1,
    projected: group.projected[r]!,
    modelledProjected: at(projectedFactor, 1) / staff,
  }
}
