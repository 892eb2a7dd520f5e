import { stringify } from 'yaml'
import type { PlanColumn, PlanLever } from '../domain/plan.ts'
import { SCENARIO_FORMAT } from './scenario-schema.ts'

/** Code of the scenario lever that each part of a plan is set by, and the digits of its setting that are kept. */
const SCENARIO_LEVERS: Readonly<Record<PlanLever, { readonly code: string; readonly step: number }>> = {
  places: { code: 'training-places', step: 1e-4 },
  arrivals: { code: 'international-recruitment', step: 1e-4 },
  retention: { code: 'retention-programme', step: 1e-3 },
  pay: { code: 'pay-award', step: 1e-5 },
}

/** What a plan’s scenario says of itself. */
export interface PlanTitle {
  readonly title: string
  readonly description: string
}

/** What names the programmes and occupations of a plan. */
export interface PlanCodes {
  readonly baseYear: number
  readonly years: number
  /** [p] and [o] */
  readonly programmes: readonly string[]
  readonly occupations: readonly string[]
}

/** The setting of its lever that stands for a value of a column, rounded to what a scenario says. */
const settingOf = ({ lever, base }: PlanColumn, value: number): number => {
  const { step } = SCENARIO_LEVERS[lever]
  const setting = lever === 'places' || lever === 'arrivals' ? (base > 0 ? value / base - 1 : 0) : value
  // Dividing by a whole number, unlike multiplying by the step, gives the nearest decimal.
  return Math.round(setting / step) / Math.round(1 / step)
}

/** Values of the columns as a scenario can say them. */
export const roundPlan = (columns: readonly PlanColumn[], values: Float64Array): Float64Array =>
  Float64Array.from(columns, (column, c) => {
    const setting = settingOf(column, values[c]!)
    return column.lever === 'places' || column.lever === 'arrivals' ? column.base * (1 + setting) : setting
  })

/** A plan as the text of a scenario file. Levers that stay as they are aren’t in it. */
export function planScenario(
  columns: readonly PlanColumn[],
  values: Float64Array,
  { baseYear, years, programmes, occupations }: PlanCodes,
  { title, description }: PlanTitle,
): string {
  const paths = new Map<PlanLever, Map<string, [year: number, setting: number][]>>()
  for (const [c, column] of columns.entries()) {
    const { lever, index, step } = column
    const code = (lever === 'places' ? programmes : occupations)[index]!
    const ofLever = paths.get(lever) ?? new Map<string, [number, number][]>()
    const path = ofLever.get(code) ?? []
    const setting = settingOf(column, values[c]!)
    if (setting !== (path.at(-1)?.[1] ?? 0)) path.push([baseYear + step, setting])
    ofLever.set(code, path)
    paths.set(lever, ofLever)
  }
  const levers = [...paths].flatMap(([lever, byCode]) => {
    const settings = [...byCode]
      .filter(([, path]) => path.length > 0)
      .map(([code, path]) => ({ for: code, path: Object.fromEntries(ended(lever, path, baseYear + years)) }))
    return settings.length === 0 ? [] : [[SCENARIO_LEVERS[lever].code, settings] as const]
  })
  return stringify(
    { headroom: SCENARIO_FORMAT, title, description, levers: Object.fromEntries(levers) },
    { lineWidth: 110 },
  )
}

/** Awards of pay add up from year to year, so they end with the plan; what else it sets stays. */
const ended = (
  lever: PlanLever,
  path: readonly (readonly [number, number])[],
  end: number,
): readonly (readonly [number, number])[] =>
  lever === 'pay' && path.at(-1)![1] !== 0 ? [...path, [end, 0]] : path
