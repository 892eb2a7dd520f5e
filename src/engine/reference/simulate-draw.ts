import exp from '@stdlib/math-base-special-exp'
import { AGES, SEXES } from '../../domain/cohort.ts'
import type { DrawFactors } from '../../domain/draw-factors.ts'
import type { EngineModel } from '../../domain/engine-model.ts'

/**
 * The plain engine: one object per cell, one rule per line, no tricks. It is the oracle for the fast
 * kernels, so it is written from the method and shares nothing with them but the inputs.
 */

/** People of one occupation, area, sex and age. */
interface Cell {
  readonly occupation: number
  readonly area: number
  readonly sex: number
  readonly age: number
  heads: number
}

/** What happened in one occupation and area in one year, and how it stood at the end. */
export interface YearRecord {
  supplyHeads: number
  supplyFte: number
  fteAtWork: number
  needFte: number
  fundedFte: number
  joinersHeads: number
  leaversHeads: number
  movesInHeads: number
  movesOutHeads: number
  internationalHeads: number
}

const OLDEST_AGE = AGES - 1

/**
 * Simulates one draw.
 * @param model resolved inputs
 * @param draw the draw's factors
 * @returns records [t][o][r], t from 0 (the base year, whose flows are 0) to `model.years`
 */
export function simulateDraw(model: EngineModel, draw: DrawFactors): YearRecord[][][] {
  let cells = baseCells(model)
  const posts = createPosts(model, draw, cells)
  const history: YearRecord[][][] = [record(model, draw, cells, posts, 0, emptyFlows(model))]
  for (let y = 0; y < model.years; y++) {
    const flows = emptyFlows(model)
    cells = step(model, draw, cells, posts, y, flows)
    history.push(record(model, draw, cells, posts, y + 1, flows))
  }
  return history
}

interface Flows {
  joiners: number
  leavers: number
  movesIn: number
  movesOut: number
  international: number
}

const emptyFlows = (model: EngineModel): Flows[][] =>
  range(model.occupations).map(() =>
    range(model.areas).map(() => ({ joiners: 0, leavers: 0, movesIn: 0, movesOut: 0, international: 0 })),
  )

const range = (length: number): number[] => Array.from({ length }, (_, i) => i)

/** Index of [o][s][a] and of [o][s][a][r]. */
const cellIndex = (o: number, s: number, a: number): number => (o * SEXES.length + s) * AGES + a

function baseCells(model: EngineModel): Cell[] {
  const cells: Cell[] = []
  for (const occupation of range(model.occupations))
    for (const sex of range(SEXES.length))
      for (const age of range(AGES))
        for (const area of range(model.areas)) {
          const heads = model.heads[cellIndex(occupation, sex, age) * model.areas + area]!
          cells.push({ occupation, area, sex, age, heads })
        }
  return cells
}

function fteOf(model: EngineModel, cell: Cell): number {
  const { occupation: o, sex, age, area } = cell
  return (
    cell.heads *
    model.participation[cellIndex(o, sex, age)]! *
    model.participationArea[o * model.areas + area]!
  )
}

interface Posts {
  need(o: number, r: number, t: number): number
  funded(o: number, r: number, t: number): number
}

function createPosts(model: EngineModel, draw: DrawFactors, cells: readonly Cell[]): Posts {
  const points = model.years + 1
  const fte = range(model.occupations).map(() => range(model.areas).map(() => 0))
  for (const cell of cells) fte[cell.occupation]![cell.area]! += fteOf(model, cell)
  const activity = (o: number, r: number, t: number): number => {
    let sum = 0
    for (const v of range(model.services)) {
      const grown = model.activity[(v * model.areas + r) * points + t]! * draw.service[v * points + t]!
      sum += model.needWeight[o * model.services + v]! * grown
    }
    return sum / draw.productivity[o * points + t]!
  }
  const needAtBase = (o: number, r: number): number => {
    const i = o * model.areas + r
    return fte[o]![r]! * (model.needRatio[i]! + model.unmetRatio[i]! * (draw.unmet[o]! - 1))
  }
  return {
    need: (o, r, t) => needAtBase(o, r) * activity(o, r, t),
    funded: (o, r, t) =>
      (fte[o]![r]! * model.fundedRatio[o * model.areas + r]! * activity(o, r, t)) / activity(o, r, 0),
  }
}

function step(
  model: EngineModel,
  draw: DrawFactors,
  cells: readonly Cell[],
  posts: Posts,
  y: number,
  flows: Flows[][],
): Cell[] {
  const next = baseCells(model).map((cell) => ({ ...cell, heads: 0 }))
  const at = (o: number, s: number, a: number, r: number): Cell => next[cellIndex(o, s, a) * model.areas + r]!

  for (const cell of cells) {
    const { occupation: o, sex, age, area } = cell
    const i = cellIndex(o, sex, age)
    const leave =
      model.hazardLeave[i]! * model.leaveArea[o * model.areas + area]! * draw.leave[o * model.years + y]!
    const retire = model.hazardRetire[i]! * draw.retire[o * model.years + y]!
    const ill = model.hazardIll[i]! * draw.ill[o * model.years + y]!
    const moves = range(model.moveFrom.length)
      .filter((m) => model.moveFrom[m] === o)
      .map((m) => ({
        to: model.moveTo[m]!,
        hazard: model.moveHazard[m]! * model.mobility[age]! * draw.move[y]!,
      }))
    const move = moves.reduce((sum, { hazard }) => sum + hazard, 0)
    const total = leave + retire + ill + move
    const exits = cell.heads * (1 - exp(-total))
    const older = Math.min(age + 1, OLDEST_AGE)
    at(o, sex, older, area).heads += cell.heads - exits
    if (total === 0) continue
    flows[o]![area]!.leavers += (exits * (leave + retire + ill)) / total
    flows[o]![area]!.movesOut += (exits * move) / total
    for (const { to, hazard } of moves) {
      const movers = (exits * hazard) / total
      at(to, sex, older, area).heads += movers
      flows[to]![area]!.movesIn += movers
    }
  }

  for (const o of range(model.occupations))
    for (const r of range(model.areas)) {
      const i = o * model.areas + r
      const flow = flows[o]![r]!
      const join = (heads: number, profile: Float64Array): void => {
        for (const s of range(SEXES.length))
          for (const a of range(AGES)) at(o, s, a, r).heads += heads * profile[cellIndex(o, s, a)]!
        flow.joiners += heads
      }
      join(draw.training[o * model.years + y]! * model.trainingArea[i]!, model.profileTraining)
      flow.international = draw.international[o * model.years + y]! * model.internationalArea[i]!
      join(flow.international, model.profileInternational)
      join(model.returners[i]! * draw.returning[o * model.years + y]!, model.profileOpen)
      if (model.fill[i]! > 0) {
        let filled = 0
        for (const s of range(SEXES.length))
          for (const a of range(AGES)) filled += fteOf(model, at(o, s, a, r))
        const open = Math.max(0, posts.funded(o, r, y + 1) - filled)
        const share = Math.min(1, model.fill[i]! * draw.fill[o * model.years + y]!)
        const pool = model.pool[r * (model.years + 1) + y + 1]!
        join((Math.min(1, share * pool) * open) / model.openFtePerHead[i]!, model.profileOpen)
      }
    }
  return next
}

function record(
  model: EngineModel,
  draw: DrawFactors,
  cells: readonly Cell[],
  posts: Posts,
  t: number,
  flows: readonly (readonly Flows[])[],
): YearRecord[][] {
  const records = range(model.occupations).map((o) =>
    range(model.areas).map((r): YearRecord => {
      const flow = flows[o]![r]!
      return {
        supplyHeads: 0,
        supplyFte: 0,
        fteAtWork: 0,
        needFte: posts.need(o, r, t),
        fundedFte: posts.funded(o, r, t),
        joinersHeads: flow.joiners,
        leaversHeads: flow.leavers,
        movesInHeads: flow.movesIn,
        movesOutHeads: flow.movesOut,
        internationalHeads: flow.international,
      }
    }),
  )
  for (const cell of cells) {
    const entry = records[cell.occupation]![cell.area]!
    entry.supplyHeads += cell.heads
    entry.supplyFte += fteOf(model, cell)
  }
  for (const row of records)
    row.forEach((entry, r) => {
      entry.fteAtWork = entry.supplyFte * draw.attendance[r * (model.years + 1) + t]!
    })
  return records
}
