import type { Plan } from '../../domain/plan.ts'
import { formatValue } from '../numbers/format-value.ts'
import { sentenceStep } from '../numbers/round-to-range.ts'
import { formatCount, formatRounded } from '../numbers/whole-numbers.ts'
import { midSentence } from '../series-noun.ts'
import { changedSettings, missed, sayShare, sayTarget } from './plan-words.ts'

/** The answer in a sentence or two: whether it can be done, and how far short it falls where not. */
export function sayAnswer(plan: Plan): readonly string[] {
  const { request, targets, from, until } = plan
  const count = new Set(targets.map(({ code }) => code)).size
  const when = from === until ? `in March ${until}` : `from March ${from} to March ${until}`
  const short = [...missed(plan)].sort((a, b) => b.worst.shortfall - a.worst.shortfall)
  const often = `in ${request.quantile} of 100 runs, ${when}`
  const least = request.coverage === null ? 'as much of need as today' : sayTarget(request)
  const who = midSentence(targets[0]!.name)
  const [furthest] = short
  if (!furthest)
    return [
      `It can be done within the limits: ${count === 1 ? who : `${count === 2 ? 'both' : `all ${count}`} occupations planned for`} cover ${sayTarget(request)} ${often}.`,
    ]
  const { name, shortfall, year } = furthest.worst
  const size = `about ${formatRounded(shortfall)} full-time staff in ${year}`
  if (count === 1)
    return [
      `The limits don’t allow it: ${who} can’t cover ${least} ${often}.`,
      `The plan comes as near as they let it, ${size} short.`,
    ]
  return [
    `The limits don’t allow all of it: ${short.length} of ${count} occupations can’t cover ${least} ${often}.`,
    `The plan comes as near as the limits let it. Furthest short: ${midSentence(name)}, by ${size}.`,
  ]
}

/** What the plan does and costs, a sentence for each lever and one for the cost. */
export const sayPlan = (plan: Plan): readonly string[] => [
  sayPeople(plan, 'places'),
  sayPeople(plan, 'arrivals'),
  sayRetention(plan),
  sayPay(plan),
  sayCost(plan),
]

function sayPeople(plan: Plan, lever: 'places' | 'arrivals'): string {
  const [what, one, many] =
    lever === 'places'
      ? ['Training', 'programme takes', 'programmes take']
      : ['From abroad', 'occupation takes', 'occupations take']
  const changed = changedSettings(plan, lever)
  const year = changed[0]?.at(-1)?.year
  if (year === undefined) return `${what}: as today.`
  const then = changed.flatMap((entries) => entries.filter((entry) => entry.year === year))
  const sum = (of: 'base' | 'value'): string =>
    formatRounded(then.reduce((total, entry) => total + entry[of], 0))
  return `${what}: ${formatCount(changed.length, one, many)} in ${sum('value')} people in the year from March ${year}, where it would be ${sum('base')} as now.`
}

function sayRetention(plan: Plan): string {
  const changed = changedSettings(plan, 'retention')
  if (changed.length === 0) return 'Keeping staff: no retention programme beyond today’s.'
  const most = Math.max(...changed.flat().map(({ value }) => value))
  return `Keeping staff: employers of ${formatCount(changed.length, 'occupation')} join the retention programme, for up to ${sayShare(most)} of their staff.`
}

function sayPay(plan: Plan): string {
  const changed = changedSettings(plan, 'pay')
  if (changed.length === 0) return 'Pay: as on its path.'
  const most = Math.max(...changed.flat().map(({ value }) => value))
  return `Pay: raises beyond its path for ${formatCount(changed.length, 'occupation')}, up to ${sayShare(most)} a year.`
}

function sayCost({ cost, baseYear, until, request, limits }: Plan): string {
  const size = formatValue(Math.abs(cost.total), 'gbp', sentenceStep(cost.total, cost.total))
  const pay = request.countStaffPay
    ? ', the pay of the staff it adds included'
    : ', without the pay of the staff it adds'
  return `Cost: about ${size} ${cost.total < 0 ? 'less' : 'more'} than going on as now, from ${baseYear} to ${until} together${pay}; a pound counts ${sayShare(limits['discount-rate'])} less for every year ahead.`
}
