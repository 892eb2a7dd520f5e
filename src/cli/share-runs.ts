import { hostname } from 'node:os'
import type { Simulate } from '../domain/ensemble.ts'
import type { InputFiles } from '../domain/input-files.ts'
import { GIVEN, matchOffer, type OwnInputs } from '../jobs/match-offer.ts'
import { createSimulateInShards } from '../jobs/simulate-in-shards.ts'
import { ensembleOf } from '../pipeline/ensemble-of.ts'
import { readScenarioInputs } from '../pipeline/read-scenario-inputs.ts'
import type { RunIngredients } from '../storage/run-identity.ts'
import { openShardFolder } from '../storage/shard-folder.ts'
import { createShardEngine, regionsOf } from '../threads/shards-on-threads.ts'
import { createSimulateOnThreads, type ThreadOptions } from '../threads/simulate-on-threads.ts'
import type { PartRequest, RunWays, WorkRequest } from './program.ts'

/** What decides a run’s numbers, and its name. */
export type NamedRun = RunIngredients & { readonly run: string }

/**
 * Where an ensemble runs: on this machine’s threads; in shards that are kept as they are done; or on all
 * machines whose workers wait at a database.
 * @throws HeadroomError `database-address`, `database-unreachable`
 */
export async function simulateInWays(
  threads: ThreadOptions,
  { folder, resume, database: address, note }: RunWays,
  manifest: NamedRun,
  files: InputFiles,
): Promise<Simulate> {
  const alone = createSimulateOnThreads({ ...threads, threads: Math.max(1, threads.threads) })
  if (address === null && !resume) return alone
  if (address !== null) await tryDatabase(address)
  return async (request, onProgress, signal) => {
    if (regionsOf(request).length < (address === null ? 2 : 1)) return alone(request, onProgress, signal)
    const shards = await openShardFolder(folder, manifest.run, note)
    const engine = createShardEngine(threads)
    if (address === null)
      return createSimulateInShards({ engine, shards, folder, compute: engine.compute })(
        request,
        onProgress,
        signal,
      )
    const { computeOnMachines, openDatabase } = await import('../jobs/machines.ts')
    const database = await openDatabase(address)
    try {
      const given = Object.fromEntries([...files].filter(([name]) => GIVEN.test(name)))
      const offer = { manifest, given, host: hostname() }
      const compute = computeOnMachines({ database, engine, helps: threads.threads > 0, offer, note })
      return await createSimulateInShards({ engine, shards, folder, compute })(request, onProgress, signal)
    } finally {
      await database.close()
    }
  }
}

/**
 * Works out one part of a run’s regions and keeps them in the output folder, those left out that are there.
 * @returns regions of the part, and of the run; none where the run is one piece
 */
export async function keepPartOf(
  threads: ThreadOptions,
  { folder, part, of, note }: PartRequest,
  manifest: NamedRun,
  files: InputFiles,
  onProgress: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<{ readonly kept: number; readonly regions: number }> {
  const { ensemble } = ensembleOf(readScenarioInputs(files, manifest.scenario, manifest.years), manifest)
  const regions = [...regionsOf(ensemble).keys()]
  const ours = regions.filter((region) => region % of === part - 1)
  const shards = await openShardFolder(folder, manifest.run, note)
  const missing = await shards.missing(ours)
  if (missing.length > 0)
    await createShardEngine(threads).compute(ensemble, missing, shards.write, onProgress, signal)
  return { kept: ours.length, regions: regions.length }
}

/** Makes sure that a database can be used, before long work is done. */
async function tryDatabase(address: string): Promise<void> {
  const { openDatabase } = await import('../jobs/machines.ts')
  await (await openDatabase(address)).close()
}

/**
 * Works on shards of runs that others offer at a database.
 * @throws HeadroomError `database-address`, `database-unreachable`, `database-lost`, `shard-refused`
 */
export async function workForOthers(
  threads: ThreadOptions,
  request: WorkRequest,
  own: OwnInputs,
  signal: AbortSignal,
): Promise<void> {
  const { helpWithRuns, openDatabase } = await import('../jobs/machines.ts')
  const database = await openDatabase(request.database)
  try {
    request.report(`Waiting for shards at ${database.shown} (Ctrl-C stops it).`)
    await helpWithRuns(
      {
        ...request,
        database,
        engine: createShardEngine(threads),
        name: `${hostname()} (process ${process.pid})`,
        prepare: (offer) => {
          const { manifest } = offer
          const inputs = readScenarioInputs(matchOffer(offer, own), manifest.scenario, manifest.years)
          const { ensemble, where } = ensembleOf(inputs, manifest)
          const regions = where.areas.filter(({ kind }) => kind === 'region').map(({ name }) => name)
          return { request: ensemble, regions }
        },
      },
      signal,
    )
  } finally {
    await database.close()
  }
}
