import type { BuilderChoice, BuilderPreset, BuilderState } from '../../domain/builder.ts'
import type { ScenarioSetting } from '../../domain/scenario.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { nearest } from '../../levers/nearest.ts'
import { LEVERS } from '../../levers/registry.ts'
import { NOTHING_SET } from './choice.ts'
import { LIMITS, readNumber, readPosts, readWhole, refuse } from './read-address-parts.ts'
import { readSettings } from './read-address-settings.ts'
import { AGAINST, BOOK, USUAL } from './write-address.ts'

/** Parameters that say nothing of a lever. */
const OTHER_KEYS = [
  BOOK,
  ...['posts', 'posts.growth.percent', 'feedback', 'preset', AGAINST, 'year', 'seed', 'draws'],
  // what the form's buttons say: keep the scenario to compare with, add a setting to a lever, take a lever’s away
  ...['keep', 'add', 'drop'],
]

/**
 * Reads the state of the builder from an address, in the short form that `writeAddress` writes or as the
 * page’s form sends it: `pay-award.percent=2&pay-award.from=2027`.
 * @throws HeadroomError `scenario-lever`, `builder-setting`, `scenario-value`, `scenario-unknown`, `year-out-of-range`
 */
export function readAddress(
  query: string,
  presets: readonly BuilderPreset[],
  { baseYear, lastYear }: { readonly baseYear: number; readonly lastYear: number },
): BuilderState {
  const entries = [...new URLSearchParams(query)]
  const own = entries.filter(([key]) => !key.startsWith(`${AGAINST}.`))
  const others = entries.flatMap(([key, value]): [string, string][] =>
    key.startsWith(`${AGAINST}.`) ? [[key.slice(AGAINST.length + 1), value]] : [],
  )
  const one = (name: string): string | null => {
    const given = own.filter(([key, value]) => key === name && value !== '')
    if (given.length > 1) refuse(name, 'given once', `${given.length} times`)
    return given[0]?.[1] ?? null
  }
  const started = one('preset')
  const versus = one(AGAINST)
  const isPinned = others.length > 0 && versus === null
  const year = readWhole('year', one('year'), lastYear, baseYear, baseYear + 100)
  if (year > lastYear) throw new HeadroomError('year-out-of-range', { year, first: baseYear, last: lastYear })
  const built = started === null ? readChoice(own, '', baseYear, presets) : findPreset(started, presets)
  const against = (): BuilderChoice => {
    if (one('keep') !== null) return built
    if (isPinned) return readChoice(others, `${AGAINST}.`, baseYear, presets)
    return versus === null ? NOTHING_SET : findPreset(versus, presets)
  }
  return {
    built,
    against: against(),
    year,
    seed: readWhole('seed', one('seed'), USUAL.seed, 0, LIMITS.seed),
    draws: readWhole('draws', one('draws'), USUAL.draws, LIMITS.fewestDraws, LIMITS.mostDraws),
  }
}

function findPreset(name: string, presets: readonly BuilderPreset[]): BuilderChoice {
  const found = presets.find((preset) => preset.name === name)
  if (found) return found.choice
  const names = presets.map((preset) => preset.name)
  throw new HeadroomError('scenario-unknown', {
    name,
    nearest: nearest(name, names) ?? names[0] ?? 'no-change',
  })
}

/** The name of a preset that changes the book of assumptions. */
function findBook(name: string, presets: readonly BuilderPreset[]): string {
  const names = presets.flatMap(({ name: each, choice }) => (choice.assumptions === each ? [each] : []))
  if (names.includes(name)) return name
  throw new HeadroomError('scenario-unknown', {
    name,
    nearest: nearest(name, names) ?? names[0] ?? 'no-change',
  })
}

function readChoice(
  entries: readonly (readonly [string, string])[],
  prefix: string,
  baseYear: number,
  presets: readonly BuilderPreset[],
): BuilderChoice {
  const codes = LEVERS.map(({ code }) => code)
  for (const [key] of entries) {
    const code = key.split('.')[0]!
    if (OTHER_KEYS.includes(key) || codes.includes(code)) continue
    throw new HeadroomError('scenario-lever', {
      file: 'the address',
      found: `${prefix}${code}`,
      nearest: nearest(code, codes) ?? codes[0]!,
    })
  }
  const valuesOf = (name: string): string[] =>
    entries.flatMap(([key, value]) => (key === name ? [value] : []))
  const last = (name: string): string | null => valuesOf(name).at(-1) || null
  const feedback = last('feedback') ?? 'on'
  if (feedback !== 'on' && feedback !== 'off') refuse(`${prefix}feedback`, 'on or off', feedback)
  const levers = LEVERS.flatMap((lever): [string, readonly ScenarioSetting[]][] => {
    if (last('drop') === lever.code) return []
    const settings = readSettings(lever, valuesOf, prefix, baseYear)
    return settings.length > 0 ? [[lever.code, settings]] : []
  })
  const growth = last('posts.growth.percent')
  const book = last(BOOK)
  return {
    assumptions: book === null ? null : findBook(book, presets),
    feedback: feedback === 'on',
    establishment: readPosts(
      last('posts') ?? '',
      `${prefix}posts`,
      growth === null ? null : readNumber(`${prefix}posts.growth.percent`, growth) / 100,
    ),
    levers: new Map(levers),
  }
}
