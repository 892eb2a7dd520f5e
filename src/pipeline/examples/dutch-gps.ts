import exp from '@stdlib/math-base-special-exp'
import ln from '@stdlib/math-base-special-ln'
import { findRoot } from '../../stats/find-root.ts'
import { type BySex, type Group, runGroups } from './group-model.ts'
import { readFigures, type WorkedExample } from './worked-example.ts'

const YEARS = 10
/** Years of training to become a general practitioner in the Netherlands. */
const TRAINING = 3
/** Years in which the current intake can still be changed and counts by 2019: entrants of 2011 to 2015. */
const FUTURE = [2, 3, 4, 5, 6]
const YEARS_2009_2010 = [0, 1]

/**
 * General practitioners in the Netherlands, 2009 to 2019: the worked example of the Dutch planning model.
 * Each of the source's five groups (in post, from abroad, in training, and two sets of cohorts) is a group of the
 * engine, with leaving rates that give the numbers still active as printed.
 */
export const dutchGps: WorkedExample = {
  code: 'dutch-gps',
  title: 'Dutch general practitioners, 2009 to 2019',
  source:
    'Van Greuningen, Batenburg and Van der Velden, “Ten years of health workforce planning in the Netherlands: a ' +
    'tentative evaluation of GP planning as an example”, Human Resources for Health, 2012: tables of the simulation model.',
  assumed: [
    'Those who leave do so at a constant yearly rate within each group; the source prints only how many are left in 2019.',
    'Training takes three years, losses fall evenly on them, and the three years in training in 2009 began with equal intakes.',
    'Arrivals from abroad are the same every year, and 52 % of them are women: the share that, with 71 % women among the other joiners, gives the printed sexes of 2019.',
    'FTE per head is 0.5514 for women and 0.8220 for men: the source prints 0.551 and 0.822, and totals that only the unrounded figures give.',
    'Need grows evenly over the ten years; only its end is printed.',
  ],
  run(files) {
    const of = readFigures(files, 'dutch-gps')
    const fte: BySex = [of('fte_f_unrounded'), of('fte_m_unrounded')]
    const inPost: BySex = [of('heads_2009_f'), of('heads_2009_m')]
    const required = of('required_2009_printed')
    const availableAtBase = inPost[0] * fte[0] + inPost[1] * fte[1]
    const kept: BySex = [1 - of('outflow_f') / inPost[0], 1 - of('outflow_m') / inPost[1]]
    const female = of('joiners_female')

    const joined = (rates: number): Omit<Group, 'programme' | 'abroad'> => ({
      heads: [0, 0],
      ftePerHead: fte,
      leaving: [rates, rates],
      joinersFemale: female,
    })
    /** Constant leaving rate at which those who joined at the given points are so many by the end. */
    const rateFor = (joiners: readonly (readonly [point: number, heads: number])[], active: number): number =>
      findRoot(
        (rate) =>
          joiners.reduce((sum, [point, heads]) => sum + heads * keptAfter(rate, YEARS - point), 0) - active,
        0,
        1,
      )
    const stay = (completed: number, started: number): number =>
      findRoot((share) => share * share * share - completed / started, 0, 1)

    const arrivals = new Array<number>(YEARS).fill(of('abroad_inflow') / YEARS)
    const abroadRate = rateFor(
      arrivals.map((heads, y) => [y + 1, heads] as const),
      of('abroad_active_2019'),
    )
    // Stages hold I, I s, I s²; each ends with I s³.
    const inTrainingStay = findRoot(
      (s) => {
        const intake = of('in_training_2009') / (1 + s + s * s)
        return TRAINING * intake * s * s * s - of('in_training_complete')
      },
      0.5,
      1,
    )
    const inTrainingIntake = of('in_training_2009') / (1 + inTrainingStay + inTrainingStay * inTrainingStay)
    const finishing = of('in_training_complete') / TRAINING
    const inTrainingRate = rateFor(
      [1, 2, 3].map((t) => [t, finishing]),
      of('in_training_active_2019'),
    )
    const earlyStay = stay(of('cohorts_2009_2010_complete'), of('cohorts_2009_2010_start'))
    const futureStay = stay(of('future_cohorts_complete'), of('future_cohorts_start'))
    const each = (total: string, years: readonly number[]): (readonly [number, number])[] =>
      years.map((y) => [y + TRAINING + 1, of(total) / years.length])
    const earlyRate = rateFor(
      each('cohorts_2009_2010_complete', YEARS_2009_2010),
      of('cohorts_2009_2010_active_2019'),
    )
    const futureRate = rateFor(each('future_cohorts_complete', FUTURE), of('future_cohorts_active_2019'))

    const intakes = (history: number, years: readonly number[], entrants: number): number[] => [
      ...new Array<number>(TRAINING).fill(history),
      ...Array.from({ length: YEARS }, (_, y) => (years.includes(y) ? entrants : 0)),
    ]
    const programme = (intake: number[], stays: number): NonNullable<Group['programme']> => ({
      length: TRAINING,
      intake,
      attrition: 1 - stays,
      join: 1,
    })
    const simulate = (intake: number, growth: number) =>
      runGroups({
        baseYear: 2009,
        years: YEARS,
        activity: [Array.from({ length: YEARS + 1 }, (_, t) => 1 + (growth * t) / YEARS)],
        groups: [
          {
            heads: inPost,
            ftePerHead: fte,
            leaving: [-ln(kept[0]) / YEARS, -ln(kept[1]) / YEARS],
            joinersFemale: female,
            needRatio: required / availableAtBase,
          },
          { ...joined(abroadRate), joinersFemale: of('abroad_female'), abroad: arrivals },
          {
            ...joined(inTrainingRate),
            programme: programme(intakes(inTrainingIntake, [], 0), inTrainingStay),
          },
          {
            ...joined(earlyRate),
            programme: programme(
              intakes(0, YEARS_2009_2010, of('cohorts_2009_2010_start') / YEARS_2009_2010.length),
              earlyStay,
            ),
          },
          { ...joined(futureRate), programme: programme(intakes(0, FUTURE, intake), futureStay) },
        ],
      }).at(-1)!
    const total = (
      records: ReturnType<typeof simulate>,
      pick: 'supplyHeads' | 'supplyFte' | 'needFte',
    ): number => records.reduce((sum, record) => sum + record[pick], 0)

    const growth = of('demographic_growth')
    const withOther = (1 + growth) * (1 + of('other_developments_s1')) - 1
    const current = of('intake_current')
    const plain = simulate(current, growth)
    const supply = total(plain, 'supplyFte')
    const perPlace = (supply - total(simulate(0, growth), 'supplyFte')) / current
    const needed = [total(plain, 'needFte'), total(simulate(current, withOther), 'needFte')] as const
    const intakeFor = (need: number): number =>
      findRoot((intake) => total(simulate(intake, growth), 'supplyFte') - need, 0, 4 * current)
    const figure = (key: string, name: string, unit: string, ours: number, tolerance: number) => ({
      name,
      unit,
      printed: [of(key), of(key)] as const,
      ours,
      tolerance,
    })
    return [
      figure('heads_2019', 'In practice in 2019', 'heads', total(plain, 'supplyHeads'), 0.5),
      figure('available_2019', 'Available in 2019', 'FTE', supply, 0.5),
      figure('required_2019_s0', 'Required in 2019, population alone', 'FTE', needed[0], 0.5),
      figure('required_2019_s1', 'Required in 2019, other developments too', 'FTE', needed[1], 0.5),
      figure('gap_s0', 'Surplus, population alone', 'FTE', supply - needed[0], 0.5),
      figure('gap_s1', 'Shortage, other developments too', 'FTE', supply - needed[1], 0.5),
      figure('fte_per_yearly_place', 'FTE in 2019 for each yearly training place', 'FTE', perPlace, 0.002),
      figure('intake_s0', 'Intake that balances, population alone', 'a year', intakeFor(needed[0]), 0.5),
      figure(
        'intake_s1',
        'Intake that balances, other developments too',
        'a year',
        intakeFor(needed[1]),
        0.5,
      ),
    ]
  },
}

/** Share still active after so many years at a constant hazard. */
const keptAfter = (rate: number, years: number): number => exp(-rate * years)
