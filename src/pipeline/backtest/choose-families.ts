import type { BacktestFamily } from '../../domain/backtest.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'

/**
 * The family asked for, or all.
 * @param wanted its code, or null for all
 * @throws HeadroomError `family-unknown`
 */
export function chooseFamilies(
  families: readonly BacktestFamily[],
  wanted: string | null,
): readonly BacktestFamily[] {
  const chosen = families.filter(({ code }) => wanted === null || code === wanted)
  if (chosen.length > 0) return chosen
  throw new HeadroomError('family-unknown', {
    family: wanted ?? '',
    known: families.map(({ code }) => code).join(', '),
  })
}
