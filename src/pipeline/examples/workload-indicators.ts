import { runGroups } from './group-model.ts'
import { readFigures, type WorkedExample } from './worked-example.ts'

/**
 * WHO's Workload Indicators of Staffing Need: staff needed from the volume of each activity, the time one
 * takes and the time a member of staff has. On the engine each activity is a service, and the weights of
 * services in need are their hours.
 */
export const workloadIndicators: WorkedExample = {
  code: 'workload-indicators',
  title: 'Workload indicators of staffing need (WISN)',
  source:
    'The method of WHO, Workload Indicators of Staffing Need: user’s manual, 2010, on a clinic made up for the purpose; ' +
    'the results were worked out by hand from the manual’s formulas.',
  assumed: [
    'In the second year the first activity stops, which shows the staff it takes: the engine’s need falls by them.',
  ],
  run(files) {
    const of = readFigures(files, 'workload-indicators')
    const daysOff = of('public_holidays') + of('annual_leave') + of('sick_leave') + of('other_leave')
    const days = of('weeks') * of('days_per_week') - daysOff
    const hours = days * of('hours_per_day')
    /** Category allowance: everyone spends this share of their time on other work. */
    const allowance = 1 / (1 - of('cas_pct') / 100)
    const staff = [
      (of('activity_A_workload') * of('activity_A_unit_time') * allowance) / hours,
      (of('activity_B_workload') * of('activity_B_unit_time') * allowance) / hours,
      of('additional_hours') / hours,
    ]
    const needed = staff.reduce((a, b) => a + b, 0)
    const current = of('current')
    const run = runGroups({
      baseYear: 2026,
      years: 1,
      groups: [
        {
          heads: [current, 0],
          ftePerHead: [1, 1],
          leaving: [0, 0],
          joinersFemale: 1,
          needRatio: needed / current,
          needWeights: staff.map((fte) => fte / needed),
        },
      ],
      activity: [
        [1, 0],
        [1, 1],
        [1, 1],
      ],
    })
    const base = run[0]![0]!
    const without = run[1]![0]!
    const figure = (key: string, name: string, unit: string, ours: number) => ({
      name,
      unit,
      printed: [of(key), of(key)] as const,
      ours,
      tolerance: 0.00005,
    })
    return [
      figure('awt_days', 'Available working time', 'days', days),
      figure('awt_hours', 'Available working time', 'hours', hours),
      figure('caf', 'Category allowance factor', 'factor', allowance),
      figure(
        'staff_A',
        'Staff for activity A, allowance apart',
        'FTE',
        (base.needFte - without.needFte) / allowance,
      ),
      figure('required', 'Staff required', 'FTE', base.needFte),
      figure('wisn_ratio', 'WISN ratio', 'ratio', base.fteAtWork / base.needFte),
      figure('difference', 'Difference', 'FTE', base.fteAtWork - base.needFte),
    ]
  },
}
