import { type AssumptionBook, bookKey, JOINER_BANDS, type Route } from '../domain/assumption-book.ts'
import type { BaseYear } from '../domain/base-year.ts'
import { AGES, SEXES } from '../domain/cohort.ts'
import type { Finding } from '../domain/finding.ts'
import type { Reference } from '../domain/reference.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { singleYears } from '../stats/single-years.ts'
import type { Hazards } from './hazards.ts'
import { netMoves } from './residual.ts'

const CELLS = SEXES.length * AGES

/** How people join: see the fields of the same names in `EngineModel`. */
export interface Joining {
  readonly profileTraining: Float64Array
  readonly profileInternational: Float64Array
  readonly profileOpen: Float64Array
  readonly trainingArea: Float64Array
  readonly internationalArea: Float64Array
  readonly returners: Float64Array
  readonly fill: Float64Array
  readonly openFtePerHead: Float64Array
  readonly findings: readonly Finding[]
}

/**
 * Splits the base year's joiners into routes. Training and arrivals from abroad are known; what the
 * published joiners leave over, after moves between occupations, are returners and other recruits (for
 * roles with a register) or open recruitment into vacant posts (for the rest), whose fill share is set so
 * that the first year recruits as many. Areas share joiners as they share leavers: replacement. Arrivals
 * from abroad go more to regions with more staff from abroad, and other recruits there are fewer for it.
 * @param trained heads who complete training and join in the first year [o]
 * @param residual share of those who stay that the residual flow adds [o][r][y]
 */
export function fitJoining(
  reference: Reference,
  book: AssumptionBook,
  base: BaseYear,
  hazards: Hazards,
  trained: Float64Array,
  residual: Float64Array,
): Joining {
  const { occupations, areas } = reference
  const size = occupations.length * areas.length
  const years = residual.length / size
  const replacement = new Float64Array(size)
  const arriving = new Float64Array(size)
  const returners = new Float64Array(size)
  const fill = new Float64Array(size)
  const openFtePerHead = new Float64Array(size).fill(1)
  const profileOpen = joinerProfiles(reference, book, 'open')
  const findings: Finding[] = []
  const totals = occupations.map((_, o) => areaHeads(base, o, areas.length).reduce((a, b) => a + b, 0))
  for (const [o, occupation] of occupations.entries()) {
    const heads = areaHeads(base, o, areas.length)
    const leavers = hazards.firstLeavers.subarray(o * areas.length, (o + 1) * areas.length)
    const left = leavers.reduce((a, b) => a + b, 0)
    const wanted = recruits(base, hazards, o, totals)
    const arrivals = book.international.get(occupation.code)?.arrivals ?? 0
    const known = trained[o]! + arrivals
    const rest = Math.max(0, wanted - known)
    const shares = divideLike(leavers, left)
    const abroad = divideLike(
      leavers.map((value, r) => value * base.abroadShare[r]!),
      leavers.reduce((sum, value, r) => sum + value * base.abroadShare[r]!, 0),
    )
    // More arrivals in an area mean fewer others: each area's joiners together stay in line with its leavers.
    const others = shares.map((share, r) =>
      Math.max(0, (wanted - trained[o]!) * share - arrivals * abroad[r]!),
    )
    const other = others.reduce((a, b) => a + b, 0)
    if (known > wanted + 0.5)
      findings.push({
        rule: 'joiners-add-up',
        severity: 'warning',
        message: `Training and arrivals from abroad bring ${Math.round(known)} joiners a year, the base year’s joiners less moves only ${Math.round(wanted)}.`,
        place: occupation.name,
      })
    const perHead = meanParticipation(base, profileOpen, o)
    for (let r = 0; r < areas.length; r++) {
      const i = o * areas.length + r
      replacement[i] = shares[r]!
      arriving[i] = abroad[r]!
      const recruited = other > 0 ? (rest * others[r]!) / other : 0
      openFtePerHead[i] = perHead * base.participationArea[i]!
      const out = leavers[r]! + hazards.firstMovesOut[i]!
      const added = (heads[r]! - out) * (residual[i * years] ?? 0)
      if (occupation.registered) returners[i] = recruited
      else
        fill[i] = fillShare({
          fte: areaFte(base, o, r),
          vacancyRate: base.vacancyRate[i]!,
          lost: heads[r]! > 0 ? (out - hazards.firstMovesIn[i]! - added) / heads[r]! : 0,
          joined: (trained[o]! * shares[r]! + arrivals * abroad[r]!) * openFtePerHead[i]!,
          recruited: recruited * openFtePerHead[i]!,
        })
    }
  }
  return {
    profileTraining: joinerProfiles(reference, book, 'training'),
    profileInternational: joinerProfiles(reference, book, 'international'),
    profileOpen,
    trainingArea: replacement,
    internationalArea: arriving,
    returners,
    fill,
    openFtePerHead,
    findings,
  }
}

/** Each area's part of a total; nothing where there is no total. */
const divideLike = (values: Float64Array, total: number): Float64Array =>
  values.map((value) => (total > 0 ? value / total : 0))

/**
 * Heads who must join an occupation from outside the model in the first year.
 * In a group of the turnover file the published joiners hold moves from occupations that the file doesn't
 * count, and neither moves within the group nor between the file's groups; an occupation's own moves inside
 * the file are made up for so that all of a group grow alike. Elsewhere joiners and leavers leave moves out
 * on both sides, and so all of an occupation's moves are made up for.
 * @param heads staff in post in England [o]
 */
function recruits(base: BaseYear, hazards: Hazards, o: number, heads: readonly number[]): number {
  const joiners = base.joinerRate[o]! * heads[o]!
  const counted = base.rateGroups.filter(({ leavesFile }) => leavesFile)
  const group = counted.find(({ members }) => members.includes(o))
  const all = sumMoves(hazards, o, () => true)
  if (!group) return joiners - all
  const inFile = new Set(counted.flatMap(({ members }) => members))
  const fromOutside = sumMoves(hazards, o, (other, isIn) => isIn && !inFile.has(other))
  const inside = sumMoves(hazards, o, (other) => inFile.has(other))
  const staff = group.members.reduce((sum, member) => sum + heads[member]!, 0)
  const share = staff > 0 ? heads[o]! / staff : 0
  return joiners - fromOutside - inside + share * netMoves(hazards, group.members, counted)
}

/** Moves into an occupation less moves out, of those taken by the other occupation and direction. */
function sumMoves(hazards: Hazards, o: number, isTaken: (other: number, isIn: boolean) => boolean): number {
  return hazards.firstMoves.reduce((net, movers, m) => {
    const from = hazards.moveFrom[m]!
    const to = hazards.moveTo[m]!
    if (to === o && isTaken(from, true)) return net + movers
    if (from === o && isTaken(to, false)) return net - movers
    return net
  }, 0)
}

/** The most of the posts open in a year that can be filled by its end; some are always between people. */
const MOST_FILLED = 0.99

/**
 * Share of the first year’s open posts that must be filled for it to bring the recruits wanted.
 * @param year of one occupation and area: FTE in post, vacancy rate, net share of staff lost to leaving and
 *   moves, FTE that join by other routes, FTE to recruit
 */
function fillShare(year: {
  readonly fte: number
  readonly vacancyRate: number
  readonly lost: number
  readonly joined: number
  readonly recruited: number
}): number {
  if (year.fte <= 0 || year.recruited <= 0) return 0
  const open = year.fte / (1 - year.vacancyRate) - year.fte * (1 - year.lost) - year.joined
  return open > 0 ? Math.min(MOST_FILLED, year.recruited / open) : MOST_FILLED
}

function areaFte(base: BaseYear, o: number, r: number): number {
  const areas = base.sicknessRate.length
  let fte = 0
  for (let c = 0; c < CELLS; c++)
    fte += base.heads[(o * CELLS + c) * areas + r]! * base.participation[o * CELLS + c]!
  return fte * base.participationArea[o * areas + r]!
}

function areaHeads(base: BaseYear, o: number, areas: number): number[] {
  const heads = new Array<number>(areas).fill(0)
  for (let c = 0; c < CELLS; c++)
    for (let r = 0; r < areas; r++) heads[r]! += base.heads[(o * CELLS + c) * areas + r]!
  return heads
}

function meanParticipation(base: BaseYear, profile: Float64Array, o: number): number {
  let sum = 0
  for (let c = 0; c < CELLS; c++) sum += profile[o * CELLS + c]! * base.participation[o * CELLS + c]!
  return sum
}

/** Age-sex profile of a route's joiners by occupation, each summing to 1 [o][s][a]; the sexes as in post. */
function joinerProfiles(reference: Reference, book: AssumptionBook, route: Route): Float64Array {
  const values = new Float64Array(reference.occupations.length * CELLS)
  for (const [o, { profile }] of reference.occupations.entries()) {
    const ages = book.joinerAges.get(bookKey(profile, route))
    const sexes = book.ageSex.get(profile)
    if (!ages || !sexes)
      throw new HeadroomError('table-incomplete', {
        file: 'data/assumptions/joiner-ages.csv',
        missing: `${profile}, ${route}`,
      })
    const years = singleYears(ages.bands, JOINER_BANDS)
    const total = years.reduce((a, b) => a + b, 0)
    for (const [s, share] of [sexes.female, 1 - sexes.female].entries())
      for (let a = 0; a < AGES; a++) values[(o * SEXES.length + s) * AGES + a] = (share * years[a]!) / total
  }
  return values
}
