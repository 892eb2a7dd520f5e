import exp from '@stdlib/math-base-special-exp'
import { AGES, SEXES } from '../../domain/cohort.ts'
import type { DrawFactors } from '../../domain/draw-factors.ts'
import type { EngineModel } from '../../domain/engine-model.ts'
import { baseCells, type Cell, cellIndex, fteOf, range } from './cells.ts'
import { nextStages, type Pipelines } from './pipelines.ts'
import type { Posts } from './posts.ts'
import { feedbackOf } from './pressure.ts'
import { careFactor } from './unpaid-care.ts'
import type { World } from './world.ts'

/** Heads that came and went in one occupation and area in a year. */
export interface Flows {
  joiners: number
  leavers: number
  movesIn: number
  movesOut: number
  international: number
  residual: number
}

/** No flows [o][r]. */
export const emptyFlows = (model: EngineModel): Flows[][] =>
  range(model.occupations).map(() =>
    range(model.areas).map(() => ({
      joiners: 0,
      leavers: 0,
      movesIn: 0,
      movesOut: 0,
      international: 0,
      residual: 0,
    })),
  )

const OLDEST_AGE = AGES - 1

/** Brings people and students from 31 March of year y to the next; counts the flows. */
export function step(
  model: EngineModel,
  draw: DrawFactors,
  world: World,
  posts: Posts,
  y: number,
  flows: Flows[][],
): { readonly cells: Cell[]; readonly pipelines: Pipelines[] } {
  const next = baseCells(model).map((cell) => ({ ...cell, heads: 0 }))
  goAndStay(model, draw, world, y, next, flows)
  const pipelines: Pipelines[] = []
  for (const r of range(model.areas)) {
    const trained = train(model, draw, world, y, r)
    pipelines.push(trained.pipelines)
    for (const o of range(model.occupations))
      join(model, draw, world, posts, y, o, r, trained.completers[o]!, next, flows)
  }
  return { cells: next, pipelines }
}

/** Competing ways out; those who stay or move are a year older. */
function goAndStay(
  model: EngineModel,
  draw: DrawFactors,
  { cells, pressure }: World,
  y: number,
  next: readonly Cell[],
  flows: Flows[][],
): void {
  const { years, areas } = model
  const at = (o: number, s: number, a: number, r: number): Cell => next[cellIndex(o, s, a) * areas + r]!
  const pressed = pressure.map((row, o) => row.map((value) => feedbackOf(value, draw.pressureLeave[o]!)))
  const moving = range(model.occupations).map((o) =>
    range(model.moveFrom.length).filter((m) => model.moveFrom[m] === o),
  )
  for (const cell of cells) {
    const { occupation: o, sex, age, area: r } = cell
    const i = cellIndex(o, sex, age)
    const step = o * years + y
    const leave =
      model.hazardLeave[i]! *
      model.leaveArea[o * areas + r]! *
      draw.leave[step]! *
      draw.placeLeave[r * years + y]! *
      pressed[o]![r]!
    const retire = model.hazardRetire[i]! * draw.retire[step]!
    const ill = model.hazardIll[i]! * draw.ill[step]!
    const moves = moving[o]!.map((m) => ({
      to: model.moveTo[m]!,
      hazard: model.moveHazard[m]! * model.mobility[age]! * draw.move[step]!,
    }))
    const move = moves.reduce((sum, { hazard }) => sum + hazard, 0)
    const total = leave + retire + ill + move
    const exits = cell.heads * (1 - exp(-total))
    const residual = (cell.heads - exits) * model.residual[(o * areas + r) * years + y]!
    const older = Math.min(age + 1, OLDEST_AGE)
    at(o, sex, older, r).heads += cell.heads - exits + residual
    flows[o]![r]!.residual += residual
    if (total === 0) continue
    flows[o]![r]!.leavers += (exits * (leave + retire + ill)) / total
    flows[o]![r]!.movesOut += (exits * move) / total
    for (const { to, hazard } of moves) {
      const movers = (exits * hazard) / total
      at(to, sex, older, r).heads += movers
      flows[to]![r]!.movesIn += movers
    }
  }
}

/** A year of training as one area's pressure shapes it: who completes and joins, all England [o]. */
function train(
  model: EngineModel,
  draw: DrawFactors,
  { pipelines, pressure }: World,
  y: number,
  r: number,
): { readonly pipelines: Pipelines; readonly completers: number[] } {
  const completers = range(model.occupations).map(() => 0)
  const next = pipelines[r]!.map((stages, p) => {
    const o = model.programmeOccupation[p]!
    const lost =
      draw.attrition[p * model.years + y]! * feedbackOf(pressure[o]![r]!, draw.pressureAttrition[o]!)
    const year = nextStages(model, p, y, stages, lost)
    completers[o]! += year.completers * model.programmeJoin[p * model.years + y]!
    return year.stages
  })
  return { pipelines: next, completers }
}

/** Joiners of one occupation and area by every route; recruits fill the posts that the others leave open. */
function join(
  model: EngineModel,
  draw: DrawFactors,
  { burden }: World,
  posts: Posts,
  y: number,
  o: number,
  r: number,
  completers: number,
  next: readonly Cell[],
  flows: Flows[][],
): void {
  const { areas, years } = model
  const i = o * areas + r
  const step = o * years + y
  const t = y + 1
  const flow = flows[o]![r]!
  const at = (s: number, a: number): Cell => next[cellIndex(o, s, a) * areas + r]!
  const add = (heads: number, profile: Float64Array): void => {
    for (const s of range(SEXES.length))
      for (const a of range(AGES)) at(s, a).heads += heads * profile[cellIndex(o, s, a)]!
    flow.joiners += heads
  }
  add(completers * draw.training[step]! * model.trainingArea[i]!, model.profileTraining)
  flow.international = draw.international[step]! * model.internationalArea[i]!
  add(flow.international, model.profileInternational)
  add(
    model.returners[i]! * draw.returning[step]! + draw.added[step]! * model.addedArea[i]!,
    model.profileOpen,
  )
  if (model.fill[i]! === 0) return
  let filled = 0
  for (const s of range(SEXES.length)) for (const a of range(AGES)) filled += fteOf(model, draw, at(s, a), t)
  const open = Math.max(0, posts.funded(o, r, t) - filled)
  const share = Math.min(1, model.fill[i]! * draw.fill[step]! * draw.placeFill[r * years + y]!)
  const pool = model.pool[r * (years + 1) + t]! * careFactor(draw, y, burden[r]!)
  const ftePerHead = model.openFtePerHead[i]! * draw.participation[o * (years + 1) + t]!
  add((Math.min(1, share * pool) * open) / ftePerHead, model.profileOpen)
}
