import { describe, expect, it } from 'vitest'
import { fitHazards } from '../../src/assumptions/hazards.ts'
import { CELLS } from '../../src/domain/cohort.ts'
import { CENTRAL_DRAW, createDrawFactors } from '../../src/engine/ensemble/draw-factors.ts'
import { simulateDraw } from '../../src/engine/reference/simulate-draw.ts'
import { readInputs } from '../../src/pipeline/read-inputs.ts'
import { dataFiles } from '../support/data-files.ts'

/*
 * The band of a staff group's observed flows in a year.
 * Leavers: twelve times the month's, annualised, times what the yearly rate has been over the years known:
 * all NHS staff 9.2 % to 12.5 %, 10.1 % in the year to September 2024 that the annualisation is from; and
 * two standard errors of a Poisson count either way, for the month is a sample.
 * Joiners: those leavers, plus the slowest and the fastest growth of the group's heads in any year of the
 * grade series (2009 to 2022) or since, to October 2025, which is what joiners less leavers must have been.
 */
const LOWEST_OVER_NOW = 9.2 / 10.1
const HIGHEST_OVER_NOW = 12.5 / 10.1

const { reference, statistics, book, base, model } = readInputs(dataFiles(), 1)
const hazards = fitHazards(reference, book, base)
const areas = reference.areas.length
const {
  staff: [, end],
} = simulateDraw(model, createDrawFactors(model)(0, CENTRAL_DRAW))
const groups = base.rateGroups.filter(({ leavesFile }) => leavesFile)
const inFile = new Set(groups.flatMap(({ members }) => members))

const GRADES: Readonly<Record<string, (month: string) => number>> = Object.fromEntries(
  groups.map(({ code }) => [
    code,
    (month: string): number =>
      statistics.grades
        .filter((row) => row.month === month)
        .filter(({ staffGroup, grade }) =>
          code === 'hchs-doctors'
            ? staffGroup === 'all-hchs-doctors' &&
              !/^(all|foundation-doctor|core-training|specialty-registrar)/.test(grade)
            : staffGroup === code && grade === 'all',
        )
        .reduce((sum, { headcount }) => sum + headcount, 0),
  ]),
)
const septembers = [...new Set(statistics.grades.map(({ month }) => month))].filter((m) => m.endsWith('-09'))

/** Slowest and fastest yearly growth of a group's heads. */
function growth(code: string, closing: number): readonly [number, number] {
  const heads = GRADES[code]!
  const yearly = septembers.sort().flatMap((month, i) => {
    const next = septembers[i + 1]
    return next ? [heads(next) / heads(month) - 1] : []
  })
  const months = 40
  const since = (closing / heads('2022-06')) ** (12 / months) - 1
  return [Math.min(...yearly, since), Math.max(...yearly, since)]
}

/** Joiners and leavers of the first projected year on the publisher's definition, heads. */
function modelled(members: readonly number[]): { readonly joiners: number; readonly leavers: number } {
  const flows = { joiners: 0, leavers: 0 }
  for (const o of members)
    for (let r = 0; r < areas; r++) {
      flows.joiners += end![o]![r]!.joinersHeads
      flows.leavers += end![o]![r]!.leaversHeads
    }
  for (const [m, heads] of hazards.firstMoves.entries()) {
    const isFrom = members.includes(hazards.moveFrom[m]!)
    const isTo = members.includes(hazards.moveTo[m]!)
    if (isFrom && !inFile.has(hazards.moveTo[m]!)) flows.leavers += heads
    if (isTo && !inFile.has(hazards.moveFrom[m]!)) flows.joiners += heads
  }
  return flows
}

describe('joiners and leavers of the first projected year, by staff group', () => {
  // Staff of unknown classification, 315 people, come and go with the coding of records.
  const counted = groups.filter(({ code }) => code !== 'nhs-unknown')

  it.each(counted.map(({ code }) => code))('%s: within the band of what was observed', (code) => {
    const { members, month } = groups.find((group) => group.code === code)!
    const { leavers, joiners } = modelled(members)
    const staff = members.reduce(
      (sum, o) =>
        sum +
        base.heads
          .subarray(o * CELLS * areas, (o + 1) * CELLS * areas)
          .reduce((total, people) => total + people, 0),
      0,
    )
    const rate =
      ((12 * month!.leavers) / ((month!.opening + month!.closing) / 2)) *
      book.annualisation.get(code)!.leaverFactor
    const chance = 2 / Math.sqrt(month!.leavers)
    const low = rate * LOWEST_OVER_NOW * (1 - chance)
    const high = rate * HIGHEST_OVER_NOW * (1 + chance)
    const [slowest, fastest] = growth(code, month!.closing)
    expect(leavers / staff).toBeGreaterThan(low)
    expect(leavers / staff).toBeLessThan(high)
    expect(joiners / staff).toBeGreaterThan(low + slowest)
    expect(joiners / staff).toBeLessThan(high + fastest)
  })

  it('all staff groups together: near the published 10.1 % of leavers, and growing by under 3 %', () => {
    const all = groups.flatMap(({ members }) => members)
    const { leavers, joiners } = modelled(all)
    const staff = groups.reduce((sum, { month }) => sum + month!.closing, 0)
    // 10.1 % left in the year to September 2024.
    expect(leavers / staff).toBeGreaterThan(0.095)
    expect(leavers / staff).toBeLessThan(0.107)
    expect((joiners - leavers) / staff).toBeGreaterThan(0)
    expect((joiners - leavers) / staff).toBeLessThan(0.03)
  })
})
