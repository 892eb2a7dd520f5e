import { YOUNGEST } from '../../domain/cohort.ts'
import type { DrawFactors } from '../../domain/draw-factors.ts'
import type { EngineModel } from '../../domain/engine-model.ts'
import { MOST_SICKNESS } from '../limits.ts'
import { baseCells, type Cell, fteByOccupation, range } from './cells.ts'
import { basePipelines } from './pipelines.ts'
import { createPosts, type Posts } from './posts.ts'
import { feedbackOf, pressureOf } from './pressure.ts'
import type { CareRecord, History, YearRecord } from './records.ts'
import { emptyFlows, type Flows, step } from './step.ts'
import { burden, careRecord, unpaidHours } from './unpaid-care.ts'
import type { World } from './world.ts'

export type { CareRecord, History, YearRecord } from './records.ts'

/**
 * The plain engine: one object per cell, one rule per line, no tricks. It is the oracle for the fast
 * kernels, so it is written from the method and shares nothing with them but the inputs.
 */

const AGE_55 = 55 - YOUNGEST

/**
 * Simulates one draw.
 * @param model resolved inputs
 * @param draw the draw's factors
 */
export function simulateDraw(model: EngineModel, draw: DrawFactors): History {
  const cells = baseCells(model)
  const baseFte = fteByOccupation(model, draw, cells, 0)
  const posts = createPosts(model, draw, baseFte)
  const baseHours = range(model.areas).map((r) => unpaidHours(model, draw, baseFte, r, 0))
  const staff = [recordStaff(model, draw, cells, posts, 0, emptyFlows(model), baseFte)]
  const care: CareRecord[][] = [recordCare(model, 0, baseHours, baseHours)]
  let world: World = {
    cells,
    pipelines: range(model.areas).map(() => basePipelines(model)),
    pressure: baseFte.map((row) => row.map(() => 1)),
    burden: range(model.areas).map(() => 1),
  }
  for (let y = 0; y < model.years; y++) {
    const t = y + 1
    const flows = emptyFlows(model)
    const next = step(model, draw, world, posts, y, flows)
    const work = workOf(model, draw, fteByOccupation(model, draw, next.cells, t), world.pressure, t)
    const hours = range(model.areas).map((r) => unpaidHours(model, draw, work, r, t))
    staff.push(recordStaff(model, draw, next.cells, posts, t, flows, work))
    care.push(recordCare(model, t, hours, baseHours))
    world = {
      ...next,
      pressure: work.map((row, o) =>
        row.map((fte, r) => pressureOf(posts.need(o, r, t), fte, posts.need(o, r, 0), baseFte[o]![r]!)),
      ),
      burden: hours.map((total, r) => burden(model, r, t, total, baseHours[r]!)),
    }
  }
  return { staff, care }
}

/** FTE at work in year t, scaled to FTE in post at the base. @param pressure a year before */
function workOf(
  model: EngineModel,
  draw: DrawFactors,
  fte: readonly (readonly number[])[],
  pressure: World['pressure'],
  t: number,
): number[][] {
  const points = model.years + 1
  return fte.map((row, o) =>
    row.map((value, r) => {
      const rate =
        model.sickness[r]! *
        draw.sickness[t]! *
        draw.sicknessFactor[o * points + t]! *
        feedbackOf(pressure[o]![r]!, draw.pressureSickness[o]!)
      const attendance = (1 - Math.min(MOST_SICKNESS, rate)) / (1 - model.sickness[r]!)
      return value * attendance * model.timeAtWork[o * points + t]!
    }),
  )
}

function recordStaff(
  model: EngineModel,
  draw: DrawFactors,
  cells: readonly Cell[],
  posts: Posts,
  t: number,
  flows: readonly (readonly Flows[])[],
  work: readonly (readonly number[])[],
): YearRecord[][] {
  const fte = fteByOccupation(model, draw, cells, t)
  const records = range(model.occupations).map((o) =>
    range(model.areas).map((r): YearRecord => {
      const { joiners, leavers, movesIn, movesOut, international, residual } = flows[o]![r]!
      const funded = posts.funded(o, r, t)
      return {
        supplyHeads: 0,
        supplyFte: fte[o]![r]!,
        fteAtWork: work[o]![r]!,
        needFte: posts.need(o, r, t),
        fundedFte: funded,
        vacantFte: Math.max(0, funded - fte[o]![r]!),
        over55Heads: 0,
        joinersHeads: joiners,
        leaversHeads: leavers,
        movesInHeads: movesIn,
        movesOutHeads: movesOut,
        internationalHeads: international,
        residualHeads: residual,
      }
    }),
  )
  for (const cell of cells) {
    const entry = records[cell.occupation]![cell.area]!
    entry.supplyHeads += cell.heads
    if (cell.age >= AGE_55) entry.over55Heads += cell.heads
  }
  return records
}

const recordCare = (
  model: EngineModel,
  t: number,
  hours: readonly number[],
  baseHours: readonly number[],
): CareRecord[] => hours.map((total, r) => careRecord(model, r, t, total, baseHours[r]!))
