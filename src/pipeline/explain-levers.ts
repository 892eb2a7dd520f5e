import type { ExplainedInput } from '../domain/explanation.ts'
import type { InputFiles } from '../domain/input-files.ts'
import type { Occupation } from '../domain/occupation.ts'
import { LEVERS } from '../levers/registry.ts'
import { readAllLeverNumbers } from './describe-levers.ts'
import { judgedInput } from './explain-inputs.ts'
import { NO_CHANGE } from './read-scenario.ts'
import { resolveScenario, type ScenarioInputs } from './read-scenario-inputs.ts'

/** Effects on everybody’s carers, labour pool or areas, whatever the occupation. */
const EVERYBODY: readonly string[] = ['unpaid-hours', 'carers-work', 'place-leave', 'place-fill']

/**
 * The levers of a scenario that touch some occupations by themselves, each with its setting and the numbers it
 * rests on. A lever that reaches them only by way of others (more joiners here, fewer there) is not listed.
 */
export function leverInputs(
  files: InputFiles,
  inputs: ScenarioInputs,
  members: readonly Occupation[],
): ExplainedInput[] {
  const { scenario, reference } = inputs
  const numbers = readAllLeverNumbers(files)
  const rows = members.map((occupation) => reference.occupations.indexOf(occupation))
  const touching = LEVERS.filter(({ code }) => {
    const settings = scenario.levers.get(code) ?? []
    if (settings.length === 0) return false
    const alone = { ...scenario, establishment: new Map(), levers: new Map([[code, settings]]) }
    return isTouched(resolveScenario(files, alone, inputs), rows)
  })
  return touching.flatMap((lever) => [
    {
      name: `Lever: ${lever.title}`,
      value: (scenario.levers.get(lever.code) ?? [])
        .map(({ scope, setting, from, path }) => {
          const who = scope === 'all' ? '' : ` for ${scope}`
          if (path !== null)
            return `${path.map(([year, value]) => `${value} from ${year}`).join(', ')} ${lever.setting.unit}${who}`
          return `${setting} ${lever.setting.unit}${who} from ${from}`
        })
        .join('; '),
      origin: {
        basis: 'assumed',
        quality: lever.evidence === 'judged' ? 'red' : 'amber',
        publisher: 'Headroom',
        publication: `Scenario ${scenario.title}`,
        edition: '',
        location: '',
        method: lever.basis,
      },
      place: `data/${scenario.file}`,
      signedBy: null,
      expires: null,
      note: '',
    } satisfies ExplainedInput,
    ...numbers.parameters
      .filter((parameter) => parameter.lever === lever.code)
      .map(({ parameter, value, low, high, unit, judgement }) =>
        judgedInput(
          `${lever.title}, ${parameter}`,
          `${value} ${unit}${low === high ? '' : ` (${low} to ${high})`}`,
          judgement,
        ),
      ),
  ])
}

/** True where a policy says anything of one of the occupations. */
function isTouched({ policy, model }: ScenarioInputs, rows: readonly number[]): boolean {
  const { years } = model
  const { effects, intakes, transfers, costs, international } = policy
  const differs = (table: Float64Array, width: number, from: number): boolean =>
    rows.some((o) => table.subarray(o * width, (o + 1) * width).some((value) => value !== from))
  return (
    effects.some(
      ({ target, members }) =>
        EVERYBODY.includes(target) || (target !== 'attrition' && rows.some((o) => members.includes(o))),
    ) ||
    intakes.some(({ programme }) => rows.includes(model.programmeOccupation[programme]!)) ||
    transfers.some(({ from, to }) => rows.includes(from) || rows.includes(to)) ||
    costs.some(({ perFte, perHead }) =>
      [perFte, perHead].some((table) => table !== null && differs(table, years + 1, 0)),
    ) ||
    differs(policy.pay, years, 1) ||
    differs(policy.added, years, 0) ||
    differs(policy.timeFreed, years + 1, 0) ||
    differs(policy.timeAtWork, years + 1, 1) ||
    differs(international.factor, years, 1) ||
    differs(international.floor, years, 0) ||
    differs(international.cap, years, Number.POSITIVE_INFINITY)
  )
}

/** What an explanation says of the scenario itself; nothing of “no change”. */
export function scenarioMethod({ scenario }: ScenarioInputs): string[] {
  if (scenario.name === NO_CHANGE) return []
  const reasons = scenario.assumptions.map(
    ({ table, column, reason }) => `Changed in ${table}, ${column}: ${reason}`,
  )
  const posts = [...scenario.establishment].map(
    ([scope, { follows }]) => `Funded posts of ${scope} follow ${follows}.`,
  )
  return [
    `Under the scenario “${scenario.title}”: ${scenario.description}`,
    ...posts,
    ...(scenario.feedback ? [] : ['Pressure on staff does not feed back.']),
    ...reasons,
  ]
}
