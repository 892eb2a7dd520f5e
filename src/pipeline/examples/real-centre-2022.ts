import { findRoot } from '../../stats/find-root.ts'
import { probabilityToHazard } from '../../units/annual-rate.ts'
import { share } from '../../units/quantity.ts'
import { type Group, runGroups } from './group-model.ts'
import { readFigures, type WorkedExample } from './worked-example.ts'

const BASE = 2022
const YEARS = 9
/** Points in time of the printed years 2024/25 and 2030/31. */
const IN_2025 = 3
const IN_2031 = 9

/** The REAL Centre's projections of 2022 to 2030/31: all staff of trusts and general practice, and GPs. */
export const realCentre2022: WorkedExample = {
  code: 'real-centre-2022',
  title: 'The REAL Centre’s projections, 2022',
  source:
    'The Health Foundation’s REAL Centre, NHS workforce projections 2022, July 2022 with its revision, current policy ' +
    'scenario; the model itself was not published.',
  assumed: [
    'Demand of 2021/22 is the gap over its printed share, 7 %; demand grows by the same rate every year to the gap of 2030/31 over 9 %.',
    'All staff leave at one rate and as many join every year as make the gap of 2030/31 the printed one.',
    'GPs leave at 8.5 % a year; two training places bring one full-time GP; other joiners make the gap of 2030/31 the printed one.',
    'The pessimistic scenario has 30 % more leavers and the optimistic a quarter fewer and 5,000 training places; the source’s own settings are not printed with the figures.',
  ],
  run(files) {
    const of = readFigures(files, 'real-centre-2022')
    const hazard = (rate: number): number => probabilityToHazard(share(rate))
    const growing = (from: number, to: number): number[] => {
      // Compounds to the end by the rate whose power is the ratio.
      const rate = findRoot((growth) => power(1 + growth, IN_2031) - to / from, -0.5, 1)
      return Array.from({ length: YEARS + 1 }, (_, t) => power(1 + rate, t))
    }
    const simulate = (group: Group, activity: number[]) =>
      runGroups({ baseYear: BASE, years: YEARS, groups: [group], activity: [activity] }).map(
        ([record]) => record!.needFte - record!.supplyFte,
      )
    const staff = (fte: number, rate: number, needRatio: number): Group => ({
      heads: [fte, 0],
      ftePerHead: [1, 1],
      leaving: [hazard(rate), hazard(rate)],
      joinersFemale: 1,
      needRatio,
    })

    const demand = of('gap_2022') / of('gap_share_2022')
    const supply = demand - of('gap_2022')
    const later = of('gap_2031') / of('gap_share_2031')
    const all = (others: number): number[] =>
      simulate({ ...staff(supply, of('leaver_rate'), demand / supply), others }, growing(demand, later))
    const joiners = findRoot((others) => all(others)[IN_2031]! - of('gap_2031'), 0, supply)
    const gaps = all(joiners)

    const gps = of('gp_supply_2022')
    const wanted = gps + of('gp_gap_2022')
    const gpGap = (leaving: number, places: number, others: number): number => {
      const length = of('gp_training_length')
      return simulate(
        {
          ...staff(gps, of('gp_leaver_rate'), wanted / gps),
          leavingPath: new Array<number>(YEARS).fill(
            hazard(of('gp_leaver_rate') * leaving) / hazard(of('gp_leaver_rate')),
          ),
          others,
          programme: {
            length,
            intake: [
              ...new Array<number>(length).fill(of('gp_places')),
              ...new Array<number>(YEARS).fill(places),
            ],
            attrition: 0,
            join: of('gp_fte_per_trainee'),
          },
        },
        growing(wanted, of('gp_demand_2031')),
      )[IN_2031]!
    }
    const otherGps = findRoot((others) => gpGap(1, of('gp_places'), others) - of('gp_gap_2031'), -3000, 3000)
    const once = (key: string): readonly [number, number] => [of(key), of(key)]
    return [
      {
        name: 'Gap of all staff in 2030/31',
        unit: 'FTE',
        printed: once('gap_2031'),
        ours: gaps[IN_2031]!,
        tolerance: 500,
      },
      {
        name: 'Gap of all staff in 2024/25',
        unit: 'FTE',
        printed: once('gap_2025'),
        ours: gaps[IN_2025]!,
        tolerance: 500,
        missed: {
          by: -84_000,
          why: 'the printed gaps rise to 2024/25 and fall afterwards: with even growth of demand that takes joiners who vary from year to year, and their numbers are not printed',
        },
      },
      {
        name: 'Gap of GPs in 2030/31, current policy',
        unit: 'FTE',
        printed: once('gp_gap_2031'),
        ours: gpGap(1, of('gp_places'), otherGps),
        tolerance: 50,
      },
      {
        name: 'Gap of GPs in 2030/31, pessimistic',
        unit: 'FTE',
        printed: once('gp_gap_pessimistic_2031'),
        ours: gpGap(of('gp_leaver_worse'), of('gp_places'), otherGps),
        tolerance: 500,
        missed: {
          by: -5_800,
          why: 'a rate of leaving raised by 30 % does not explain it, and the source’s settings are not printed with the figure',
        },
      },
      {
        name: 'Gap of GPs in 2030/31, optimistic',
        unit: 'FTE',
        printed: once('gp_gap_optimistic_2031'),
        ours: gpGap(of('gp_leaver_better'), of('gp_places_better'), otherGps),
        tolerance: 500,
        missed: {
          by: 900,
          why: 'the leavers and places assumed here do not explain it, and the source’s settings are not printed with the figure',
        },
      },
    ]
  },
}

/** A whole power by multiplying. */
function power(base: number, exponent: number): number {
  let product = 1
  for (let i = 0; i < exponent; i++) product *= base
  return product
}
