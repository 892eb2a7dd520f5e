import type { EnsembleRequest } from '../domain/ensemble.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { encodeShard } from '../storage/shard-bytes.ts'
import type { ShardEngine } from '../threads/shards-on-threads.ts'
import { type Database, RunGone, type TakenJob } from './database.ts'
import { doJob, rest, sentenceOf } from './do-job.ts'
import { openOffers, queueOf, type RunOffer, refuse, sendShard } from './run-board.ts'

/** A run that this machine can help with. */
export interface PreparedRun {
  readonly request: EnsembleRequest
  /** Names of its regions, by their number. */
  readonly regions: readonly string[]
}

/** A worker. */
export interface Worker {
  readonly database: Database
  readonly engine: ShardEngine
  /** What others know it by: machine and process. */
  readonly name: string
  /** Reads the inputs of a run. @throws HeadroomError `shard-refused` where they are not this machine’s own */
  readonly prepare: (offer: RunOffer) => PreparedRun
  /** True to end once there is nothing to take; false to wait for more. */
  readonly untilEmpty: boolean
  /** Told, in a line each, of what it does, and of what it can’t do. */
  readonly report: (line: string) => void
  readonly warn: (line: string) => void
}

/**
 * Takes shards of any run that is offered, until told to stop. A shard in hand is given back then.
 * @throws HeadroomError `database-lost`; with `untilEmpty`, `shard-refused` where it could not help with a run
 */
export async function helpWithRuns(worker: Worker, signal: AbortSignal): Promise<void> {
  const refused = new Map<string, HeadroomError>()
  const prepared = rememberLast(worker.prepare)
  while (!signal.aborted) {
    const offers = await openOffers(worker.database)
    const offer = offers.find(({ key }) => !refused.has(key))
    if (offer === undefined) {
      if (worker.untilEmpty) break
      await rest(signal)
      continue
    }
    try {
      const run = prepared(offer)
      const job = await worker.database.take(queueOf(offer.key))
      if (job !== null) await work(worker, offer, run, job, signal)
    } catch (cause) {
      if (signal.aborted) break
      if (cause instanceof HeadroomError && cause.code === 'database-lost') throw cause
      const error = refusal(offer, cause)
      refused.set(offer.key, error)
      worker.warn(`${error.message} ${error.next}`)
      await refuse(worker.database, offer.key, worker.name, String(error.details.reason)).catch(ifGone)
    }
  }
  const [first] = refused.values()
  if (worker.untilEmpty && !signal.aborted && first) throw first
}

/** Works one shard out and sends it home. */
async function work(
  { database, engine, name, report }: Worker,
  { key, manifest, host }: RunOffer,
  { request, regions }: PreparedRun,
  job: TakenJob,
  signal: AbortSignal,
): Promise<void> {
  const what = `${regions[job.region] ?? `region ${job.region}`} of run ${manifest.run}`
  report(`Took ${what} for ${host}.`)
  const compute = (jobSignal: AbortSignal): Promise<void> =>
    engine.compute(
      request,
      [job.region],
      (shard) => sendShard(database, key, shard.region, encodeShard(manifest.run, shard), name),
      undefined,
      jobSignal,
    )
  try {
    const isDone = await doJob(database, key, job, compute, signal)
    report(isDone ? `Sent ${what}.` : `Nobody waits for ${what} any more.`)
  } catch (cause) {
    report(`Gave ${what} back.`)
    throw cause
  }
}

/** Passes over a run that nobody waits for any more. */
function ifGone(cause: unknown): void {
  if (!(cause instanceof RunGone)) throw cause
}

function refusal({ manifest }: RunOffer, cause: unknown): HeadroomError {
  if (cause instanceof HeadroomError && cause.code === 'shard-refused') return cause
  return new HeadroomError('shard-refused', { run: manifest.run, reason: sentenceOf(cause) }, { cause })
}

/** Prepares a run once for all its shards. */
function rememberLast(prepare: Worker['prepare']): Worker['prepare'] {
  let last: { readonly run: string; readonly prepared: PreparedRun } | undefined
  return (offer) => {
    const { run } = offer.manifest
    if (last?.run === run) return last.prepared
    last = undefined
    const prepared = prepare(offer)
    last = { run, prepared }
    return prepared
  }
}
