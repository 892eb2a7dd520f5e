import type { PlannedLimit } from '../../domain/plan.ts'
import {
  LIMIT_HEADINGS,
  LIMIT_STEPS,
  type PricedLimit,
  sayLimitYears,
  strongestLimits,
} from '../../views/plan/plan-words.ts'
import { formatWhole } from './format.ts'
import { alignTable } from './table.ts'

/** What binds a plan, in words: what one step more, in every year it binds, is worth. */
export function formatLimits(binding: readonly PlannedLimit[]): string[] {
  const list = (
    heading: string,
    priced: readonly PricedLimit[],
    say: (worth: number) => string,
  ): string[] => {
    const rows = priced.map(([limit, worth]) => [
      `  ${say(worth)}`,
      LIMIT_STEPS[limit.kind][0],
      limit.code,
      sayLimitYears(limit),
    ])
    return rows.length === 0
      ? []
      : [[heading, ...alignTable(rows, ['right', 'left', 'left', 'left'])].join('\n')]
  }
  const { short, dear } = strongestLimits(binding)
  return [
    ...list(LIMIT_HEADINGS.short, short, (fte) => fte.toFixed(1)),
    ...list(LIMIT_HEADINGS.dear, dear, formatWhole),
  ]
}
