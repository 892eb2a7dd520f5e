import { appendFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RegionShard } from '../domain/ensemble.ts'
import { decodeShard, encodeShard } from './shard-bytes.ts'
import { openShardFolder, removeShards, type ShardFolder } from './shard-folder.ts'

const shard = (region: number): RegionShard => ({
  region,
  values: Float64Array.from([1.5, Number.NaN, -0]),
  sum: Float64Array.from([region, 1e300]),
})
/** Bits as text: `toEqual` alone takes no notice of the sign of nought. */
const bits = ({ values, sum }: RegionShard): string[] =>
  [values, sum].map((numbers) => Buffer.from(numbers.slice().buffer).toString('hex'))

let folder: string
let notes: string[]
const open = (run = 'abc'): Promise<ShardFolder> =>
  openShardFolder(folder, run, (text) => void notes.push(text))
const fileOf = (region: number, run = 'abc'): string =>
  path.join(folder, '.shards', run, `region-${region}.bin`)
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'headroom-shards-'))
  notes = []
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('a folder of shards', () => {
  it('gives back what was kept, to the bit, also to a later process', async () => {
    await (await open()).write(shard(1))
    const later = await open()
    expect(bits((await later.read(1))!)).toEqual(bits(shard(1)))
    expect(await later.missing([0, 1, 2])).toEqual([0, 2])
    expect(notes).toEqual([])
  })

  it('touches nothing until there is something to keep', async () => {
    expect(await (await open()).missing([0])).toEqual([0])
    expect(await readdir(folder)).toEqual([])
  })

  it.each([
    [
      'a changed bit',
      async (file: string) => {
        const bytes = await readFile(file)
        bytes[260] = (bytes[260] ?? 0) ^ 1
        await writeFile(file, bytes)
      },
      'its checksum does not fit',
    ],
    ['an end cut off', (file: string) => truncate(file, 270), 'cut short'],
    ['a beginning cut off', (file: string) => truncate(file, 100), 'does not begin as a shard does'],
    ['something put behind', (file: string) => appendFile(file, 'x'), 'too long'],
    ['nothing in it', (file: string) => truncate(file, 0), 'does not begin as a shard does'],
  ])('finds %s, says so and lets the shard be made again', async (_, damage, reason) => {
    const shards = await open()
    await shards.write(shard(0))
    await shards.write(shard(1))
    await damage(fileOf(1))
    expect(await shards.missing([0, 1])).toEqual([1])
    expect(notes).toEqual([expect.stringContaining(reason)])
    await shards.write(shard(1))
    expect(await shards.missing([0, 1])).toEqual([])
  })

  it('uses no shard of another run or region, wherever it lies', async () => {
    await (await open('abc')).write(shard(0))
    const other = await open('def')
    expect(notes).toEqual([expect.stringContaining('another run (abc)')])
    await other.write(shard(1))
    await writeFile(fileOf(0, 'def'), await readFile(fileOf(0, 'abc')))
    await writeFile(fileOf(2, 'def'), await readFile(fileOf(1, 'def')))
    expect(await other.missing([0, 1, 2])).toEqual([0, 2])
  })

  it('is removed whole, and is none where it never was', async () => {
    await (await open()).write(shard(0))
    await removeShards(folder)
    await removeShards(folder)
    expect(await readdir(folder)).toEqual([])
  })

  it('says where a shard can’t be kept', async () => {
    await writeFile(path.join(folder, '.shards'), 'a file')
    await expect((await open()).write(shard(0))).rejects.toMatchObject({ code: 'file-unwritable' })
  })
})

describe('the bytes of a shard', () => {
  it('can be read wherever they lie in memory', () => {
    const bytes = Buffer.concat([Buffer.from('x'), ...encodeShard('abc', shard(3))]).subarray(1)
    expect(bits(decodeShard(bytes, 'abc', 3))).toEqual(bits(shard(3)))
  })
})
