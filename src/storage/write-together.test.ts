import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeTogether } from './write-together.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'headroom-together-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const at = (...names: string[]): string => path.join(folder, ...names)

describe('writing files together', () => {
  it('makes folders, replaces what is there and leaves nothing else', () => {
    writeFileSync(at('a'), 'old')
    writeTogether(
      new Map([
        [at('a'), 'new'],
        [at('deep', 'er', 'b'), 'new'],
      ]),
    )
    expect(readFileSync(at('a'), 'utf8')).toBe('new')
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(['a', 'deep', 'deep/er', 'deep/er/b'])
  })

  it.each([
    ['moved into place, a folder being in the way', ['b'], 'a folder with that name is in the way'],
    [
      'written, a file being where its folder should be',
      ['a', 'c'],
      'something with that name is already there',
    ],
  ])('writes none where one can’t be %s', (_, name, reason) => {
    writeFileSync(at('a'), 'old')
    mkdirSync(at('b', 'full'), { recursive: true })
    const files = new Map([at('a'), at('deep', 'er', 'd'), at(...name)].map((file) => [file, 'new']))
    expect(() => writeTogether(files)).toThrowError(
      expect.objectContaining({ code: 'file-unwritable', details: { file: at(...name), reason } }),
    )
    expect(readFileSync(at('a'), 'utf8')).toBe('old')
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(['a', 'b', 'b/full'])
  })
})
