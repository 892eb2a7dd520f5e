import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createFileChunks } from './file-chunks.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'headroom-chunks-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const fileWith = (name: string, text: string): string => {
  const file = path.join(folder, name)
  writeFileSync(file, text)
  return file
}
const lengthOf = (chunks: Iterable<Uint8Array>): number => {
  let length = 0
  for (const chunk of chunks) length += chunk.length
  return length
}

describe('reading a file in chunks', () => {
  it('gives every byte, as often as it is asked', () => {
    const chunks = createFileChunks(fileWith('long.csv', 'a,b\n'.repeat(200_000)))
    expect(lengthOf(chunks())).toBe(800_000)
    expect(lengthOf(chunks())).toBe(800_000)
  })

  it('refuses a file that is another one the second time, or grows under its hands', () => {
    const file = fileWith('growing.csv', 'a,b\n'.repeat(200_000))
    const chunks = createFileChunks(file)
    expect(() => {
      for (const chunk of chunks()) if (chunk.length > 0) appendFileSync(file, 'c')
    }).toThrowError(/growing\.csv.*it changed while it was being read/)
    expect(() => lengthOf(chunks())).toThrowError(expect.objectContaining({ code: 'file-unreadable' }))
  })

  it('says which file isn’t there', () => {
    expect(() => lengthOf(createFileChunks(path.join(folder, 'none.csv'))())).toThrowError(/none\.csv/)
  })
})
