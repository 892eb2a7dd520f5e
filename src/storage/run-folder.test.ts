import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { replaceFiles } from './run-folder.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'headroom-replace-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const fill =
  (...names: string[]) =>
  async (temporary: string): Promise<void> => {
    for (const name of names) await writeFile(path.join(temporary, name), 'new')
  }

describe('replacing the files of a folder', () => {
  it('puts back what it had moved where a later file can’t be moved', async () => {
    for (const name of ['a', 'b']) await writeFile(path.join(folder, name), 'old')
    await expect(replaceFiles(folder, ['a', 'b'], fill('a'))).rejects.toMatchObject({
      code: 'file-unwritable',
    })
    expect((await readdir(folder)).sort()).toEqual(['a', 'b'])
    for (const name of ['a', 'b']) expect(await readFile(path.join(folder, name), 'utf8')).toBe('old')
  })

  it('passes on what the writer throws, and leaves no temporary folder', async () => {
    const failure = new Error('the report can’t be drawn')
    await expect(replaceFiles(folder, ['a'], () => Promise.reject(failure))).rejects.toBe(failure)
    expect(await readdir(folder)).toEqual([])
  })

  it('lets two writers of one folder finish without mixing their temporary files', async () => {
    await Promise.all([replaceFiles(folder, ['a'], fill('a')), replaceFiles(folder, ['a'], fill('a'))])
    expect(await readdir(folder)).toEqual(['a'])
  })
})
