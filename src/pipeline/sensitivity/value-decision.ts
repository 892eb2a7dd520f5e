import type { EngineModel } from '../../domain/engine-model.ts'
import type { AssumptionGroup, Decision, DecisionOption } from '../../domain/sensitivity.ts'
import { createDrawValues } from '../../engine/ensemble/draw-values.ts'
import {
  netBenefit,
  type OptionDraws,
  partialValue,
  perfectValue,
  sharesBest,
} from '../../results/decision-value.ts'
import { assumptionGroups, type GroupedDraws } from './assumption-groups.ts'

/** A scenario that could be chosen, with its draws. */
export interface OptionRun extends OptionDraws {
  readonly name: string
  readonly title: string
  readonly model: EngineModel
}

/**
 * What it would be worth to know groups of assumptions before choosing among scenarios: by net benefit in one
 * year, its net cost and the FTE that are short there.
 * @param options two or more, with the same draws of what they share
 * @param t the year, as a point in time @param value pounds that an FTE short is worth in a year
 */
export function valueDecision(
  options: readonly OptionRun[],
  book: Parameters<typeof assumptionGroups>[1],
  { t, seed, value }: { readonly t: number; readonly seed: number; readonly value: number },
): Decision {
  const draws = options[0]!.gap.length
  const benefits = options.map((option) => netBenefit(option, value))
  const best = sharesBest(benefits)
  const groups = new Map<string, AssumptionGroup & { readonly parameters: readonly Float64Array[] }>()
  for (const { model } of options) {
    const grouped = assumptionGroups(model, book)
    for (const [g, parameters] of groupParameters(model, grouped, t, seed, draws).entries()) {
      const group = grouped.groups[g]!
      if (!groups.has(group.code)) groups.set(group.code, { ...group, parameters })
    }
  }
  return {
    options: options.map(
      ({ name, title, gap, cost }, k): DecisionOption => ({
        name,
        title,
        benefit: mean(benefits[k]!),
        cost: mean(cost),
        gap: mean(gap),
        best: best[k]!,
      }),
    ),
    value,
    draws,
    perfect: perfectValue(benefits),
    groups: [...groups.values()].map(({ parameters: _, ...group }) => group),
    partial: [...groups.values()].map(({ parameters }) => partialValue(benefits, parameters)),
  }
}

/** Numbers that say what was drawn for each group [group][parameter]: the first step's value, for walks the mean too. */
function groupParameters(
  model: EngineModel,
  { groups, groupOf }: GroupedDraws,
  t: number,
  seed: number,
  draws: number,
): Float64Array[][] {
  const { years, uncertainty, effects } = model
  const drawValues = createDrawValues(model, { draws })
  const ids = [...uncertainty, ...effects].map(({ id }) => id)
  // Effects of one id share a draw: one of them tells it.
  const telling = ids.map((id, entry) => ids.indexOf(id) === entry)
  const parameters: Float64Array[][] = groups.map(() => [])
  const writers: ((draw: number, values: Float64Array) => void)[] = []
  for (const [entry, isTelling] of telling.entries()) {
    if (!isTelling) continue
    const add = (of: (path: Float64Array) => number): void => {
      const column = new Float64Array(draws)
      parameters[groupOf[entry]!]!.push(column)
      writers.push((draw, values) => {
        column[draw] = of(values.subarray(entry * years, entry * years + t))
      })
    }
    const isEffect = entry >= uncertainty.length
    add((path) => path[isEffect ? path.length - 1 : 0]!)
    if (!isEffect && uncertainty[entry]!.walk > 0) add(mean)
  }
  const values = new Float64Array(ids.length * years)
  for (let draw = 0; draw < draws; draw++) {
    drawValues(seed, draw, values)
    for (const write of writers) write(draw, values)
  }
  return parameters
}

const mean = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length
