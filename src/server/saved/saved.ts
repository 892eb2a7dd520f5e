import type { SavedScenario } from '../../domain/saved-scenario.ts'
import type { SavedFolder } from '../../storage/saved-folder.ts'
import { openSavedScenarios } from '../../storage/saved-scenarios.ts'
import { createGuard, type Guard } from '../writing/guard.ts'
import type { WriteLimits } from '../writing/limits.ts'

/** What readers can have kept on the server. */
export interface Saved {
  readonly scenarios: SavedFolder<SavedScenario>
  readonly guard: Guard
  readonly limits: WriteLimits
  /** The time in milliseconds. */
  readonly now: () => number
}

/** Opens what is saved in a folder; the folder is made when something is first saved. */
export function openSaved(folder: string, limits: WriteLimits, now: () => number = Date.now): Saved {
  return {
    scenarios: openSavedScenarios(folder, limits.scenarios),
    guard: createGuard(limits, now),
    limits,
    now,
  }
}
