import {
  PLAN_ASKS,
  PLAN_LIMIT_CODES,
  PLAN_LIMITS,
  type PlanLimit,
  type PlanLimits,
  type PlanRequest,
} from '../../domain/plan.ts'
import type { Reference } from '../../domain/reference.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { RANGES } from '../../levers/read-plan-limits.ts'

/** Draws that the page may ask for, and how far it plans: enough for a board, little enough for one server. */
export const PAGE_ASKS = { draws: { least: 20, most: 200 }, years: { most: 20 } } as const
/** The seed is the usual one: another asks the same. */
const SEED = 1
/** Longest part of a wrong value that a message repeats. */
const SHOWN = 40

/** What a question is read with. */
export interface Asking {
  readonly reference: Reference
  /** The limits of the data. */
  readonly limits: PlanLimits
  readonly baseYear: number
}

/**
 * A question to the solver from an address or a form. What isn’t given is as usual; a limit that is as in the data
 * counts as not given.
 * @throws HeadroomError `option-invalid` naming the field, `occupation-unknown`
 */
export function readQuestion(query: URLSearchParams, { reference, limits, baseYear }: Asking): PlanRequest {
  const years = whole(query, 'years', PLAN_ASKS.years.least, PAGE_ASKS.years.most) ?? PLAN_ASKS.years.usual
  return {
    coverage: readCoverage(query),
    quantile:
      whole(query, 'quantile', PLAN_ASKS.quantile.least, PLAN_ASKS.quantile.most) ?? PLAN_ASKS.quantile.usual,
    years,
    from: whole(query, 'from', baseYear + 2, baseYear + years),
    occupations: readStaff(query, reference),
    draws: whole(query, 'draws', PAGE_ASKS.draws.least, PAGE_ASKS.draws.most) ?? PLAN_ASKS.draws.usual,
    seed: SEED,
    limits: Object.fromEntries(
      PLAN_LIMIT_CODES.flatMap((code) => {
        const value = readLimit(query, code)
        return value === null || value === limits[code] ? [] : [[code, value]]
      }),
    ),
    countStaffPay: query.get('pay') !== 'left-out',
  }
}

/** The one address of a question, as the query after `?`. What is as usual is left out. */
export function writeQuestion(request: PlanRequest): string {
  const { coverage, quantile, years, from, occupations, draws, limits, countStaffPay } = request
  const query = new URLSearchParams()
  if (coverage !== null) query.append('target', String(tidy(coverage * 100)))
  if (quantile !== PLAN_ASKS.quantile.usual) query.append('quantile', String(quantile))
  if (years !== PLAN_ASKS.years.usual) query.append('years', String(years))
  if (from !== null) query.append('from', String(from))
  if (occupations.length > 0) query.append('staff', occupations.join(','))
  if (!countStaffPay) query.append('pay', 'left-out')
  if (draws !== PLAN_ASKS.draws.usual) query.append('draws', String(draws))
  for (const code of PLAN_LIMIT_CODES) {
    const value = limits[code]
    if (value !== undefined) query.append(code, String(value))
  }
  return query.toString()
}

/** How a limit is shown: shares in per cent. */
export const isShare = (code: PlanLimit): boolean => PLAN_LIMITS[code].startsWith('share')

/** A limit as its field shows it. */
export const shownLimit = (code: PlanLimit, value: number): number =>
  tidy(isShare(code) ? value * 100 : value)

const tidy = (value: number): number => Number(value.toPrecision(10))

const refuse = (option: string, value: string, expected: string): never => {
  throw new HeadroomError('option-invalid', { option, value: value.slice(0, SHOWN) || 'empty', expected })
}

/** What a field says; null where it says nothing. */
function one(query: URLSearchParams, name: string): string | null {
  const given = query.getAll(name)
  if (given.length > 1) refuse(name, `given ${given.length} times`, 'given once')
  return given[0]?.trim() || null
}

function whole(query: URLSearchParams, name: string, least: number, most: number): number | null {
  const text = one(query, name)
  if (text === null) return null
  const value = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  return value >= least && value <= most
    ? value
    : refuse(name, text, `a whole number from ${least} to ${most}`)
}

/** `target=95`, or `target=percent` with `target.percent=95` as the form sends it. */
function readCoverage(query: URLSearchParams): number | null {
  const { least, most } = PLAN_ASKS.coverage
  const target = one(query, 'target') ?? 'today'
  if (target === 'today') {
    // Someone who typed a number but left the choice where it was would be answered another question.
    const typed = one(query, 'target.percent')
    if (typed !== null)
      refuse('target', `as today and ${typed}`, 'one of the two: choose, or empty the number')
    return null
  }
  const text = target === 'percent' ? (one(query, 'target.percent') ?? '') : target
  const percent = number(text)
  if (percent >= least * 100 && percent <= most * 100) return tidy(percent / 100)
  return refuse('target', text, `a number from ${tidy(least * 100)} to ${tidy(most * 100)}`)
}

/** Digits, perhaps with decimals; NaN for anything else. */
const number = (text: string): number => (/^\d{1,9}(\.\d{1,9})?$/.test(text) ? Number(text) : Number.NaN)

/** Staff in the order of the lists, each once: those that are in a group or sector that is there too are left out. */
function readStaff(query: URLSearchParams, { sectors, staffGroups, occupations }: Reference): string[] {
  const given = query.getAll('staff').flatMap((text) => text.split(',').map((code) => code.trim()))
  const wanted = new Set(given.filter((code) => code !== ''))
  const found: string[] = []
  const take = (code: string, within: readonly string[]): void => {
    if (wanted.delete(code) && !within.some((each) => found.includes(each))) found.push(code)
  }
  for (const { code, counting } of sectors) if (counting === 'posts') take(code, [])
  for (const { code, sector } of staffGroups) take(code, [sector])
  for (const { code, sector, staffGroup } of occupations) take(code, [sector, staffGroup])
  for (const code of wanted) throw new HeadroomError('occupation-unknown', { code: code.slice(0, SHOWN) })
  return found
}

/** `pay-growth=0.01`, or `pay-growth.percent=1` as the form sends it. */
function readLimit(query: URLSearchParams, code: PlanLimit): number | null {
  const shown = isShare(code) ? one(query, `${code}.percent`) : null
  const text = shown ?? one(query, code)
  if (text === null) return null
  const size = shown === null ? 1 : 100
  const value = tidy(number(text) / size)
  const [least, most] = RANGES[PLAN_LIMITS[code]]
  if (value >= least && value <= most) return value
  return refuse(code, text, `a number from ${least * size} to ${most * size}`)
}
