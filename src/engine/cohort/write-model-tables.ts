import { AGES, SEXES } from '../../domain/cohort.ts'
import type { EngineModel } from '../../domain/engine-model.ts'
import { LANES } from './lanes.ts'
import { type Layout, PROGRAMME_WORDS } from './layout.ts'
import type { ModelTables } from './model-tables.ts'
import { programmeTables } from './programme-tables.ts'

/** Writes what the kernel must know of a model, whatever the area and the draw. */
export function writeModelTables(
  memory: WebAssembly.Memory,
  layout: Layout,
  model: EngineModel,
  { bands, moves, rows, uses, stored }: ModelTables,
  slots: number,
): void {
  const words = (address: number, values: ArrayLike<number>): void =>
    new Uint32Array(memory.buffer, address, values.length).set(values)
  const numbers = (address: number, values: Float64Array): void =>
    new Float64Array(memory.buffer, address, values.length).set(values)
  const bytes = (row: number): number => row * LANES * 8
  words(layout.bandStart, bands)
  words(layout.moveStart, moves.start)
  words(layout.moveFrom, moves.from)
  numbers(layout.moveShare, moves.share)
  words(layout.useStart, uses.start)
  words(layout.useService, uses.service)
  words(layout.yearRow, rows.year.row.map(bytes))
  words(layout.productivityRow, rows.productivity.row.map(bytes))
  words(layout.fundingRow, rows.funding.row.map(bytes))
  words(layout.workingRow, rows.working.row.map(bytes))
  words(layout.pressed, pressed(model))
  words(layout.everyRoute, everyRoute(model, bands))
  // What nobody reads goes to the last row.
  const place = (row: number | null): number => (row ?? stored.count - 1) * slots * 8
  words(
    layout.movesAway,
    stored.movesOut.map((row) => (row === null ? 0 : 1)),
  )
  words(layout.movesOutRow, stored.movesOut.map(place))
  words(layout.vacantRow, stored.vacant.map(place))
  words(layout.transferFrom, model.transferFrom)
  words(layout.transferTo, model.transferTo)
  numbers(layout.transferRate, model.transferRate)
  numbers(layout.formalHours, model.care.formalHours)
  const training = programmeTables(model)
  const programme = new Uint32Array(model.programmeOccupation.length * PROGRAMME_WORDS)
  for (let p = 0; p < model.programmeOccupation.length; p++)
    programme.set(
      [model.programmeOccupation[p]!, model.programmeLength[p]!, bytes(rows.attrition.row[p]!)],
      p * PROGRAMME_WORDS,
    )
  words(layout.programmes, programme)
  numbers(layout.stageBase, training.stages)
  numbers(layout.intake, training.intake)
  numbers(layout.join, training.join)
  numbers(layout.firstYear, model.programmeFirstYear)
}

/** Whether any age of a band has joiners by training or from abroad: 0 or 1 [o][s][b]. */
function everyRoute({ occupations, profileTraining, profileInternational }: EngineModel, bands: Uint32Array) {
  const count = bands.length - 1
  return Uint32Array.from({ length: occupations * SEXES.length * count }, (_, i) => {
    const cohort = Math.floor(i / count) * AGES
    for (let a = bands[i % count]!; a < bands[(i % count) + 1]!; a++)
      if (profileTraining[cohort + a] !== 0 || profileInternational[cohort + a] !== 0) return 1
    return 0
  })
}

/** What pressure acts on in any draw: bits 1 leaving, 2 sickness, 4 attrition, where there is a programme [o]. */
function pressed(model: EngineModel): Uint32Array {
  const bits = new Uint32Array(model.occupations)
  if (!model.feedback) return bits
  const targets = ['pressure-leave', 'pressure-sickness', 'pressure-attrition'] as const
  for (const [i, target] of targets.entries())
    for (const factor of model.uncertainty)
      if (factor.target === target)
        for (let o = 0; o < model.occupations; o++)
          if (factor.members.length === 0 || factor.members.includes(o)) bits[o]! |= 1 << i
  for (let o = 0; o < model.occupations; o++) if (!model.programmeOccupation.includes(o)) bits[o]! &= 3
  return bits
}
