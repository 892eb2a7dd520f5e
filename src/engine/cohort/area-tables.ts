import { AGES, SEXES } from '../../domain/cohort.ts'
import type { EngineModel } from '../../domain/engine-model.ts'
import { type Layout, OCCUPATION_NUMBERS, ROUTES } from './layout.ts'
import type { MovesIn } from './moves.ts'

const CELLS = SEXES.length * AGES

/** Writes what the kernel must know of area r, but for its posts. A band's hazards and FTE per head are its first age's. */
export function writeAreaTables(
  memory: WebAssembly.Memory,
  layout: Layout,
  model: EngineModel,
  bands: Uint32Array,
  moves: MovesIn,
  r: number,
): void {
  const points = model.years + 1
  view(memory, layout.pool, points).set(model.pool.subarray(r * points, (r + 1) * points))
  for (let o = 0; o < model.occupations; o++) {
    writeCells(memory, layout, model, o, r)
    writeBands(memory, layout, model, bands, moves.hazard[o]!, o, r)
    writeOccupation(memory, layout, model, o, r)
  }
}

const view = (memory: WebAssembly.Memory, address: number, numbers: number): Float64Array =>
  new Float64Array(memory.buffer, address, numbers)

function writeCells(
  memory: WebAssembly.Memory,
  layout: Layout,
  model: EngineModel,
  o: number,
  r: number,
): void {
  const first = o * CELLS
  const heads = view(memory, layout.heads + first * 8, CELLS)
  const joiners = view(memory, layout.joiners + first * ROUTES * 8, CELLS * ROUTES)
  for (let i = 0; i < CELLS; i++) {
    const cell = first + i
    heads[i] = model.heads[cell * model.areas + r]!
    joiners[i * ROUTES] = model.profileTraining[cell]!
    joiners[i * ROUTES + 1] = model.profileInternational[cell]!
    joiners[i * ROUTES + 2] = model.profileOpen[cell]!
  }
}

function writeBands(
  memory: WebAssembly.Memory,
  layout: Layout,
  model: EngineModel,
  bands: Uint32Array,
  moveHazard: number,
  o: number,
  r: number,
): void {
  const count = bands.length - 1
  const cohorts = SEXES.length
  const hazards = view(memory, layout.hazards + o * cohorts * count * 32, cohorts * count * 4)
  const first = o * cohorts * count
  const participation = view(memory, layout.participation + first * 8, cohorts * count)
  const area = o * model.areas + r
  let at = 0
  for (let s = 0; s < cohorts; s++)
    for (let b = 0; b < count; b++) {
      const age = bands[b]!
      const cell = (o * cohorts + s) * AGES + age
      hazards[at++] = model.hazardLeave[cell]! * model.leaveArea[area]!
      hazards[at++] = model.hazardRetire[cell]!
      hazards[at++] = model.hazardIll[cell]!
      hazards[at++] = moveHazard * model.mobility[age]!
      participation[s * count + b] = model.participation[cell]! * model.participationArea[area]!
    }
}

function writeOccupation(
  memory: WebAssembly.Memory,
  layout: Layout,
  model: EngineModel,
  o: number,
  r: number,
): void {
  const table = view(memory, layout.occupationTable + o * OCCUPATION_NUMBERS * 8, OCCUPATION_NUMBERS)
  const i = o * model.areas + r
  const fill = model.fill[i]!
  const ftePerJoiner = (profile: Float64Array): number => {
    let fte = 0
    for (let cell = o * CELLS; cell < (o + 1) * CELLS; cell++)
      fte += profile[cell]! * model.participation[cell]!
    return fte * model.participationArea[i]!
  }
  table[0] = model.trainingArea[i]!
  table[1] = model.internationalArea[i]!
  table[2] = model.returners[i]!
  table[3] = fill
  table[4] = fill > 0 ? 1 / model.openFtePerHead[i]! : 0
  table[5] = ftePerJoiner(model.profileTraining)
  table[6] = ftePerJoiner(model.profileInternational)
  table[7] = ftePerJoiner(model.profileOpen)
}
