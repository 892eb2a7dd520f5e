import type { ScenarioSetting } from '../../domain/scenario.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import type { Lever, SettingRule } from '../../levers/lever.ts'
import { sayAmount, sayLimits } from '../../views/builder/dial-scale.ts'
import { ADDRESS, usualSetting } from './choice.ts'
import { cut, LIMITS, readNumber, readWhole, readYear, refuse } from './read-address-parts.ts'
import { AGAINST, SIGNS } from './write-address.ts'

/** Endings under which the form sends a number in another size than the lever’s own. */
const SCALES: Readonly<Record<string, (shown: number) => number>> = {
  percent: (shown) => shown / 100,
  million: (shown) => shown * 1e6,
}

/** The key of a setting by year. */
const YEAR = /^20\d\d$/

/** Longest time a setting may take to grow to its height, as in scenario files. */
const LONGEST_PHASE = 25

/**
 * The settings of a lever that an address gives, those of nothing left out.
 * @param valuesOf every value of a parameter, in order
 * @throws HeadroomError `builder-setting` out of limits, `scenario-value`
 */
export function readSettings(
  lever: Lever,
  valuesOf: (name: string) => readonly string[],
  prefix: string,
  baseYear: number,
): ScenarioSetting[] {
  const path = `${prefix}${lever.code}`
  const short = valuesOf(lever.code).flatMap((text) => (text === '' ? [] : text.split(SIGNS.settings)))
  const scaled = Object.entries(SCALES).flatMap(([suffix, scale]) =>
    valuesOf(`${lever.code}.${suffix}`).map((text) =>
      text.trim() === '' ? 0 : scale(readNumber(`${path}.${suffix}`, text)),
    ),
  )
  const numbers = [...short.map((text) => readNumber(path, text.split(SIGNS.parts)[0]!)), ...scaled]
  if (numbers.length > LIMITS.settings)
    refuse(path, `at most ${LIMITS.settings} settings`, String(numbers.length))
  let place = 0
  return numbers.flatMap((number, i) => {
    const own = (short[i] ?? '').split(SIGNS.parts).slice(1)
    // what the form says beside a number stands in the order of the numbers that come alone
    const parts = own.length > 0 ? own : formParts(lever, valuesOf, place++)
    if (number === 0 && own.length === 0) return []
    const setting = readSetting(lever, number, parts, path, baseYear)
    return setting.setting === 0 && setting.path === null ? [] : [setting]
  })
}

/** The parts of setting i as the form gives them, each under its own name. */
function formParts(lever: Lever, valuesOf: (name: string) => readonly string[], i: number): string[] {
  const optionKeys = Object.keys(lever.options ?? {}).map((key) => key.replaceAll('_', '-'))
  const plain = ['for', 'from', 'until', 'in', ...optionKeys].flatMap((key) => {
    const value = valuesOf(`${lever.code}.${key}`)[i] ?? ''
    return value.trim() === '' ? [] : [`${key}${SIGNS.key}${value.trim()}`]
  })
  const shares = optionKeys.flatMap((key) => {
    const value = valuesOf(`${lever.code}.${key}.percent`)[i] ?? ''
    if (value.trim() === '') return []
    return [`${key}${SIGNS.key}${readNumber(`${lever.code}.${key}.percent`, value) / 100}`]
  })
  return [...plain, ...shares]
}

function readSetting(
  lever: Lever,
  number: number,
  parts: readonly string[],
  path: string,
  baseYear: number,
): ScenarioSetting {
  const usual = usualSetting(lever, within(lever, number, lever.setting, path), baseYear)
  const all = parts.map((part) => cut(part, SIGNS.key))
  const given = new Map(all.filter(([key]) => !YEAR.test(key)))
  const points = all.flatMap(([key, text]): [number, number][] =>
    YEAR.test(key)
      ? [[Number(key), within(lever, readNumber(`${path}.${key}`, text), lever.setting, `${path}.${key}`)]]
      : [],
  )
  points.sort(([a], [b]) => a - b)
  const options = Object.entries(lever.options ?? {}).map(([key, rule]) => {
    const name = key.replaceAll('_', '-')
    const text = given.get(name)
    given.delete(name)
    const value = text === undefined ? 0 : readNumber(`${path}.${name}`, text)
    return [key, within(lever, value, rule, `${path}.${name}`)] as const
  })
  const take = (key: string): string | undefined => {
    const text = given.get(key)
    given.delete(key)
    return text
  }
  const [scope, from, until, phaseIn] = [take('for'), take('from'), take('until'), take('in')]
  const [unknown] = given.keys()
  if (unknown !== undefined) refuse(path, 'a number, then for, from, until or in', unknown)
  if (points.length > 0) {
    if (from !== undefined || until !== undefined || phaseIn !== undefined)
      refuse(path, 'settings by year without from, until or in', parts.join(SIGNS.parts))
    const [[first], [, last]] = [points[0]!, points.at(-1)!]
    return {
      ...usual,
      scope: scope ?? usual.scope,
      from: first,
      setting: last,
      path: points,
      options: Object.fromEntries(options),
      place: { ...ADDRESS, path },
    }
  }
  const start = from === undefined ? usual.from : readYear(`${path}.from`, from)
  const end = until === undefined ? null : readYear(`${path}.until`, until)
  if (end !== null && end <= start) refuse(`${path}.until`, `a year after ${start}`, String(end))
  return {
    scope: scope ?? usual.scope,
    from: start,
    setting: usual.setting,
    until: end,
    phaseIn: readWhole(`${path}.in`, phaseIn ?? null, usual.phaseIn, 1, LONGEST_PHASE),
    path: null,
    options: Object.fromEntries(options),
    place: { ...ADDRESS, path },
  }
}

function within(lever: Lever, found: number, rule: SettingRule, path: string): number {
  if (found >= rule.min && found <= rule.max) return found
  const [min, max] = sayLimits(rule)
  const year = /\.(20\d\d)$/.exec(path)?.[1]
  const where = [
    ...(path.startsWith(`${AGAINST}.`) ? [' in the scenario to compare with'] : []),
    ...(year ? [` from March ${year}`] : []),
  ].join('')
  const { meaning } = rule
  throw new HeadroomError('builder-setting', {
    ...{ lever: lever.title, where, meaning, min, max },
    found: sayAmount(found, rule),
  })
}
