import type { BuilderState } from '../../domain/builder.ts'
import type { InputFiles } from '../../domain/input-files.ts'
import type { Plan } from '../../domain/plan.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { choiceOf, isSameChoice, NOTHING_SET } from '../../pipeline/builder/choice.ts'
import { readAddress } from '../../pipeline/builder/read-address.ts'
import { USUAL, writeAddress } from '../../pipeline/builder/write-address.ts'
import { readScenario } from '../../pipeline/read-scenario.ts'
import { saySummary } from '../../views/builder/builder-results.ts'
import { spanOf, type Workshop } from '../builder/workshop.ts'

const FILE = 'plan.yaml'
/** Characters of an address that every server and proxy on the way takes. */
const LONGEST = 7000

/** A plan as the builder would show it, compared with no change in the plan’s last year. */
export function stateOfPlan(
  files: InputFiles,
  { scenario, until }: Pick<Plan, 'scenario' | 'until'>,
  shop: Workshop,
): BuilderState {
  const given = new Map([...files, [`given/${FILE}`, scenario]])
  const built = choiceOf(readScenario(given, FILE))
  return { built, against: NOTHING_SET, year: Math.min(until, spanOf(shop).lastYear), ...USUAL }
}

/** The builder’s address of a plan, or why there is none. */
export type PlanAddress =
  | { readonly href: string; readonly why: null }
  | { readonly href: null; readonly why: 'long' | 'unlike' }

/** Where the builder shows a state, if an address can hold it. */
export function addressOfPlan(state: BuilderState, shop: Workshop): PlanAddress {
  const { presets } = shop.frame
  const query = writeAddress(state, presets, spanOf(shop))
  if (query.length > LONGEST) return { href: null, why: 'long' }
  return isRead(query, state, shop) ? { href: `/build?${query}`, why: null } : { href: null, why: 'unlike' }
}

/** Whether an address leads back to the state it was made of. */
function isRead(query: string, { built }: BuilderState, shop: Workshop): boolean {
  try {
    return isSameChoice(readAddress(query, shop.frame.presets, spanOf(shop)).built, built)
  } catch (error) {
    if (error instanceof HeadroomError) return false
    throw error
  }
}

/** What a plan comes to, in sentences with their ranges; none where the server has no time for it. */
export async function describeResult(
  files: InputFiles,
  plan: Plan,
  shop: Workshop,
): Promise<readonly string[]> {
  try {
    const state = stateOfPlan(files, plan, shop)
    return saySummary(await shop.result(state), state.year)
  } catch (error) {
    if (error instanceof HeadroomError && error.code === 'server-busy') return []
    throw error
  }
}
