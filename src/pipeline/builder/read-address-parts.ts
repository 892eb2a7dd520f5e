import type { Establishment } from '../../domain/scenario.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { SIGNS } from './write-address.ts'

/** What an address may ask for at most, so that a page stays quick and memory small. */
export const LIMITS = { seed: 4_294_967_295, fewestDraws: 1, mostDraws: 2000, settings: 40 } as const

/** Limits of rules for posts, as in scenario files. */
const GROWTH = { min: -0.2, max: 0.2 }
const FACTOR = { min: 0, max: 10 }
const POSTS = `posts from ${FACTOR.min} to ${FACTOR.max} times those of the base year`
const YEARS = { min: 2000, max: 2100 }

/** Refuses a part of the address. */
export function refuse(path: string, expected: string, found: string): never {
  throw new HeadroomError('scenario-value', {
    file: 'the address',
    path,
    expected,
    found: found || 'nothing',
  })
}

/** A number as people write one: digits, perhaps an exponent, no words. */
export function readNumber(path: string, text: string): number {
  const trimmed = text.trim()
  const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(trimmed) ? Number(trimmed) : Number.NaN
  if (!Number.isFinite(number)) refuse(path, 'a number', trimmed.slice(0, SHOWN))
  return number === 0 ? 0 : number
}

/** Longest part of a wrong value that a message repeats. */
const SHOWN = 40

/** A whole number within limits; `usual` where none is given. */
export function readWhole(
  path: string,
  text: string | null,
  usual: number,
  min: number,
  max: number,
): number {
  if (text === null || text === '') return usual
  const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
  if (!(number >= min && number <= max))
    refuse(path, `a whole number from ${min} to ${max}`, text.slice(0, SHOWN))
  return number
}

/** A year of a 31 March. */
export const readYear = (path: string, text: string): number =>
  readWhole(path, text, Number.NaN, YEARS.min, YEARS.max)

/** Text before the first sign and text after it; nothing after where there is no sign. */
export function cut(text: string, sign: string): readonly [before: string, after: string] {
  const at = text.indexOf(sign)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + sign.length)]
}

/**
 * Rules for posts: the short form of `writePosts`, or one word for everyone with the growth beside it.
 * @param growth of a budget, share a year, where the form gives it
 */
export function readPosts(
  text: string,
  path: string,
  growth: number | null,
): ReadonlyMap<string, Establishment> {
  if (text === '' || text === 'need') return new Map()
  const isWord = !text.includes(SIGNS.settings) && ['budget', 'people-65-plus'].includes(text)
  const rules = isWord
    ? [`all${SIGNS.key}${text}${text === 'budget' ? `${SIGNS.parts}${growth ?? 0}` : ''}`]
    : text.split(SIGNS.settings)
  if (rules.length > LIMITS.settings) refuse(path, `at most ${LIMITS.settings} rules`, String(rules.length))
  return new Map(
    rules.map((rule) => {
      const [scope, said] = cut(rule, SIGNS.key)
      return [scope, readRule(said, path)] as const
    }),
  )
}

function readRule(text: string, path: string): Establishment {
  const [follows, ...parts] = text.split(SIGNS.parts)
  const within = (value: number, { min, max }: typeof FACTOR, said: string, found: string): number => {
    if (value >= min && value <= max) return value
    return refuse(path, said, found)
  }
  if (follows === 'need' || follows === 'people-65-plus') return { follows }
  if (follows === 'budget') {
    const said = parts[0] ?? ''
    const growth = readNumber(path, said)
    const percent = (share: number): string => `${Number((share * 100).toPrecision(10))}%`.replace('-', '−')
    const limits = `real growth of a budget from ${percent(GROWTH.min)} to ${percent(GROWTH.max)} a year`
    return { follows, growth: within(growth, GROWTH, limits, percent(growth)) }
  }
  if (follows === 'path' && parts.length > 0 && parts.length <= LIMITS.settings) {
    const points = parts.map((part) => {
      const [year, factor] = cut(part, SIGNS.key)
      return [readYear(path, year), within(readNumber(path, factor), FACTOR, POSTS, factor)] as const
    })
    return { follows, path: points.sort(([a], [b]) => a - b) }
  }
  return refuse(path, 'need, people-65-plus, budget or path', text.slice(0, SHOWN))
}
