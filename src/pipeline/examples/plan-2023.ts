import { findRoot } from '../../stats/find-root.ts'
import { probabilityToHazard } from '../../units/annual-rate.ts'
import { share } from '../../units/quantity.ts'
import { type Group, runGroups } from './group-model.ts'
import { readFigures, type WorkedExample } from './worked-example.ts'

const BASE = 2022
const YEARS = 15
/** Year of entry in which the plan's training places stop growing. */
const FULL = 9
/** Year of entry of the plan's half-way mark, 2028/29. */
const HALF = 6

/**
 * The NHS Long Term Workforce Plan of 2023, as far as its printed figures say what it did: one group of
 * all staff for the totals, and nurses and doctors by themselves for theirs.
 */
export const plan2023: WorkedExample = {
  code: 'plan-2023',
  title: 'The NHS Long Term Workforce Plan, 2023',
  source:
    'NHS England, NHS Long Term Workforce Plan, June 2023, as printed there and in the National Audit Office’s report on ' +
    'its modelling of March 2024 and others’ commentaries; the workings were not published.',
  assumed: [
    'All staff are one group with one leaver rate. Need grows evenly to the middle of the printed range for 2036/37.',
    'Joiners in 2022 are as many as make the shortfall of 2036/37 the middle of the printed range if nothing changes. Those who join neither from training nor from abroad stay as many throughout.',
    'Training places grow evenly between the years for which a number is printed. Students of all professions take three years, 4.5 % are lost a year and three quarters of those who finish join.',
    'Leaver rates and the share of joiners from abroad move evenly from the printed start to the middle of the printed end.',
    'Nurses and doctors join by training and from abroad in the proportions of the professional registers; returners are left out. Their numbers in 2022 are rounded from statistics and not re-checked. Doctors’ leaver rate is assumed.',
  ],
  run(files) {
    const of = readFigures(files, 'plan-2023')
    const middle = (key: string): number => (of(`${key}_low`) + of(`${key}_high`)) / 2
    const range = (key: string): readonly [number, number] => [of(`${key}_low`), of(`${key}_high`)]
    const supply = of('supply_2022')
    const need = supply + of('shortfall_2022')
    const required = middle('required_2037')
    const hazard = (rate: number): number => probabilityToHazard(share(rate))
    const between = (from: number, to: number, share: number): number => from + (to - from) * share
    const yearly = (value: (y: number) => number): number[] =>
      Array.from({ length: YEARS }, (_, y) => value(y))
    const leaver = of('leaver_rate_2022')
    const leavingPath = yearly(
      (y) => hazard(between(leaver, middle('leaver_rate_2037'), (y + 1) / YEARS)) / hazard(leaver),
    )
    const end = (groups: readonly Group[]) => {
      const growth = required / need
      const activity = [Array.from({ length: YEARS + 1 }, (_, t) => 1 + ((growth - 1) * t) / YEARS)]
      return runGroups({ baseYear: BASE, years: YEARS, groups, activity }).at(-1)![0]!
    }
    const group = (heads: number, rate: number): Group => ({
      heads: [heads, 0],
      ftePerHead: [1, 1],
      leaving: [hazard(rate), hazard(rate)],
      joinersFemale: 1,
    })
    const abroadPath = (start: number, share: number, domestic: number): number[] =>
      yearly((y) => between(start, (share / (1 - share)) * domestic, (y + 1) / YEARS))

    const length = of('training_length')
    const students = of('students_2022')
    const programme = (intake: (y: number) => number): NonNullable<Group['programme']> => ({
      length,
      intake: [...new Array<number>(length).fill(students), ...yearly(intake)],
      attrition: of('training_attrition'),
      join: of('training_join'),
    })
    const flat = programme(() => students)
    const grown = programme((y) => between(students, of('students_2031'), Math.min(1, y / FULL)))
    let stays = of('training_join')
    for (let year = 0; year < length; year++) stays *= 1 - of('training_attrition')
    const all = { ...group(supply, leaver), needRatio: need / supply }
    const doNothing = (joiners: number) =>
      end([
        {
          ...all,
          programme: flat,
          abroad: yearly(() => joiners * of('abroad_share_2022')),
          others: joiners * (1 - of('abroad_share_2022')) - students * stays,
        },
      ])
    const joiners = findRoot(
      (candidate) => {
        const { needFte, supplyFte } = doNothing(candidate)
        return needFte - supplyFte - middle('shortfall_2037')
      },
      students * stays * 1.5,
      supply,
    )
    const others = joiners * (1 - of('abroad_share_2022')) - students * stays
    const untouched = doNothing(joiners)
    const plan = end([
      {
        ...all,
        leavingPath,
        programme: grown,
        others,
        abroad: abroadPath(
          joiners * of('abroad_share_2022'),
          middle('abroad_share_2037'),
          others + of('students_2031') * stays,
        ),
      },
    ])

    const nurseTraining = (y: number): number =>
      y <= HALF
        ? between(of('nurse_places_2022'), of('nurse_places_2028'), y / HALF)
        : between(of('nurse_places_2028'), of('nurse_places_2031'), Math.min(1, (y - HALF) / (FULL - HALF)))
    const nurseStart = of('nurse_places_2022') * of('nurses_per_place')
    const nurses = end([
      {
        ...group(of('nurses_2022'), leaver),
        leavingPath,
        programme: {
          length,
          intake: [...new Array<number>(length).fill(of('nurse_places_2022')), ...yearly(nurseTraining)],
          attrition: 0,
          join: of('nurses_per_place'),
        },
        abroad: abroadPath(
          nurseStart / of('nurse_domestic_share') - nurseStart,
          middle('abroad_share_2037'),
          of('nurse_places_2031') * of('nurses_per_place'),
        ),
      },
    ])

    const medicalLength = of('medical_length')
    const medicalTraining = (y: number): number =>
      y <= HALF
        ? between(of('medical_places_2022'), of('medical_places_2028'), y / HALF)
        : between(
            of('medical_places_2028'),
            of('medical_places_2031'),
            Math.min(1, (y - HALF) / (FULL - HALF)),
          )
    let medicalStays = of('medical_join')
    for (let year = 0; year < medicalLength; year++) medicalStays *= 1 - of('medical_attrition')
    const medicalStart = of('medical_places_2022') * medicalStays
    const doctors = end([
      {
        ...group(of('doctors_2022'), of('doctor_leaver_rate')),
        programme: {
          length: medicalLength,
          intake: [
            ...new Array<number>(medicalLength).fill(of('medical_places_2022')),
            ...yearly(medicalTraining),
          ],
          attrition: of('medical_attrition'),
          join: of('medical_join'),
        },
        abroad: yearly(() => medicalStart / of('doctor_domestic_share') - medicalStart),
      },
    ])
    return [
      {
        name: 'Shortfall of 2036/37 if nothing is done',
        unit: 'FTE',
        printed: range('shortfall_2037'),
        ours: untouched.needFte - untouched.supplyFte,
        tolerance: 0,
      },
      {
        name: 'Staff of 2036/37 under the plan',
        unit: 'FTE',
        printed: range('permanent_2037'),
        ours: plan.supplyFte,
        tolerance: 0,
        missed: {
          by: -15_000,
          why: 'less than 1 % below the printed range: neither returners nor the leaver rates of single years are printed',
        },
      },
      {
        name: 'Extra nurses by 2036/37 under the plan',
        unit: 'FTE',
        printed: range('nurses_extra'),
        ours: nurses.supplyFte - of('nurses_2022'),
        tolerance: 0,
        missed: {
          by: -128_000,
          why: 'training and arrivals in the printed proportions and numbers do not bring so many: the rest must be returners, apprentices and other joiners that are not printed',
        },
      },
      {
        name: 'Extra doctors by 2036/37 under the plan, at least',
        unit: 'FTE',
        printed: [of('doctors_extra_low'), Number.POSITIVE_INFINITY],
        ours: doctors.supplyFte - of('doctors_2022'),
        tolerance: 0,
      },
    ]
  },
}
