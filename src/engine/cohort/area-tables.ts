import { AGES, SEXES } from '../../domain/cohort.ts'
import type { EngineModel } from '../../domain/engine-model.ts'
import { AREA_NUMBERS, BAND_NUMBERS, type Layout, OCCUPATION_NUMBERS, ROUTES } from './layout.ts'
import type { MovesIn } from './moves.ts'
import { baseActivity, baseFte } from './post-weights.ts'

const CELLS = SEXES.length * AGES

/** Writes what the kernel must know of area r. A band's hazards and FTE per head are its first age's. */
export function writeAreaTables(
  memory: WebAssembly.Memory,
  layout: Layout,
  model: EngineModel,
  bands: Uint32Array,
  moves: MovesIn,
  r: number,
): void {
  const points = model.years + 1
  const ofArea = (values: Float64Array): Float64Array => values.subarray(r * points, (r + 1) * points)
  view(memory, layout.pool, points).set(ofArea(model.pool))
  view(memory, layout.adults, points).set(ofArea(model.care.adults))
  view(memory, layout.needHours, points).set(ofArea(model.care.needHours))
  view(memory, layout.area, AREA_NUMBERS).set(areaNumbers(model, r))
  for (let o = 0; o < model.occupations; o++) {
    writeCells(memory, layout, model, o, r)
    writeBands(memory, layout, model, bands, moves.hazard[o]!, o, r)
    writeOccupation(memory, layout, model, o, r)
    writeYears(memory, layout, model, o, r)
  }
}

/** The numbers of `AreaTable` (assembly/task.ts). */
function areaNumbers(model: EngineModel, r: number): number[] {
  const { care, sickness, years } = model
  const hours = baseUnpaidHours(model, r)
  return [
    sickness[r]!,
    hours,
    hours / care.adults[r * (years + 1)]!,
    care.heavyShare[r]!,
    care.heavyElasticity,
    care.womenShare[r]!,
    care.womenMarginal,
  ]
}

/** Hours of unpaid care a year at the base. */
export function baseUnpaidHours(model: EngineModel, r: number): number {
  let paid = 0
  for (let o = 0; o < model.occupations; o++) paid += model.care.formalHours[o]! * baseFte(model, o, r)
  return Math.max(0, model.care.needHours[r * (model.years + 1)]! - paid)
}

/** What changes from year to year in an occupation and area, but not by draw. */
function writeYears(
  memory: WebAssembly.Memory,
  layout: Layout,
  model: EngineModel,
  o: number,
  r: number,
): void {
  const { occupations, areas, services, years } = model
  const points = years + 1
  const activity = view(memory, layout.activity, points * occupations * services)
  const postsGiven = view(memory, layout.postsGiven, points * occupations)
  const workScale = view(memory, layout.workScale, points * occupations)
  const stayFactor = view(memory, layout.stayFactor, years * occupations)
  const posts = baseFte(model, o, r) * model.fundedRatio[o * areas + r]!
  for (let t = 0; t < points; t++) {
    const at = t * occupations + o
    for (let v = 0; v < services; v++)
      activity[at * services + v] =
        model.needWeight[o * services + v]! * model.activity[(v * areas + r) * points + t]!
    postsGiven[at] = posts * model.postsPath[o * points + t]!
    workScale[at] = model.timeAtWork[o * points + t]! / (1 - model.sickness[r]!)
    if (t < years) stayFactor[at] = 1 + model.residual[(o * areas + r) * years + t]!
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
    joiners[i * ROUTES] = model.profileOpen[cell]!
    joiners[i * ROUTES + 1] = model.profileInternational[cell]!
    joiners[i * ROUTES + 2] = model.profileTraining[cell]!
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
  const numbers = cohorts * count * BAND_NUMBERS
  const table = view(memory, layout.bandTable + o * numbers * 8, numbers)
  const area = o * model.areas + r
  let at = 0
  for (let s = 0; s < cohorts; s++)
    for (let b = 0; b < count; b++) {
      const first = (o * cohorts + s) * AGES
      const cell = first + bands[b]!
      const inBand = (profile: Float64Array): number => {
        let sum = 0
        for (let age = bands[b]!; age < bands[b + 1]!; age++) sum += profile[first + age]!
        return sum
      }
      table[at++] = model.hazardLeave[cell]! * model.leaveArea[area]!
      table[at++] = model.hazardRetire[cell]!
      table[at++] = model.hazardIll[cell]!
      table[at++] = moveHazard * model.mobility[bands[b]!]!
      table[at++] = model.participation[cell]! * model.participationArea[area]!
      table[at++] = inBand(model.profileTraining)
      table[at++] = inBand(model.profileInternational)
      table[at++] = inBand(model.profileOpen)
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
  const fte = baseFte(model, o, r)
  const atBase = baseActivity(model, o, r)
  table.set([
    model.trainingArea[i]!,
    model.internationalArea[i]!,
    model.addedArea[i]!,
    model.returners[i]!,
    fill,
    fill > 0 ? 1 / model.openFtePerHead[i]! : 0,
    ftePerJoiner(model.profileTraining),
    ftePerJoiner(model.profileInternational),
    ftePerJoiner(model.profileOpen),
    fte,
    fte * model.needRatio[i]!,
    fte * model.unmetRatio[i]!,
    atBase > 0 ? (fte * model.fundedRatio[i]!) / atBase : 0,
  ])
}
