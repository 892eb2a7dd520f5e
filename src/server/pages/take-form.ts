import { PLAN_ASKS, type PlanLimit } from '../../domain/plan.ts'
import type { HeadroomError } from '../../errors/headroom-error.ts'
import { LIMIT_NAMES } from '../../views/plan/limit-names.ts'
import type { Plans } from '../plans/plans.ts'
import { isShare, PAGE_ASKS, shownLimit } from '../plans/question.ts'
import type { ServerContext } from '../server-context.ts'
import { pageFrame } from './page-frame.ts'

const TITLE = 'What would it take?'
/** What the fields ask. */
const LABELS = {
  target: 'How much of what people need should staff cover?',
  quantile: 'How sure should it be?',
  years: 'How many years ahead?',
  from: 'From which March on should it hold?',
  draws: 'Runs of the model',
  ...LIMIT_NAMES,
} as const

/**
 * The form that asks the solver.
 * @param query what is filled in; what it doesn’t say is as usual
 * @param trouble what was wrong with it, or null
 */
export function takeFormPage(
  context: ServerContext,
  plans: Plans,
  query: URLSearchParams,
  trouble: HeadroomError | null,
): string {
  const field = trouble?.code === 'option-invalid' ? String(trouble.details.option) : null
  const { baseYear } = plans.asking()
  const given = (name: string, usual: string | number): string => query.get(name)?.trim() || String(usual)
  const target = query.get('target') ?? 'today'
  const limits = limitFields(plans, query)
  const isPercent = target !== 'today'
  return context.render('take.njk', {
    ...pageFrame(context, `${trouble ? 'Error: ' : ''}${TITLE}`, 'build'),
    heading: TITLE,
    labels: LABELS,
    trouble: trouble && {
      text: sayTrouble(trouble, field),
      href: field === null ? '' : `#${idOf(field)}`,
      field,
    },
    isPercent,
    percent: query.get('target.percent') ?? (['today', 'percent'].includes(target) ? '' : target),
    quantile: { value: given('quantile', PLAN_ASKS.quantile.usual), ...PLAN_ASKS.quantile },
    years: { value: given('years', PLAN_ASKS.years.usual), ...PLAN_ASKS.years, ...PAGE_ASKS.years, baseYear },
    from: given('from', ''),
    draws: { value: given('draws', PLAN_ASKS.draws.usual), ...PAGE_ASKS.draws },
    withoutPay: query.get('pay') === 'left-out',
    staff: staffChoices(context, query),
    chosen: query.getAll('staff').join('') !== '',
    limits,
    limitsOpen: limits.some(({ isOwn }) => isOwn),
    moreOpen:
      given('from', '') !== '' ||
      given('draws', PLAN_ASKS.draws.usual) !== String(PLAN_ASKS.draws.usual) ||
      query.get('pay') === 'left-out',
  })
}

/** What is wrong, with the field named as the page names it. */
function sayTrouble({ message, next, details }: HeadroomError, field: string | null): string {
  const label = LABELS[field as keyof typeof LABELS] as string | undefined
  return label === undefined ? `${message} ${next}` : `“${label}” can’t be ${details.value}. ${next}`
}

/** The id of the field that an option is asked for in. */
const idOf = (option: string): string => (option in LIMIT_NAMES ? `limit-${option}` : `take-${option}`)

/** Sectors, each with what can be planned for in it: itself, its staff groups and its occupations. */
function staffChoices({ background: { reference } }: ServerContext, query: URLSearchParams) {
  const chosen = new Set(query.getAll('staff').flatMap((text) => text.split(',')))
  const item = (code: string, name: string) => ({ value: code, text: name, checked: chosen.has(code) })
  return reference.sectors.flatMap(({ code, name, counting }) => {
    if (counting !== 'posts') return []
    const groups = reference.staffGroups.filter(({ sector }) => sector === code)
    const taken = new Set(groups.map((group) => group.code))
    const occupations = reference.occupations.filter(
      (occupation) => occupation.sector === code && !taken.has(occupation.code),
    )
    const items = [
      item(code, `All of it: ${name}`),
      ...groups.map((group) => item(group.code, group.name)),
      ...occupations.map((occupation) => item(occupation.code, occupation.name)),
    ]
    return [{ code, name, items, open: items.some(({ checked }) => checked) }]
  })
}

function limitFields(plans: Plans, query: URLSearchParams) {
  const grounds = plans.limits()
  return (Object.keys(LIMIT_NAMES) as PlanLimit[]).map((code) => {
    const { value, judgement } = grounds.get(code)!
    const name = isShare(code) ? `${code}.percent` : code
    const own = query.get(code)
    const fromAddress =
      own !== null && isShare(code) && own !== '' ? String(shownLimit(code, Number(own))) : own
    const usual = String(shownLimit(code, value))
    const shown = query.get(name)?.trim() || fromAddress || usual
    return {
      id: `limit-${code}`,
      code,
      name,
      label: LIMIT_NAMES[code],
      suffix: isShare(code) ? '%' : '',
      value: shown,
      isOwn: shown !== usual,
      quality: judgement.quality,
      note: judgement.note,
    }
  })
}
