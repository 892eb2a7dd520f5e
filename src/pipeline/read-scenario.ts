import { parseDocument } from 'yaml'
import type { InputFiles } from '../domain/input-files.ts'
import type { AssumptionChange, Establishment, Scenario, ScenarioSetting } from '../domain/scenario.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import type { Lever } from '../levers/lever.ts'
import { nearest } from '../levers/nearest.ts'
import { LEVERS } from '../levers/registry.ts'
import {
  parseBy,
  pathText,
  type ScenarioFile,
  scenarioSchema,
  settingSchema,
  show,
} from './scenario-schema.ts'

/** The scenario in which intakes, arrivals and policies stay as they are. */
export const NO_CHANGE = 'no-change'
const FOLDER = 'scenarios/'
const ENDING = '.yaml'
/** Folder that scenario files given by the user stand in among the input files; their names keep the ending. */
const GIVEN = 'given/'

/** Names of the scenarios among the input files, “no-change” first. */
export const scenarioNames = (files: InputFiles): string[] =>
  [...files.keys()]
    .filter((file) => file.startsWith(FOLDER) && file.endsWith(ENDING))
    .map((file) => file.slice(FOLDER.length, -ENDING.length))
    .sort((a, b) => Number(b === NO_CHANGE) - Number(a === NO_CHANGE) || (a < b ? -1 : 1))

/**
 * Reads a scenario with those it is based on. What a scenario says of a lever, or of the posts of some
 * staff, replaces what its base says of them; its changes to assumptions come after its base’s.
 * @param name of a scenario of `data/scenarios`, or the name, with its ending, of a file the user gave
 * @throws HeadroomError with a code that starts with `scenario-`, naming file and place
 */
export function readScenario(files: InputFiles, name: string): Scenario {
  return readChain(files, name, [])
}

function readChain(files: InputFiles, name: string, above: readonly string[]): Scenario {
  const file = fileOf(files, name, above)
  if (above.includes(name))
    throw new HeadroomError('scenario-cycle', {
      file: shown(file),
      chain: [...above.slice(above.indexOf(name)), name].join(', '),
    })
  const found = parseBy(scenarioSchema, parseYaml(files.get(file)!, shown(file)), shown(file), [], KEYS)
  const names = [found.based_on ?? []].flat()
  const base = names.map((before) => readChain(files, before, [...above, name])).reduce(joined, NOTHING)
  return {
    name,
    file,
    title: found.title,
    description: found.description.replace(/\s+/g, ' ').trim(),
    basedOn: [...new Set([...names, ...base.basedOn])],
    feedback: found.feedback ?? base.feedback,
    establishment: new Map([...base.establishment, ...establishments(found)]),
    levers: new Map([...base.levers, ...readLevers(found, shown(file))]),
    assumptions: [...base.assumptions, ...changes(found, shown(file))],
  }
}

type Inherited = Pick<Scenario, 'basedOn' | 'feedback' | 'establishment' | 'levers' | 'assumptions'>

const NOTHING: Inherited = {
  basedOn: [],
  feedback: true,
  establishment: new Map(),
  levers: new Map(),
  assumptions: [],
}

/** Two bases together: the later one goes before the earlier; feedback is on where both have it on. */
const joined = (a: Inherited, b: Inherited): Inherited => ({
  basedOn: [...a.basedOn, ...b.basedOn],
  feedback: a.feedback && b.feedback,
  establishment: new Map([...a.establishment, ...b.establishment]),
  levers: new Map([...a.levers, ...b.levers]),
  assumptions: [...a.assumptions, ...b.assumptions],
})

const KEYS = Object.keys(scenarioSchema.shape)

/** The path a reader knows a file by. */
const shown = (file: string): string => (file.startsWith(GIVEN) ? file.slice(GIVEN.length) : `data/${file}`)

function fileOf(files: InputFiles, name: string, above: readonly string[]): string {
  const given = `${GIVEN}${name}`
  if (above.length === 0 && files.has(given)) return given
  const file = `${FOLDER}${name}${ENDING}`
  if (!files.has(file))
    throw new HeadroomError('scenario-unknown', {
      name,
      nearest: nearest(name, scenarioNames(files)) ?? NO_CHANGE,
    })
  return file
}

function parseYaml(text: string, file: string): unknown {
  const document = parseDocument(text, { prettyErrors: true })
  const [error] = document.errors
  if (error !== undefined) {
    const line = error.linePos?.[0].line
    const reason = (error.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '')
    throw new HeadroomError('scenario-syntax', {
      file,
      reason: line === undefined ? reason : `line ${line}, ${reason}`,
    })
  }
  return document.toJS({ maxAliasCount: 0 })
}

const establishments = ({ establishment }: ScenarioFile): [string, Establishment][] =>
  Object.entries(establishment).map(([scope, rule]) => [
    scope,
    rule.follows === 'path'
      ? {
          follows: 'path',
          path: Object.entries(rule.path)
            .map(([year, factor]) => [Number(year), factor] as const)
            .sort(([a], [b]) => a - b),
        }
      : rule,
  ])

const changes = ({ assumptions }: ScenarioFile, file: string): AssumptionChange[] =>
  assumptions.map((entry, i) => {
    const { table, row, column, reason, ...change } = entry
    const columns = Object.entries(row).map(([key, value]) => [key, String(value)] as const)
    const place = { file, path: pathText(['assumptions', i]) }
    return { table, row: Object.fromEntries(columns), column, change, reason, place }
  })

function readLevers(found: ScenarioFile, file: string): [string, ScenarioSetting[]][] {
  return Object.entries(found.levers).map(([code, value]) => {
    const lever = LEVERS.find((candidate) => candidate.code === code)
    if (lever === undefined) {
      const codes = LEVERS.map((candidate) => candidate.code)
      throw new HeadroomError('scenario-lever', {
        file,
        found: code,
        nearest: nearest(code, codes) ?? codes[0]!,
      })
    }
    const entries: readonly unknown[] = Array.isArray(value) ? value : [value]
    const isList = Array.isArray(value)
    return [
      code,
      entries.map((entry, i) =>
        readSetting(lever, entry, file, isList ? ['levers', code, i] : ['levers', code]),
      ),
    ]
  })
}

function readSetting(
  lever: Lever,
  value: unknown,
  file: string,
  path: readonly PropertyKey[],
): ScenarioSetting {
  const byYear = typeof value === 'object' && value !== null && 'path' in value
  const schema = settingSchema(lever, byYear)
  const entry: Readonly<Record<string, unknown>> = parseBy(
    schema,
    value,
    file,
    path,
    Object.keys(schema.shape),
  )
  const { setting: rule } = lever
  const within = (
    number: number,
    { min, max, unit, meaning }: Lever['setting'],
    ...keys: string[]
  ): number => {
    if (number >= min && number <= max) return number
    throw new HeadroomError('scenario-setting', {
      file,
      path: pathText([...path, ...keys]),
      lever: lever.code,
      found: number,
      meaning,
      min,
      max,
      unit,
    })
  }
  if (entry.unit !== undefined && entry.unit !== rule.unit)
    throw new HeadroomError('scenario-unit', {
      file,
      path: pathText([...path, 'unit']),
      lever: lever.code,
      expected: rule.unit,
      found: show(entry.unit),
    })
  const settings = byYear
    ? Object.entries(entry.path as Readonly<Record<string, number>>)
        .map(([year, number]) => [Number(year), within(number, rule, 'path', year)] as const)
        .sort(([a], [b]) => a - b)
    : null
  const from = settings === null ? (entry.from as number) : settings[0]![0]
  const until = (entry.until as number | undefined) ?? null
  if (until !== null && until <= from)
    throw new HeadroomError('scenario-value', {
      file,
      path: pathText([...path, 'until']),
      expected: `a year after ${from}`,
      found: String(until),
    })
  return {
    scope: (entry.for as string | undefined) ?? 'all',
    from,
    setting: settings === null ? within(entry.setting as number, rule, 'setting') : settings.at(-1)![1],
    until,
    phaseIn: (entry.phase_in as number | undefined) ?? 1,
    path: settings,
    options: Object.fromEntries(
      Object.entries(lever.options ?? {}).map(([key, option]) => [
        key,
        within((entry[key] as number | undefined) ?? 0, option, key),
      ]),
    ),
    place: { file, path: pathText(path) },
  }
}
