import { randomUUID } from 'node:crypto'
import type { RunIngredients } from '../storage/run-identity.ts'
import { type Database, SCHEMA } from './database.ts'

/** What a worker must know of a run to do part of it. */
export interface RunOffer {
  /** Name of this try at the run: two tries at one run don’t meet. */
  readonly key: string
  readonly manifest: RunIngredients & { readonly run: string }
  /** Text of the scenario file that the user gave, by its path among the input files; empty where there is none. */
  readonly given: Readonly<Record<string, string>>
  /** Machine that the run was started on. */
  readonly host: string
}

/** Shards of an offer that lie in the database, whole. */
export interface ArrivedShard {
  readonly region: number
  readonly attempt: string
  readonly pieces: number
  readonly worker: string
}

/** How far the jobs of an offer are. */
export interface JobCounts {
  readonly waiting: number
  readonly active: number
  /** Region of a job given up on, and why; null where there is none. */
  readonly failed: { readonly region: number; readonly reason: string } | null
}

/** Seconds without a sign after which a run is taken to have no one waiting for it, and after which it is removed. */
const SILENCE = 30
const FORGOTTEN = 3600
/** Bytes of a shard sent in one statement. */
const PIECE = 8 << 20

/** Name of the queue of an offer. */
export const queueOf = (key: string): string => `run-${key}`

/** Offers a run, with a job for each region. Removes offers that nobody has waited for in an hour. */
export async function offerRun(
  database: Database,
  offer: RunOffer,
  jobs: readonly { readonly region: number; readonly areas: number }[],
): Promise<void> {
  const old = await database.query<{ key: string }>(
    `select key from ${SCHEMA}.run where seen < now() - interval '${FORGOTTEN} seconds'`,
  )
  for (const { key } of old) await removeRun(database, key)
  await database.query(`insert into ${SCHEMA}.run (key, manifest, given, host) values ($1, $2, $3, $4)`, [
    offer.key,
    JSON.stringify(offer.manifest),
    JSON.stringify(offer.given),
    offer.host,
  ])
  await database.createQueue(queueOf(offer.key), jobs)
}

/** Removes everything of an offer. */
export async function removeRun(database: Database, key: string): Promise<void> {
  await database.query(`delete from ${SCHEMA}.run where key = $1`, [key])
  await database.deleteQueue(queueOf(key))
}

/** Says that someone still waits for the run. */
export async function keepAlive(database: Database, key: string): Promise<void> {
  await database.query(`update ${SCHEMA}.run set seen = now() where key = $1`, [key])
}

/** Runs that someone waits for and that have a job to take, the oldest first. */
export const openOffers = (database: Database): Promise<RunOffer[]> =>
  database.query<RunOffer>(
    `select key, manifest, given, host from ${SCHEMA}.run
     where seen > now() - interval '${SILENCE} seconds' and exists (
       select 1 from ${SCHEMA}.job where name = 'run-' || key and state < 'active')
     order by created`,
  )

/** True while someone waits for the run. */
export async function isWanted(database: Database, key: string): Promise<boolean> {
  const found = await database.query(
    `select 1 from ${SCHEMA}.run where key = $1 and seen > now() - interval '${SILENCE} seconds'`,
    [key],
  )
  return found.length > 0
}

export async function countJobs(database: Database, key: string): Promise<JobCounts> {
  const rows = await database.query<{ state: string; region: number; reason: string | null }>(
    `select state::text, (data->>'region')::integer as region, output->>'reason' as reason
     from ${SCHEMA}.job where name = $1`,
    [queueOf(key)],
  )
  const failed = rows.find(({ state }) => state === 'failed')
  const count = (...states: string[]): number => rows.filter(({ state }) => states.includes(state)).length
  return {
    waiting: count('created', 'retry'),
    active: count('active'),
    failed: failed ? { region: failed.region, reason: failed.reason ?? 'its worker went silent' } : null,
  }
}

/** Notes that a worker can’t help with a run. */
export async function refuse(database: Database, key: string, worker: string, reason: string): Promise<void> {
  await database.query(
    `insert into ${SCHEMA}.refusal (key, worker, reason) values ($1, $2, $3) on conflict do nothing`,
    [key, worker, reason],
  )
}

/** Workers that can’t help with a run, and why. */
export const refusals = (database: Database, key: string): Promise<{ worker: string; reason: string }[]> =>
  database.query(`select worker, reason from ${SCHEMA}.refusal where key = $1 order by worker`, [key])

/**
 * Sends a shard home: piece by piece under a name of its own, then one row that makes it count. Whoever puts
 * that row first has done the shard; what others send is removed. So a worker that dies half-way, or two that
 * do the same shard, leave one whole shard.
 */
export async function sendShard(
  database: Database,
  key: string,
  region: number,
  parts: readonly Uint8Array[],
  worker: string,
): Promise<void> {
  const attempt = randomUUID()
  let piece = 0
  for (const part of parts)
    for (let start = 0; start < part.byteLength; start += PIECE)
      await database.query(
        `insert into ${SCHEMA}.shard_piece (key, region, attempt, piece, bytes) values ($1, $2, $3, $4, $5)`,
        [key, region, attempt, piece++, bufferOf(part.subarray(start, start + PIECE))],
      )
  await database.query(
    `insert into ${SCHEMA}.shard (key, region, attempt, pieces, worker) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [key, region, attempt, piece, worker],
  )
  await database.query(
    `delete from ${SCHEMA}.shard_piece where key = $1 and region = $2 and attempt = $3 and not exists (
       select 1 from ${SCHEMA}.shard where key = $1 and region = $2 and attempt = $3)`,
    [key, region, attempt],
  )
}

/** Shards that have arrived. */
export const arrivedShards = (database: Database, key: string): Promise<ArrivedShard[]> =>
  database.query(`select region, attempt, pieces, worker from ${SCHEMA}.shard where key = $1`, [key])

/** The bytes of a shard that has arrived, in order. */
export async function fetchShard(
  database: Database,
  key: string,
  { region, attempt, pieces }: ArrivedShard,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for (let piece = 0; piece < pieces; piece++) {
    const [row] = await database.query<{ bytes: Buffer }>(
      `select bytes from ${SCHEMA}.shard_piece where key = $1 and region = $2 and attempt = $3 and piece = $4`,
      [key, region, attempt, piece],
    )
    if (row) parts.push(row.bytes)
  }
  return Buffer.concat(parts)
}

/** Removes the pieces of a shard that has been kept elsewhere. Its row stays, so that no other is taken for it. */
export async function dropPieces(database: Database, key: string, shard: ArrivedShard): Promise<void> {
  await database.query(`delete from ${SCHEMA}.shard_piece where key = $1 and region = $2 and attempt = $3`, [
    key,
    shard.region,
    shard.attempt,
  ])
}

/** Removes a shard that can’t be used and offers its region again. */
export async function offerAgain(database: Database, key: string, shard: ArrivedShard): Promise<void> {
  await dropPieces(database, key, shard)
  await database.query(`delete from ${SCHEMA}.shard where key = $1 and region = $2 and attempt = $3`, [
    key,
    shard.region,
    shard.attempt,
  ])
  await database.createQueue(queueOf(key), [{ region: shard.region, areas: 0 }])
}

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
