import type { AssumptionBook } from '../domain/assumption-book.ts'
import type { BaseYear, RateGroup } from '../domain/base-year.ts'
import type { Finding } from '../domain/finding.ts'
import type { Reference } from '../domain/reference.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import type { Hazards } from './hazards.ts'

/** What opening staff, joiners and leavers of a staff group leave unexplained, heads a year in England. */
export interface GroupResidual {
  readonly group: string
  /** Closing staff less opening staff less joiners plus leavers in the published month. */
  readonly month: number
  /** The same for a year, by the book's rule. */
  readonly year: number
  /** What the model's moves between groups bring in the first year. */
  readonly moves: number
  /** What is left for the residual flow, as a share of those who stay. */
  readonly share: number
}

/** The residual flow of the model. */
export interface Residual {
  /** Share of those who neither left nor moved away that it adds [o][r][y]. */
  readonly flow: Float64Array
  readonly groups: readonly GroupResidual[]
  readonly findings: readonly Finding[]
}

/**
 * The residual flow: in the published figures opening staff plus joiners less leavers is not closing staff,
 * since people change staff group and records are corrected. Per staff group of the turnover file: the
 * month's residual, made a year's, less what the model's moves between those groups explain, as a share of
 * those who stay, the same in all areas; it fades in a straight line to nothing.
 * @param years steps of the projection
 * @throws HeadroomError where a group of the file has no row in `residual.csv`
 */
export function fitResidual(
  reference: Reference,
  book: AssumptionBook,
  base: BaseYear,
  hazards: Hazards,
  years: number,
): Residual {
  const areas = reference.areas.length
  const flow = new Float64Array(reference.occupations.length * areas * years)
  const groups: GroupResidual[] = []
  const inFile = base.rateGroups.filter(({ leavesFile }) => leavesFile)
  for (const { code, members, month } of inFile) {
    if (month === null) continue
    const rule = book.residual.get(code)
    if (!rule)
      throw new HeadroomError('table-incomplete', { file: 'data/assumptions/residual.csv', missing: code })
    const unexplained = month.closing - month.opening - month.joiners + month.leavers
    const year = unexplained * rule.months
    const moves = netMoves(hazards, members, inFile)
    const staying = members.reduce((sum, o) => sum + stayers(base, hazards, o, areas), 0)
    const share = staying > 0 ? (year - moves) / staying : 0
    groups.push({ group: code, month: unexplained, year, moves, share })
    for (const o of members)
      for (let r = 0; r < areas; r++)
        for (let y = 0; y < years; y++)
          flow[(o * areas + r) * years + y] = share * Math.max(0, 1 - y / rule.fadeYears)
  }
  return { flow, groups, findings: groups.map(inWords) }
}

const heads = (value: number): string => (Math.round(value) || 0).toLocaleString('en-GB')

function inWords({ group, month, year, moves, share }: GroupResidual): Finding {
  return {
    rule: 'residual-flow',
    severity: 'note',
    message: `Opening staff, joiners and leavers miss closing staff by ${heads(month)} in the month, taken as ${heads(year)} a year; the model’s moves bring ${heads(moves)}, the residual flow the rest: ${(share * 100).toFixed(2)} % of those who stay in the first year.`,
    place: group,
  }
}

/** Moves into some occupations less moves out, to and from other groups of the same file. */
export function netMoves(hazards: Hazards, members: readonly number[], groups: readonly RateGroup[]): number {
  const inFile = new Set(groups.flatMap((group) => group.members))
  const own = new Set(members)
  return hazards.firstMoves.reduce((net, heads, m) => {
    const from = hazards.moveFrom[m]!
    const to = hazards.moveTo[m]!
    if (!inFile.has(from) || !inFile.has(to) || own.has(from) === own.has(to)) return net
    return own.has(to) ? net + heads : net - heads
  }, 0)
}

function stayers(base: BaseYear, hazards: Hazards, o: number, areas: number): number {
  let stay = 0
  const cells = base.heads.length / areas / (hazards.firstLeavers.length / areas)
  for (let i = o * cells * areas; i < (o + 1) * cells * areas; i++) stay += base.heads[i]!
  for (let r = 0; r < areas; r++)
    stay -= hazards.firstLeavers[o * areas + r]! + hazards.firstMovesOut[o * areas + r]!
  return stay
}
