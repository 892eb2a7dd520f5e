import exp from '@stdlib/math-base-special-exp'
import { AGES, CELLS } from '../domain/cohort.ts'
import type { DrawFactors } from '../domain/draw-factors.ts'
import type { EngineModel } from '../domain/engine-model.ts'
import { createTraining, type Training } from './training.ts'

/** What happens to the people of one cell in a step. */
export interface CellStep {
  /** Share that stays, residual flow included [cell]. */
  readonly stay: Float64Array
  /** Share that stays but for the residual flow, exp(-H), and (1 - exp(-H)) / H [cell]. */
  readonly survive: Float64Array
  readonly goPerHazard: Float64Array
  /** All hazards, and that of leaving [cell]. */
  readonly hazard: Float64Array
  readonly leave: Float64Array
}

/**
 * A run of one draw without feedback for a model of one area, with everything that a derivative needs.
 * Cells are [o][s][a].
 */
export interface CentralPath {
  readonly model: EngineModel
  readonly draw: DrawFactors
  readonly training: Training
  /** Heads at each point in time [t][cell]. */
  readonly heads: readonly Float64Array[]
  /** [y] */
  readonly steps: readonly CellStep[]
  /** Moves out of each occupation: where to, and hazard by step and age [o]. */
  readonly moves: readonly (readonly Move[])[]
  /** Share of open posts that open recruitment fills, 0 where none are open [o][y]; open posts, FTE [o][y]. */
  readonly fillShare: Float64Array
  readonly open: Float64Array
  /** 1 where that share would move with its factor, 0 where it is held at all of them [o][y]. */
  readonly isFillFree: Uint8Array
  /** FTE at work per FTE [o][t]. */
  readonly workPerFte: Float64Array
}

/** A move of people from one occupation to another. */
export interface Move {
  readonly to: number
  /** Hazard at mobility 1 in each step [y]. */
  readonly hazard: Float64Array
}

/** The age a year later, as an index of a cell of the same occupation and sex. */
export const older = (cell: number): number => (cell % AGES === AGES - 1 ? cell : cell + 1)

/** FTE per head of a cell of occupation o at point t. */
export const ftePerHead = ({ model, draw }: CentralPath, o: number, cell: number, t: number): number =>
  model.participation[o * CELLS + cell]! *
  model.participationArea[o]! *
  draw.participation[o * (model.years + 1) + t]!

/**
 * Runs a draw.
 * @param model of one area @param funded posts, FTE [o][t]
 */
export function centralPath(model: EngineModel, draw: DrawFactors, funded: Float64Array): CentralPath {
  if (model.areas !== 1) throw new Error(`a plan is made for one area, not for ${model.areas}`)
  const { years, occupations } = model
  const path = {
    model,
    draw,
    training: createTraining(model, draw),
    heads: [model.heads.slice() as Float64Array],
    steps: [] as CellStep[],
    moves: movesOf(model, draw),
    fillShare: new Float64Array(occupations * years),
    open: new Float64Array(occupations * years),
    isFillFree: new Uint8Array(occupations * years),
    workPerFte: workPerFte(model, draw),
  }
  for (let y = 0; y < years; y++) {
    const step = cellStep(path, y)
    path.steps.push(step)
    path.heads.push(nextHeads(path, step, y, funded))
  }
  return path
}

function movesOf(model: EngineModel, draw: DrawFactors): Move[][] {
  const moves = Array.from({ length: model.occupations }, (): Move[] => [])
  for (const [m, from] of model.moveFrom.entries())
    moves[from]!.push({
      to: model.moveTo[m]!,
      hazard: Float64Array.from(
        { length: model.years },
        (_, y) => model.moveHazard[m]! * draw.move[from * model.years + y]!,
      ),
    })
  return moves
}

function cellStep(
  { model, draw, moves }: Pick<CentralPath, 'model' | 'draw' | 'moves'>,
  y: number,
): CellStep {
  const cells = model.occupations * CELLS
  const table = (): Float64Array => new Float64Array(cells)
  const step = { stay: table(), survive: table(), goPerHazard: table(), hazard: table(), leave: table() }
  for (let i = 0; i < cells; i++) {
    const o = Math.floor(i / CELLS)
    const at = o * model.years + y
    const leave = model.hazardLeave[i]! * model.leaveArea[o]! * draw.leave[at]! * draw.placeLeave[y]!
    const move = moves[o]!.reduce((sum, { hazard }) => sum + hazard[y]!, 0) * model.mobility[i % AGES]!
    const hazard =
      leave + model.hazardRetire[i]! * draw.retire[at]! + model.hazardIll[i]! * draw.ill[at]! + move
    const survive = exp(-hazard)
    step.leave[i] = leave
    step.hazard[i] = hazard
    step.survive[i] = survive
    step.stay[i] = survive * (1 + model.residual[at]!)
    step.goPerHazard[i] = hazard > 0 ? (1 - survive) / hazard : 1
  }
  return step
}

function nextHeads(
  path: Pick<CentralPath, 'model' | 'draw' | 'training' | 'heads' | 'moves'> & {
    readonly fillShare: Float64Array
    readonly open: Float64Array
    readonly isFillFree: Uint8Array
  },
  step: CellStep,
  y: number,
  funded: Float64Array,
): Float64Array {
  const { model, draw, training, moves } = path
  const { years, occupations } = model
  const before = path.heads[y]!
  const next = new Float64Array(before.length)
  for (let i = 0; i < before.length; i++) {
    const o = Math.floor(i / CELLS)
    next[older(i)]! += before[i]! * step.stay[i]!
    for (const { to, hazard } of moves[o]!)
      next[to * CELLS + older(i % CELLS)]! +=
        before[i]! * step.goPerHazard[i]! * hazard[y]! * model.mobility[i % AGES]!
  }
  const t = y + 1
  for (let o = 0; o < occupations; o++) {
    const at = o * years + y
    const add = (heads: number, profile: Float64Array): void => {
      for (let i = o * CELLS; i < (o + 1) * CELLS; i++) next[i]! += heads * profile[i]!
    }
    add(training.joiners(o, y), model.profileTraining)
    add(draw.international[at]! * model.internationalArea[o]!, model.profileInternational)
    add(model.returners[o]! * draw.returning[at]! + draw.added[at]! * model.addedArea[o]!, model.profileOpen)
    if (model.fill[o]! === 0) continue
    let filled = 0
    for (let i = o * CELLS; i < (o + 1) * CELLS; i++)
      filled +=
        next[i]! *
        model.participation[i]! *
        model.participationArea[o]! *
        draw.participation[o * (years + 1) + t]!
    const open = Math.max(0, funded[o * (years + 1) + t]! - filled)
    const share = model.fill[o]! * draw.fill[at]! * draw.placeFill[y]!
    const reached = Math.min(1, Math.min(1, share) * model.pool[t]! * draw.carersWork[y]!)
    path.isFillFree[at] = share < 1 && reached < 1 ? 1 : 0
    path.fillShare[at] = open > 0 ? reached : 0
    path.open[at] = open
    add((reached * open) / recruitFte(model, draw, o, t), model.profileOpen)
  }
  return next
}

/** FTE per head of an open recruit. */
export const recruitFte = (model: EngineModel, draw: DrawFactors, o: number, t: number): number =>
  model.openFtePerHead[o]! * draw.participation[o * (model.years + 1) + t]!

function workPerFte(model: EngineModel, draw: DrawFactors): Float64Array {
  const points = model.years + 1
  return Float64Array.from({ length: model.occupations * points }, (_, i) => {
    const t = i % points
    if (t === 0) return 1
    const rate = model.sickness[0]! * draw.sickness[t]! * draw.sicknessFactor[i]!
    return ((1 - rate) / (1 - model.sickness[0]!)) * model.timeAtWork[i]!
  })
}
