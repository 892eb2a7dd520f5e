import { AGES, SEXES } from '../../domain/cohort.ts'
import type { EngineModel } from '../../domain/engine-model.ts'
import { LANES } from './lanes.ts'
import { type Layout, PROGRAMME_WORDS } from './layout.ts'
import type { ModelTables } from './model-tables.ts'
import { programmeTables } from './programme-tables.ts'
import { exitSeries, growthSeries } from './series.ts'

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
  const numbers = (address: number, values: ArrayLike<number>): void =>
    new Float64Array(memory.buffer, address, values.length).set(values)
  const bytes = (row: number): number => row * LANES * 8
  numbers(layout.exitSeries, exitSeries)
  numbers(layout.growthSeries, growthSeries)
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
  words(layout.routes, routes(model, bands))
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

/**
 * Routes that joiners come by at the ages that follow those of a band: 0 only others, 1 from abroad too, 2 training
 * as well, which needs a programme [o][s][b].
 */
function routes(
  { occupations, profileTraining, profileInternational, programmeOccupation }: EngineModel,
  bands: Uint32Array,
): Uint32Array {
  const count = bands.length - 1
  return Uint32Array.from({ length: occupations * SEXES.length * count }, (_, i) => {
    const cohort = Math.floor(i / count)
    const [first, end] = [bands[i % count]! + 1, Math.min(bands[(i % count) + 1]!, AGES - 1) + 1]
    const comeBy = (profile: Float64Array): boolean =>
      profile.subarray(cohort * AGES + first, cohort * AGES + end).some((share) => share !== 0)
    const isTrained = programmeOccupation.includes(Math.floor(cohort / SEXES.length))
    if (isTrained && comeBy(profileTraining)) return 2
    return comeBy(profileInternational) ? 1 : 0
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
