import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { RegionShard } from '../domain/ensemble.ts'
import { errorCode, reasonOf, unwritable } from './file-errors.ts'
import { decodeShard, encodeShard } from './shard-bytes.ts'

/** Folder of the shards of unfinished runs, in the folder that the results will go to. */
const SHARDS = '.shards'

/** The shards of one run that are done, kept in files so that an interrupted run can go on. */
export interface ShardFolder {
  /** Which of these regions have no good shard; those damaged are told of and removed. */
  missing(regions: readonly number[]): Promise<number[]>
  /** Keeps a shard: at its place whole, or not at all. @throws HeadroomError `file-unwritable` */
  write(shard: RegionShard): Promise<void>
  /** One region's shard, checked against its checksum; null where there is none or it is damaged. */
  read(region: number): Promise<RegionShard | null>
}

/**
 * Opens the shards of a run. Touches nothing until a shard is written.
 * @param folder where the run's results will go
 * @param run identity of the run: shards of another are never used
 * @param note told in a sentence of shards that can't be used
 */
export async function openShardFolder(
  folder: string,
  run: string,
  note: (text: string) => void,
): Promise<ShardFolder> {
  const all = path.join(folder, SHARDS)
  const place = path.join(all, run)
  const fileOf = (region: number): string => path.join(place, `region-${region}.bin`)
  const others = (await namesIn(all)).filter((name) => name !== run)
  if (others.length > 0)
    note(`Shards of another run (${others.join(', ')}) are in ${all}: this run does not use them.`)

  const read = async (region: number): Promise<RegionShard | null> => {
    const file = fileOf(region)
    try {
      return decodeShard(await readFile(file), run, region)
    } catch (cause) {
      if (errorCode(cause) === 'ENOENT' || errorCode(cause) === 'ENOTDIR') return null
      note(`The shard ${file} can’t be used (${reasonOf(cause)}): it is worked out again.`)
      await rm(file, { recursive: true, force: true })
      return null
    }
  }

  return {
    read,
    async missing(regions) {
      const missing: number[] = []
      for (const region of regions) if ((await read(region)) === null) missing.push(region)
      return missing
    },
    async write(shard) {
      const file = fileOf(shard.region)
      const temporary = `${file}.${process.pid}-${randomBytes(4).toString('hex')}`
      try {
        await mkdir(place, { recursive: true })
        const handle = await open(temporary, 'wx')
        try {
          for (const part of encodeShard(run, shard)) await handle.writeFile(part)
        } finally {
          await handle.close()
        }
        await rename(temporary, file)
      } catch (cause) {
        await rm(temporary, { force: true }).catch(() => undefined)
        throw unwritable(file, cause)
      }
    },
  }
}

/** Removes the shards kept in a folder, once the results are there that they were kept for. */
export async function removeShards(folder: string): Promise<void> {
  await rm(path.join(folder, SHARDS), { recursive: true, force: true })
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => [])
}
