import { describe, expect, it } from 'vitest'
import { fitHazards } from '../../src/assumptions/hazards.ts'
import { AGES, CELLS } from '../../src/domain/cohort.ts'
import { readInputs } from '../../src/pipeline/read-inputs.ts'
import { dataFiles } from '../support/data-files.ts'

/** A hundredth of a percentage point. */
const HUNDREDTH = 0.0001

const { reference, statistics, book, base, model } = readInputs(dataFiles(), 1)
const hazards = fitHazards(reference, book, base)
const areas = reference.areas.length
const groups = base.rateGroups.filter(({ leavesFile }) => leavesFile)
const inFile = new Set(groups.flatMap(({ members }) => members))

/** Leavers in a year from one occupation and area: left, retired, sick, or moved out of the turnover file. */
function leavers(o: number, r: number, factor: number, scale: number): number {
  let sum = 0
  for (let c = 0; c < CELLS; c++) {
    const people = base.heads[(o * CELLS + c) * areas + r]!
    const gone =
      hazards.leave[o * CELLS + c]! * factor +
      (hazards.retire[o * CELLS + c]! + hazards.ill[o * CELLS + c]!) * scale
    let outside = 0
    let inside = 0
    for (const { from, to, hazard } of book.moves) {
      if (reference.occupations[o]!.code !== from) continue
      const there = reference.occupations.findIndex(({ code }) => code === to)
      const moving = hazard * hazards.mobility[c % AGES]!
      if (inFile.has(o) && !inFile.has(there)) outside += moving * scale
      else inside += moving
    }
    const all = gone + outside + inside
    if (all > 0) sum += (people * (1 - Math.exp(-all)) * (gone + outside)) / all
  }
  return sum
}

const staff = (o: number, r: number): number => {
  let sum = 0
  for (let c = 0; c < CELLS; c++) sum += base.heads[(o * CELLS + c) * areas + r]!
  return sum
}

/** Twelve times a month's leavers over mean staff, times the annualisation factor, from the file's rows. */
function published(group: string, area?: string): { readonly rate: number; readonly leavers: number } {
  let left = 0
  let people = 0
  for (const flow of statistics.flows) {
    if (flow.staffGroup !== group || flow.unit !== 'headcount') continue
    if (area !== undefined && flow.area !== area) continue
    left += flow.leavers
    people += (flow.opening + flow.closing) / 2
  }
  return { rate: ((12 * left) / people) * book.annualisation.get(group)!.leaverFactor, leavers: left }
}

describe('leaver rates of the base year', () => {
  it.each(groups.map(({ code }) => code))('%s: as published in every area, to 0.01 point', (code) => {
    const group = groups.find((one) => one.code === code)!
    for (const [r, area] of reference.areas.entries()) {
      const people = group.members.reduce((sum, o) => sum + staff(o, r), 0)
      const { rate } = published(code, area.code)
      if (people === 0) continue
      const fit = hazards.fits.find((one) => one.group === code && one.area === r)!
      const modelled =
        group.members.reduce((sum, o) => sum + leavers(o, r, fit.factor, fit.scale), 0) / people
      // Posts filled and left again within the year: more than the people in post can give.
      if (rate >= 1) {
        expect(people).toBeLessThan(60)
        continue
      }
      expect(Math.abs(modelled - rate), `${code}, ${area.code}`).toBeLessThan(HUNDREDTH)
    }
  })

  it('scales retirement and sickness only where next to nobody left in the month', () => {
    for (const { group, area, scale } of hazards.fits)
      if (scale < 1 && group !== 'social-care')
        expect(published(group, reference.areas[area]!.code).leavers).toBeLessThanOrEqual(2)
  })

  it.each(groups.map(({ code }) => code))('%s: England’s published rate in the projection too', (code) => {
    const group = groups.find((one) => one.code === code)!
    let left = 0
    let people = 0
    for (const o of group.members)
      for (let r = 0; r < areas; r++) {
        left += leavers(o, r, model.leaveArea[o * areas + r]!, 1)
        people += staff(o, r)
      }
    expect(Math.abs(left / people - published(code).rate)).toBeLessThan(HUNDREDTH)
  })

  it('social care: areas differ as their turnover does, the nation’s leavers stay', () => {
    const care = base.rateGroups.find(({ code }) => code === 'social-care')!
    let left = 0
    let expected = 0
    for (const o of care.members)
      for (let r = 0; r < areas; r++) {
        left += leavers(o, r, model.leaveArea[o * areas + r]!, 1)
        expected += base.leaverRate[o]! * staff(o, r)
      }
    expect(left / expected).toBeCloseTo(1, 6)
    expect(Math.max(...care.projected) / Math.min(...care.projected)).toBeGreaterThan(1.3)
  })

  it('every occupation’s own national rate comes out as well', () => {
    for (const [o, { code }] of reference.occupations.entries()) {
      let left = 0
      let people = 0
      for (let r = 0; r < areas; r++) {
        left += leavers(o, r, model.leaveArea[o * areas + r]!, 1)
        people += staff(o, r)
      }
      expect(Math.abs(left / people - base.leaverRate[o]!), code).toBeLessThan(HUNDREDTH)
    }
  })
})
