import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hashInputs } from './hash.ts'
import { loadInputFiles } from './load-input-files.ts'
import { packageFolder, packageVersion } from './package-folder.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'headroom-load-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('loading input files', () => {
  it('reads every file below the folder in the order of its path, hidden ones left out', async () => {
    await mkdir(path.join(folder, 'b', 'c'), { recursive: true })
    await writeFile(path.join(folder, 'b', 'c', 'x.csv'), 'é\n')
    await writeFile(path.join(folder, 'a.csv'), 'a\n')
    await writeFile(path.join(folder, '.DS_Store'), Buffer.from([0xff]))
    expect([...(await loadInputFiles(folder))]).toEqual([
      ['a.csv', 'a\n'],
      ['b/c/x.csv', 'é\n'],
    ])
  })

  it('says that the folder is missing', async () => {
    const missing = path.join(folder, 'nowhere')
    await expect(loadInputFiles(missing)).rejects.toMatchObject({ code: 'file-missing' })
  })

  it('names a file that is not UTF-8', async () => {
    await writeFile(path.join(folder, 'latin.csv'), Buffer.from([0x63, 0x61, 0x66, 0xe9]))
    await expect(loadInputFiles(folder)).rejects.toMatchObject({
      code: 'file-unreadable',
      message: expect.stringMatching(/latin\.csv can’t be read: it isn’t UTF-8 text/),
    })
  })

  it('hashes the text that was read', () => {
    expect(hashInputs(new Map([['a.csv', 'abc']]))).toEqual({
      // the published SHA-256 test vector of FIPS 180-2 for "abc"
      'a.csv': 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    })
  })

  it('finds the package it is part of', () => {
    expect(path.basename(path.join(packageFolder(), 'package.json'))).toBe('package.json')
    expect(packageVersion(packageFolder())).toMatch(/^\d+\.\d+\.\d+/)
  })
})
