import type { EnsembleRequest } from '../../domain/ensemble.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { layOut, publishedNumbers, storeNumbers } from '../cohort/layout.ts'
import type { Shape } from '../cohort/shape.ts'
import { groupsNumbers, rowOffsets } from './factor-store.ts'
import { keptNumbers } from './shared-numbers.ts'

const GIBIBYTE = 1024 * 1024 * 1024

/** Most memory a run may plan for: what the kernel's 32-bit addresses reach. */
export const MEMORY_LIMIT = 4 * GIBIBYTE

/** Bytes a run holds at its height: results, draws kept, factors, sums of regions and England, and each thread's kernel. */
export function plannedBytes(
  shape: Shape,
  units: number,
  threads: number,
  { draws, keep }: Pick<EnsembleRequest, 'draws' | 'keep'>,
): number {
  const shared = units * publishedNumbers(shape) + groupsNumbers(shape) + rowOffsets(shape).numbers
  const sums = 2 * storeNumbers(shape)
  const kept = keptNumbers(shape, draws, keep)
  return (shared + sums + kept) * 8 + threads * layOut(shape).bytes
}

/**
 * The number of threads to use: as many as wished, or fewer where memory is short. Throws the error
 * `memory-exceeded` where even one thread needs too much.
 */
export function threadsWithin(
  shape: Shape,
  units: number,
  wished: number,
  request: Pick<EnsembleRequest, 'draws' | 'keep'>,
  limit = MEMORY_LIMIT,
): number {
  for (let threads = wished; threads >= 1; threads--)
    if (plannedBytes(shape, units, threads, request) <= limit) return threads
  throw new HeadroomError('memory-exceeded', {
    draws: request.draws,
    need: gibibytes(plannedBytes(shape, units, 1, request)),
    limit: gibibytes(limit),
  })
}

const gibibytes = (bytes: number): string => `${(bytes / GIBIBYTE).toFixed(1)} GiB`
