import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fakeProjection } from '../../tests/support/fake-projection.ts'
import { sha256 } from './hash.ts'
import { readRun } from './read-run.ts'
import { writeRun } from './write-run.ts'

const FILES = ['projection.bin', 'projection.csv', 'report.html', 'run.json']
const report = '<!doctype html><title>Report</title>'
let base: string
let out: string

beforeEach(async () => {
  base = await mkdtemp(path.join(tmpdir(), 'headroom-write-'))
  out = path.join(base, 'deep', 'out')
})
afterEach(() => rm(base, { recursive: true, force: true }))

const contents = async (): Promise<string[]> =>
  Promise.all((await readdir(out)).sort().map(async (name) => sha256(await readFile(path.join(out, name)))))

describe('writing a run', () => {
  it('makes the folder with its four files and nothing else', async () => {
    const written = await writeRun(out, fakeProjection(), { report })
    expect((await readdir(out)).sort()).toEqual(FILES)
    expect(await readdir(path.dirname(out))).toEqual(['out'])
    for (const { file, bytes, sha256: sum } of written) {
      const content = await readFile(path.join(out, file))
      expect([content.byteLength, sha256(content)]).toEqual([bytes, sum])
    }
  })

  it('gives the same bytes for the same projection', async () => {
    await writeRun(out, fakeProjection(), { report })
    const first = await contents()
    await writeRun(out, fakeProjection(), { report })
    expect(await contents()).toEqual(first)
  })

  it('replaces an earlier run and leaves other files alone', async () => {
    await writeRun(out, fakeProjection(), { report })
    await writeFile(path.join(out, 'notes.txt'), 'mine')
    await writeRun(out, fakeProjection({ seed: 2 }), { report })
    expect((await readdir(out)).sort()).toEqual(['notes.txt', ...FILES])
    expect((await readRun(out)).manifest.seed).toBe(2)
  })

  it('leaves an earlier run untouched when it is stopped', async () => {
    await writeRun(out, fakeProjection(), { report })
    const before = await contents()
    const stop = new AbortController()
    stop.abort()
    const second = writeRun(out, fakeProjection({ seed: 2 }), { report, signal: stop.signal })
    await expect(second).rejects.toMatchObject({ code: 'interrupted' })
    expect((await readdir(out)).sort()).toEqual(FILES)
    expect(await contents()).toEqual(before)
  })

  it('leaves nothing, not even the folders it made, when it is stopped the first time', async () => {
    const stop = new AbortController()
    stop.abort()
    await expect(writeRun(out, fakeProjection(), { report, signal: stop.signal })).rejects.toThrow()
    expect(await readdir(base)).toEqual([])
  })

  it('says in plain words that a file is in the way', async () => {
    await writeFile(path.join(base, 'taken'), 'a file')
    await expect(writeRun(path.join(base, 'taken'), fakeProjection(), { report })).rejects.toMatchObject({
      code: 'file-unwritable',
      message: expect.stringContaining('a file is in the way'),
    })
  })
})

describe('reading a run', () => {
  it('gives back what was written', async () => {
    const projection = fakeProjection()
    await writeRun(out, projection, { report })
    expect(await readRun(out)).toEqual(projection)
  })

  it('says where there is none', async () => {
    await expect(readRun(out)).rejects.toMatchObject({ code: 'run-missing', exit: 2 })
  })

  it.each<[string, string, (file: string) => Promise<void>, RegExp]>([
    ['lost values', 'projection.bin', (file) => rm(file), /projection\.bin is missing/],
    [
      'changed values',
      'projection.bin',
      (file) => writeFile(file, Buffer.alloc(64)),
      /not what run\.json says/,
    ],
    ['a broken record', 'run.json', (file) => writeFile(file, '{'), /run\.json isn’t JSON/],
    ['a foreign record', 'run.json', (file) => writeFile(file, '{"format":2}'), /run\.json, format/],
  ])('refuses %s', async (_, name, spoil, reason) => {
    await writeRun(out, fakeProjection(), { report })
    await spoil(path.join(out, name))
    await expect(readRun(out)).rejects.toMatchObject({
      code: 'run-damaged',
      message: expect.stringMatching(reason),
    })
  })
})
