import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageFolder } from '../../src/storage/package-folder.ts'
import { BIN, startProcess } from '../support/headroom.ts'
import { hasShape, readShellExamples } from '../support/shell-examples.ts'

const page = await readFile(path.join(packageFolder(), 'docs', 'how-to', 'find-what-matters.md'), 'utf8')
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'headroom-how-to-'))
  const npx = path.join(folder, 'bin', 'npx')
  await mkdir(path.dirname(npx))
  await writeFile(npx, `#!/bin/sh\nshift\nexec "${process.execPath}" "${BIN}" "$@"\n`)
  await chmod(npx, 0o755)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the page “Find out what matters”', () => {
  it.each(readShellExamples(page))('$commands', { timeout: 300_000 }, async ({ commands, result }) => {
    const env = { ...process.env, PATH: `${path.join(folder, 'bin')}:${process.env.PATH}` }
    const { status, out, err } = await startProcess('bash', ['-ec', commands], { cwd: folder, env }).end
    expect([status, err]).toEqual([0, ''])
    if (result !== null && !hasShape(out, result)) expect(out).toBe(result)
  })
})
