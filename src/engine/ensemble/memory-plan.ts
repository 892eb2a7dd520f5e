import { HeadroomError } from '../../errors/headroom-error.ts'
import { layOut, publishedNumbers, type Shape, storeNumbers } from '../cohort/layout.ts'
import { groupsNumbers, rowOffsets } from './factor-store.ts'

const GIBIBYTE = 1024 * 1024 * 1024

/** Most memory a run may plan for: what the kernel's 32-bit addresses reach. */
export const MEMORY_LIMIT = 4 * GIBIBYTE

/** Bytes a run holds at its height: results, factors, sums of regions and England, and each thread's kernel. */
export function plannedBytes(shape: Shape, units: number, threads: number): number {
  const shared = units * publishedNumbers(shape) + groupsNumbers(shape) + rowOffsets(shape).numbers
  const sums = 2 * storeNumbers(shape)
  return (shared + sums) * 8 + threads * layOut(shape).bytes
}

/**
 * The number of threads to use: as many as wished, or fewer where memory is short. Throws the error
 * `memory-exceeded` where even one thread needs too much.
 */
export function threadsWithin(
  shape: Shape,
  units: number,
  wished: number,
  draws: number,
  limit = MEMORY_LIMIT,
): number {
  for (let threads = wished; threads >= 1; threads--)
    if (plannedBytes(shape, units, threads) <= limit) return threads
  throw new HeadroomError('memory-exceeded', {
    draws,
    need: gibibytes(plannedBytes(shape, units, 1)),
    limit: gibibytes(limit),
  })
}

const gibibytes = (bytes: number): string => `${(bytes / GIBIBYTE).toFixed(1)} GiB`
