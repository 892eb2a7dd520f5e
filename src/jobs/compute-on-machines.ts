import { randomBytes } from 'node:crypto'
import type { EnsembleRequest, RegionShard } from '../domain/ensemble.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { reasonOf } from '../storage/file-errors.ts'
import { decodeShard } from '../storage/shard-bytes.ts'
import { regionsOf, type ShardEngine } from '../threads/shards-on-threads.ts'
import type { Database } from './database.ts'
import { doJob, rest } from './do-job.ts'
import {
  type ArrivedShard,
  arrivedShards,
  countJobs,
  dropPieces,
  fetchShard,
  keepAlive,
  offerAgain,
  offerRun,
  queueOf,
  type RunOffer,
  refusals,
  removeRun,
} from './run-board.ts'

/** Milliseconds without any worker before the user is told how to start one. */
const PATIENCE = 10_000

/** How a run is spread over machines. */
export interface MachineRun {
  readonly database: Database
  readonly engine: ShardEngine
  /** Whether this machine works on shards too, or only waits for others. */
  readonly helps: boolean
  readonly offer: Omit<RunOffer, 'key'>
  /** Told, in a sentence each, of what the user should know while it goes on. */
  readonly note: (text: string) => void
}

/**
 * Works shards out with the workers of a database: offers a job for each region, keeps the shards that
 * arrive, and takes jobs itself. What it put into the database is gone at the end, whichever it is.
 */
export function computeOnMachines(run: MachineRun): ShardEngine['compute'] {
  return async (request, regions, onShard, onProgress, signal = new AbortController().signal) => {
    const { database, offer } = run
    const key = `${offer.manifest.run}-${randomBytes(4).toString('hex')}`
    const areas = regionsOf(request)
    const sizeOf = (region: number): number => areas[region]?.length ?? 0
    const total = regions.reduce((sum, region) => sum + sizeOf(region), 0)
    const kept = new Set<number>()
    const end = new AbortController()
    const doneAreas = (): number => [...kept].reduce((sum, region) => sum + sizeOf(region), 0)
    const task: Task = {
      ...run,
      key,
      request,
      kept,
      signal: AbortSignal.any([signal, end.signal]),
      isDone: () => kept.size === regions.length,
      keep: async (shard) => {
        if (kept.has(shard.region)) return
        await onShard(shard)
        kept.add(shard.region)
        onProgress?.(doneAreas(), total)
        if (kept.size === regions.length) end.abort()
      },
      onShare: (region, share) => onProgress?.(doneAreas() + share * sizeOf(region), total),
    }
    onProgress?.(0, total)
    try {
      await offerRun(
        database,
        { ...offer, key },
        regions.map((region) => ({ region, areas: sizeOf(region) })),
      )
      const parts = [collect(task), ...(run.helps ? [help(task)] : [])]
      const ends = await Promise.allSettled(parts.map((part) => part.finally(() => end.abort())))
      const failed = ends.find((part) => part.status === 'rejected')
      if (failed) throw failed.reason
      signal.throwIfAborted()
    } finally {
      await removeRun(database, key).catch(() => undefined)
    }
  }
}

/** One try at a run, as its two sides see it. */
interface Task extends MachineRun {
  readonly key: string
  readonly request: EnsembleRequest
  /** Regions whose shards are kept. */
  readonly kept: ReadonlySet<number>
  /** Fires when all is done, or there is no sense in going on. */
  readonly signal: AbortSignal
  readonly isDone: () => boolean
  readonly keep: (shard: RegionShard) => Promise<void>
  /** Told of the share of a region that is done here. */
  readonly onShare: (region: number, share: number) => void
}

/** Keeps the shards that arrive, until all are there; tells of workers that can’t help. */
async function collect(task: Task): Promise<void> {
  const { database, key, note, helps, signal } = task
  const told = new Set<string>()
  const tell = (text: string): void => {
    if (!told.has(text)) note(text)
    told.add(text)
  }
  const start = Date.now()
  while (!task.isDone() && !signal.aborted) {
    await keepAlive(database, key)
    for (const shard of await arrivedShards(database, key))
      if (!task.kept.has(shard.region)) await take(task, shard, tell)
    for (const { worker, reason } of await refusals(database, key)) tell(`${worker} can’t help: ${reason}`)
    const { active, failed } = await countJobs(database, key)
    if (failed) throw new HeadroomError('shard-failed', failed)
    if (!helps && active === 0 && task.kept.size === 0 && Date.now() - start > PATIENCE)
      tell(`No worker has taken a shard yet. Start one: headroom work --database ${database.shown}`)
    await rest(signal)
  }
}

/** Fetches a shard and keeps it; one that is damaged is offered again. */
async function take(task: Task, shard: ArrivedShard, tell: (text: string) => void): Promise<void> {
  const { database, key, offer } = task
  const bytes = await fetchShard(database, key, shard)
  let whole: RegionShard
  try {
    whole = decodeShard(bytes, offer.manifest.run, shard.region)
  } catch (cause) {
    tell(`A shard of ${shard.worker} can’t be used (${reasonOf(cause)}): it is worked out again.`)
    return offerAgain(database, key, shard)
  }
  await task.keep(whole)
  await dropPieces(database, key, shard)
}

/** Works on shards here, until all are there. */
async function help({ database, engine, key, request, kept, signal, ...task }: Task): Promise<void> {
  while (!signal.aborted) {
    const job = await database.take(queueOf(key))
    if (job === null) {
      await rest(signal)
      continue
    }
    const { region } = job
    const compute = (jobSignal: AbortSignal): Promise<void> =>
      engine.compute(
        request,
        [region],
        task.keep,
        (done, total) => {
          if (!kept.has(region)) task.onShare(region, done / total)
        },
        jobSignal,
      )
    await doJob(database, key, job, compute, signal).catch((cause: unknown) => {
      if (!task.isDone()) throw cause
    })
  }
}
