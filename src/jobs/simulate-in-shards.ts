import type { Simulate } from '../domain/ensemble.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import type { ShardFolder } from '../storage/shard-folder.ts'
import { regionsOf, type ShardEngine } from '../threads/shards-on-threads.ts'

/** How often shards that vanish between being kept and being joined are worked out again. */
const ATTEMPTS = 3

/** What a run in shards needs. */
export interface ShardRun {
  readonly engine: ShardEngine
  readonly shards: ShardFolder
  /** Where the shards are kept, for messages. */
  readonly folder: string
  /** Works out the shards that are missing: `engine.compute`, or other machines too. */
  readonly compute: ShardEngine['compute']
}

/**
 * An ensemble in shards: works out those that aren't kept from an earlier try, keeps each as it is done,
 * and joins them. The same bits as a run in one go. Throws `interrupted-saved` where it is stopped and there
 * are shards to go on from.
 */
export function createSimulateInShards({ engine, shards, folder, compute }: ShardRun): Simulate {
  return async (request, onProgress, signal) => {
    const regions = [...regionsOf(request).keys()]
    try {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        const missing = await shards.missing(regions)
        if (missing.length > 0) await compute(request, missing, shards.write, onProgress, signal)
        const result = await engine.join(request, shards.read, signal)
        if (result !== null) return result
      }
      throw new HeadroomError('file-unreadable', { file: folder, reason: 'shards in it keep being lost' })
    } catch (cause) {
      if (!signal?.aborted) throw cause
      const saved = regions.length - (await shards.missing(regions)).length
      if (saved === 0) throw cause
      throw new HeadroomError('interrupted-saved', { saved, regions: regions.length, folder }, { cause })
    }
  }
}
