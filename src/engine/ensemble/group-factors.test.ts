import { describe, expect, it } from 'vitest'
import { everyFeature } from '../../../tests/support/every-feature.ts'
import { syntheticModel } from '../../../tests/support/synthetic-model.ts'
import type { EngineModel } from '../../domain/engine-model.ts'
import { YEAR_TARGETS } from '../cohort/factor-rows.ts'
import { groupBlocks } from '../cohort/group-blocks.ts'
import { LANES } from '../cohort/lanes.ts'
import { CENTRAL_DRAW, createDrawFactors } from './draw-factors.ts'
import { planRun } from './ensemble-run.ts'
import { createGroupDraws } from './group-draws.ts'
import { createMakeFactors, groupFactors } from './group-factors.ts'

const SEED = 9
const plain = syntheticModel({
  occupations: 5,
  areas: 3,
  years: 4,
  services: 3,
  movesEach: 1,
  regions: 2,
  seed: 6,
  smooth: true,
})

/** Every factor of a group of draws beside what the draws one by one have: [name, found, expected]. */
function compare(model: EngineModel, group: number): [string, number, number][] {
  const request = {
    model,
    aggregation: { start: Int32Array.of(0, 1), members: Int32Array.of(0) },
    seed: SEED,
    draws: 6,
    rollUp: false,
  }
  const { tables, shape } = planRun(request)
  const { rows } = tables
  const blocks = groupBlocks(shape)
  const out = new Float64Array(blocks.numbers)
  createMakeFactors(groupFactors(model, shape, rows))(createGroupDraws(request).draw(group), out)
  const drawFactors = createDrawFactors(model)
  const { years, occupations, areas, services } = model
  const points = years + 1
  return Array.from({ length: LANES }, (_, lane) => {
    const draw = drawFactors(SEED, group * LANES + lane < 6 ? group * LANES + lane : CENTRAL_DRAW)
    const all: [string, number, number][] = []
    const pair = (name: string, place: number, expected: number): void =>
      void all.push([`${name} of lane ${lane}`, out[place * LANES + lane]!, expected])
    const { leave, retire, ill, move, training, international, returning, fill, added } = draw
    const yearTables = [leave, retire, ill, move, training, international, returning, fill, added]
    for (let y = 0; y < years; y++) {
      for (let o = 0; o < occupations; o++)
        for (const [k, table] of yearTables.entries())
          pair(
            `${YEAR_TARGETS[k]} ${o} ${y}`,
            blocks.year + y * rows.year.count + rows.year.row[o * yearTables.length + k]!,
            table[o * years + y]!,
          )
      for (const [p, row] of rows.attrition.row.entries())
        pair(
          `attrition ${p} ${y}`,
          blocks.attrition + y * rows.attrition.count + row,
          draw.attrition[p * years + y]!,
        )
      for (let r = 0; r < areas; r++)
        for (const [k, table] of [draw.placeLeave, draw.placeFill].entries())
          pair(
            `place ${k} ${r} ${y}`,
            blocks.place + y * rows.place.count + rows.place.row[r * 2 + k]!,
            table[r * years + y]!,
          )
      pair(`carers’ work ${y}`, blocks.carersWork + y, draw.carersWork[y]!)
    }
    for (let t = 0; t < points; t++) {
      for (let v = 0; v < services; v++)
        pair(`service ${v} ${t}`, blocks.service + t * services + v, draw.service[v * points + t]!)
      for (let o = 0; o < occupations; o++) {
        pair(
          `productivity ${o} ${t}`,
          blocks.productivity + t * rows.productivity.count + rows.productivity.row[o]!,
          draw.productivity[o * points + t]!,
        )
        pair(
          `funding ${o} ${t}`,
          blocks.funding + t * rows.funding.count + rows.funding.row[o]!,
          draw.funding[o * points + t]!,
        )
        for (const [k, table] of [draw.participation, draw.sicknessFactor].entries())
          pair(
            `working ${k} ${o} ${t}`,
            blocks.working + t * rows.working.count + rows.working.row[o * 2 + k]!,
            table[o * points + t]!,
          )
      }
      const transfers = model.transferFrom.length
      for (let k = 0; k < transfers; k++)
        pair(`transfer ${k} ${t}`, blocks.transfer + t * transfers + k, draw.transferShare[k * points + t]!)
      pair(`sickness ${t}`, blocks.sickness + t, draw.sickness[t]!)
      pair(`care growth ${t}`, blocks.careGrowth + t, draw.careGrowth[t]!)
    }
    for (let o = 0; o < occupations; o++) {
      pair(`unmet ${o}`, blocks.unmet + o, draw.unmet[o]!)
      for (const [k, table] of [draw.pressureLeave, draw.pressureSickness, draw.pressureAttrition].entries())
        pair(`pressure ${k} ${o}`, blocks.pressure + o * 3 + k, table[o]!)
    }
    pair('care pool', blocks.carePool, draw.carePool)
    return all
  }).flat()
}

describe('factors of a group of draws', () => {
  it.each([
    ['a plain model', plain],
    ['everything on', everyFeature(plain, 3)],
    ['everything but feedback', { ...everyFeature(plain, 5), feedback: false }],
  ])('are those of its draws one by one, to the bit: %s', (_, model) => {
    // The second group ends with the central run.
    for (const group of [0, 1]) {
      const differing = compare(model, group).filter(([, found, expected]) => !Object.is(found, expected))
      expect(differing).toEqual([])
    }
  })
})
