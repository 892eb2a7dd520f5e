import type { RunManifest } from '../domain/projection.ts'
import { sha256 } from './hash.ts'

/** Everything that decides a run's numbers. */
export type RunIngredients = Omit<RunManifest, 'run' | 'baseYear'>

/**
 * The name of a run: the first twelve hexadecimal digits of the SHA-256 of everything that decides its
 * numbers. Two runs of one name have the same values.
 */
export function identifyRun(ingredients: RunIngredients): string {
  const { scenario, area, seed, draws, design, years, headroomVersion, code, inputs } = ingredients
  const files = Object.entries(inputs).sort(([a], [b]) => (a < b ? -1 : 1))
  const decisive = [scenario, area, seed, draws, design, years, headroomVersion, code, files]
  return sha256(JSON.stringify(decisive)).slice(0, 12)
}
