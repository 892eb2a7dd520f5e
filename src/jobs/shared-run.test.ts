import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { everyFeature } from '../../tests/support/every-feature.ts'
import { startPostgres, type TestDatabase } from '../../tests/support/postgres.ts'
import { syntheticModel } from '../../tests/support/synthetic-model.ts'
import { buildThreadParts, type ThreadParts } from '../../tests/support/thread-parts.ts'
import type { EnsembleRequest, RegionShard } from '../domain/ensemble.ts'
import { createSimulate } from '../engine/ensemble/simulate.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { encodeShard } from '../storage/shard-bytes.ts'
import { createShardEngine } from '../threads/shards-on-threads.ts'
import { computeOnMachines } from './compute-on-machines.ts'
import { type Database, openDatabase, RunGone } from './database.ts'
import { helpWithRuns, type Worker } from './help-with-runs.ts'
import { arrivedShards, openOffers, queueOf, type RunOffer, sendShard } from './run-board.ts'

const sizes = { occupations: 5, areas: 7, years: 4, services: 3, movesEach: 1, regions: 3 }
const request: EnsembleRequest = {
  model: everyFeature(syntheticModel({ ...sizes, seed: 4, smooth: false }), 4),
  aggregation: { start: Int32Array.from([0, 1, 6]), members: Int32Array.from([2, 0, 1, 2, 3, 4]) },
  seed: 12,
  draws: 21,
  rollUp: true,
}
const manifest = {
  run: '0123456789ab',
  scenario: 'no-change',
  area: null,
  seed: 12,
  draws: 21,
  design: 'sobol' as const,
  years: 4,
  headroomVersion: '0.1.0',
  code: 'c',
  inputs: {},
}
const bits = (values: Float64Array): Uint8Array => new Uint8Array(values.slice().buffer)
const regions = [0, 1, 2]

let parts: ThreadParts
let server: TestDatabase
let database: Database
let whole: Uint8Array
beforeAll(async () => {
  parts = await buildThreadParts()
  whole = bits((await createSimulate(parts.kernel)(request)).values)
  server = await startPostgres()
  database = await openDatabase(server.address)
})
afterAll(async () => {
  await database?.close()
  await server?.remove()
  await parts?.remove()
})

const engineOf = (threads: number) => createShardEngine({ ...parts, threads })
let notes: string[]
let lines: string[]
beforeEach(() => {
  notes = []
  lines = []
})

/** A run under way on this machine: `end` gives its shards. */
function start(helps: boolean, stop = new AbortController()) {
  const shards = new Map<number, RegionShard>()
  const offer = { manifest, given: {}, host: 'here' }
  // how long nobody helps depends on the machine
  const note = (text: string): void => {
    if (!text.startsWith('No worker has taken a shard yet')) notes.push(text)
  }
  const compute = computeOnMachines({ database, engine: engineOf(1), helps, offer, note })
  const keep = async (shard: RegionShard): Promise<void> => {
    expect(shards.has(shard.region)).toBe(false)
    shards.set(shard.region, shard)
  }
  return { shards, stop, end: compute(request, regions, keep, undefined, stop.signal) }
}

const worker = (changes: Partial<Worker> = {}): Worker => ({
  database,
  engine: engineOf(1),
  name: 'worker',
  prepare: () => ({ request, regions: ['North', 'Middle', 'South'] }),
  untilEmpty: true,
  report: (line) => void lines.push(line),
  warn: (line) => void lines.push(line),
  ...changes,
})

/** The offer of the run under way, once it is there. */
async function offered(): Promise<RunOffer> {
  for (;;) {
    const [offer] = await openOffers(database)
    if (offer) return offer
    await sleep(50)
  }
}

async function joined(shards: ReadonlyMap<number, RegionShard>): Promise<Uint8Array> {
  const result = await engineOf(1).join(request, async (region) => shards.get(region) ?? null)
  return bits(result!.values)
}

async function expectNothingLeft(): Promise<void> {
  for (const table of ['run', 'shard', 'shard_piece', 'refusal', 'job'])
    expect(await server.query(`select * from headroom.${table}`), table).toEqual([])
}

describe('a database of shared runs', () => {
  it('is opened with the password of the environment, and by several at once', async () => {
    const address = new URL(server.address)
    const before = process.env.PGPASSWORD
    process.env.PGPASSWORD = decodeURIComponent(address.password)
    address.password = ''
    try {
      const opened = await Promise.all([1, 2, 3].map(() => openDatabase(address.href)))
      for (const { shown, close } of opened) {
        expect(shown).not.toContain(':***')
        await close()
      }
    } finally {
      if (before === undefined) delete process.env.PGPASSWORD
      else process.env.PGPASSWORD = before
    }
  })
})

describe('a run shared at a database', () => {
  it('has the bits of a run in one go with no worker, with one, and with both at work', async () => {
    const alone = start(true)
    await alone.end
    expect(await joined(alone.shards)).toEqual(whole)
    const led = start(false)
    await offered()
    await helpWithRuns(worker(), new AbortController().signal)
    await led.end
    expect(await joined(led.shards)).toEqual(whole)
    expect(lines).toHaveLength(6)
    const both = start(true)
    await offered()
    await helpWithRuns(worker(), new AbortController().signal)
    await both.end
    expect(await joined(both.shards)).toEqual(whole)
    expect(notes).toEqual([])
    await expectNothingLeft()
  })

  it('works a shard out again that arrived damaged, and says whose it was', async () => {
    const run = start(false)
    const { key } = await offered()
    const shard: RegionShard = { region: 1, values: new Float64Array(3), sum: new Float64Array(2) }
    const [header, ...body] = encodeShard(manifest.run, shard) as [Uint8Array, ...Uint8Array[]]
    await sendShard(database, key, 1, [header, ...body.map((part) => part.slice(1))], 'an old machine')
    while (notes.length === 0) await sleep(50)
    await helpWithRuns(worker(), new AbortController().signal)
    await run.end
    expect(notes).toEqual([expect.stringMatching(/^A shard of an old machine can’t be used \(.*cut short/)])
    expect(await joined(run.shards)).toEqual(whole)
  })

  it('counts a shard once, however often it is sent', async () => {
    const run = start(false)
    const { key } = await offered()
    let shard: RegionShard | undefined
    await engineOf(1).compute(request, [2], async (made) => {
      shard = made
    })
    const send = () => sendShard(database, key, 2, encodeShard(manifest.run, shard!), 'worker')
    await Promise.all([send(), send(), send()])
    expect(await arrivedShards(database, key)).toHaveLength(1)
    await helpWithRuns(worker(), new AbortController().signal)
    await run.end
    expect(await joined(run.shards)).toEqual(whole)
    await expectNothingLeft()
  })

  it('tells both sides of a worker that has another program or other data', async () => {
    const run = start(false)
    await offered()
    const prepare = ({ manifest: { run } }: RunOffer) => {
      throw new HeadroomError('shard-refused', { run, reason: 'data/reference/areas.csv differs' })
    }
    const refused = helpWithRuns(worker({ prepare }), new AbortController().signal)
    await expect(refused).rejects.toMatchObject({ code: 'shard-refused' })
    expect(lines).toEqual([expect.stringMatching(/^This machine can’t help with run 0123456789ab: data/)])
    while (notes.length === 0) await sleep(50)
    expect(notes).toEqual(['worker can’t help: data/reference/areas.csv differs'])
    run.stop.abort(new Error('enough'))
    await expect(run.end).rejects.toThrow('enough')
    await expectNothingLeft()
  })

  it('gives a shard back at once where its worker is told to stop', async () => {
    const run = start(false)
    const { key } = await offered()
    const stop = new AbortController()
    const report = (line: string): void => {
      lines.push(line)
      if (line.startsWith('Took')) stop.abort(new Error('stopped'))
    }
    await helpWithRuns(worker({ report }), stop.signal)
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['Took', 'Gave'])
    const jobs = await server.query(`select state::text from headroom.job where name = '${queueOf(key)}'`)
    expect(jobs.map(({ state }) => state).sort()).toEqual(['created', 'created', 'retry'])
    await helpWithRuns(worker(), new AbortController().signal)
    await run.end
    expect(await joined(run.shards)).toEqual(whole)
  })

  it('gives up on a region that fails everywhere', async () => {
    const run = start(false)
    const { key } = await offered()
    await server.query(
      `update headroom.job set state = 'failed', output = '{"reason":"out of memory"}' where name = '${queueOf(key)}'`,
    )
    await expect(run.end).rejects.toMatchObject({
      code: 'shard-failed',
      details: { reason: 'out of memory' },
    })
    await expectNothingLeft()
  })

  it('lets a worker notice that nobody waits any more', async () => {
    await expect(sendShard(database, 'gone', 0, [new Uint8Array(1)], 'worker')).rejects.toBeInstanceOf(
      RunGone,
    )
    const run = start(false)
    await offered()
    const report = (line: string): void => {
      lines.push(line)
      if (line.startsWith('Took')) run.stop.abort(new Error('enough'))
    }
    const end = expect(run.end).rejects.toThrow('enough')
    await helpWithRuns(worker({ report }), new AbortController().signal)
    await end
    expect(lines.at(-1)).toMatch(/^(Nobody waits for|Sent) /)
  })
})
