import { appendFile, cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageFolder } from '../../src/storage/package-folder.ts'
import { runHeadroom, type Started, startHeadroom } from '../support/headroom.ts'
import { startPostgres, type TestDatabase } from '../support/postgres.ts'

const FILES = ['projection.bin', 'projection.csv', 'report.html', 'run.json']
/** All England, short and quick; every run here has the same options, so that all must have the same bytes. */
const project = (name: string, ...options: string[]): string[] => {
  return ['project', '--draws', '250', '--years', '2', '--out', place(name), ...options]
}
const place = (...parts: string[]): string => path.join(folder, ...parts)

/** Processes started here, so that none outlives a test that fails. */
const started: Started[] = []
const start = (args: readonly string[]): Started => {
  const process = startHeadroom(args)
  started.push(process)
  return process
}

let folder: string
let server: TestDatabase
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'headroom-shared-'))
  server = await startPostgres()
  const { status, err } = await runHeadroom(project('one', '--threads', '1'))
  expect([status, err]).toEqual([0, ''])
})
afterAll(async () => {
  for (const { child } of started) child.kill('SIGKILL')
  await server?.remove()
  await rm(folder, { recursive: true, force: true })
})

/** Expects a run to have the very files of the run on one thread. */
async function expectSameBytes(name: string): Promise<void> {
  expect((await readdir(place(name))).sort()).toEqual(FILES)
  for (const file of FILES) {
    const [one, other] = await Promise.all([readFile(place('one', file)), readFile(place(name, file))])
    expect(one.equals(other), `${name}/${file}`).toBe(true)
  }
}

const work = (...options: string[]): Started =>
  start(['work', '--threads', '1', '--database', server.address, ...options])

/** Waits until a process has printed a text. */
const printed = ({ child }: Started, text: string): Promise<void> =>
  new Promise((resolve) => {
    let all = ''
    child.stdout?.on('data', (more: string) => {
      all += more
      if (all.includes(text)) resolve()
    })
  })

/** Waits until a run has kept a region, and gives the file it is in. */
async function kept(name: string, region: number): Promise<string> {
  for (;;) {
    const runs = await readdir(place(name, '.shards')).catch(() => [])
    for (const run of runs) {
      const files = await readdir(place(name, '.shards', run))
      if (files.includes(`region-${region}.bin`)) return place(name, '.shards', run, `region-${region}.bin`)
    }
    await sleep(20)
  }
}

describe('one run on several machines', () => {
  it('has the same bytes on two threads as on one', async () => {
    expect((await runHeadroom(project('two', '--threads', '2'))).status).toBe(0)
    await expectSameBytes('two')
  })

  it('has the same bytes with three workers, one of them killed in the middle of a shard', async () => {
    const run = start(project('shared', '--threads', '0', '--database', server.address))
    const killed = work()
    await printed(killed, 'Took ')
    killed.child.kill('SIGKILL')
    const others = [work(), work()]
    const { status, out, err } = await run.end
    expect([status, err.replace(/^Note: No worker .*\n/, '')]).toEqual([0, ''])
    expect(out).toContain('Written to')
    await expectSameBytes('shared')
    const lost = (await killed.end).out.match(/^Took (.+) for /m)?.[1]
    expect((await killed.end).out).not.toContain('Sent')
    for (const { child } of others) child.kill('SIGTERM')
    const ends = await Promise.all(others.map(({ end }) => end))
    for (const end of ends)
      expect(end).toMatchObject({ status: 143, err: '', out: expect.stringMatching(/Stopped\.\n$/) })
    const sent = ends.flatMap((end) => [...end.out.matchAll(/^Sent (.+)\.$/gm)].map(([, what]) => what))
    expect(sent).toHaveLength(7)
    expect(sent).toContain(lost)
    for (const table of ['run', 'shard_piece', 'job'])
      expect(await server.query(`select * from headroom.${table}`), table).toEqual([])
  })

  it('tells both sides of a worker with other data, and ends with one message where the server goes away', async () => {
    await cp(path.join(packageFolder(), 'data'), place('data'), { recursive: true })
    await appendFile(place('data', 'reference', 'sectors.csv'), '\n')
    const run = start(project('refused', '--threads', '0', '--database', server.address))
    const noted = new Promise<void>((resolve) => {
      run.child.stderr?.on('data', (text: string) => text.includes('can’t help') && resolve())
    })
    const worker = work('--data', place('data'))
    await noted
    worker.child.kill('SIGTERM')
    const { status, err } = await worker.end
    expect([status, err]).toEqual([
      143,
      expect.stringMatching(/^This machine can’t help with run .*: data\/reference\/sectors\.csv differs\. /),
    ])
    if (server.stop) await server.stop()
    else run.child.kill('SIGINT')
    const end = await run.end
    expect(end.status).toBe(server.stop ? 1 : 130)
    expect(end.err).toMatch(
      /^(Note: .*\n)+(The database postgresql:\/\/headroom:\*\*\*@.* failed|Stopped before the end).*\n.*\n?$/,
    )
    expect(end.err).not.toContain('not-to-be-shown')
    expect(await readdir(folder)).not.toContain('refused')
  })
})

describe('a database that isn’t there', () => {
  it('is told before any work is done, without the password', async () => {
    const address = 'postgresql://headroom:secret@127.0.0.1:1/headroom'
    const message =
      /^The database postgresql:\/\/headroom:\*\*\*@127\.0\.0\.1:1\/headroom can’t be used: nothing answers there\.\n.*\n$/
    for (const args of [project('none', '--database', address), ['work', '--database', address]])
      expect(await runHeadroom(args)).toMatchObject({ status: 1, err: expect.stringMatching(message) })
    expect(await runHeadroom(['work', '--database', 'secret'])).toMatchObject({
      status: 2,
      err: expect.not.stringContaining('secret'),
    })
    expect(await readdir(folder)).not.toContain('none')
  })
})

describe('a run that is resumed', () => {
  it('goes on where it was killed, where it was stopped, and past a damaged shard, to the same bytes', async () => {
    const resumed = project('resumed', '--threads', '1', '--resume')
    const killed = start(resumed)
    const first = await kept('resumed', 0)
    killed.child.kill('SIGKILL')
    await killed.end
    expect(await readdir(place('resumed'))).toEqual(['.shards'])

    const stopped = start(resumed)
    const later = await kept('resumed', 3)
    stopped.child.kill('SIGINT')
    const { status, err } = await stopped.end
    expect([status, err]).toEqual([
      130,
      expect.stringMatching(/^Stopped before the end, with [4-7] of 7 regions done\. .*\n$/),
    ])
    expect(await readdir(place('resumed'))).toEqual(['.shards'])

    const bytes = await readFile(first)
    bytes[5000] = (bytes[5000] ?? 0) ^ 1
    await writeFile(first, bytes)
    const before = await readFile(later)
    const last = await runHeadroom(resumed)
    expect([last.status, last.err]).toEqual([
      0,
      expect.stringMatching(/^Note: The shard .*region-0\.bin can’t be used .*\n$/),
    ])
    await expectSameBytes('resumed')
    expect(before.byteLength).toBeGreaterThan(5000)
  })
})

describe('a run made in parts', () => {
  it('joins to the same bytes, with nothing worked out twice', async () => {
    for (const part of ['1/2', '2/2']) {
      const { status, err } = await runHeadroom(project('parts', '--part', part))
      expect([status, err]).toEqual([0, ''])
    }
    const first = await kept('parts', 0)
    expect(await readdir(path.dirname(first))).toHaveLength(7)
    expect((await runHeadroom(project('parts', '--resume'))).status).toBe(0)
    await expectSameBytes('parts')
  })
})
