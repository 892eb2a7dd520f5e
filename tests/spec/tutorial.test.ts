import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageFolder } from '../../src/storage/package-folder.ts'
import { BIN, startProcess } from '../support/headroom.ts'
import { hasShape, readShellExamples } from '../support/shell-examples.ts'

const page = await readFile(path.join(packageFolder(), 'docs', 'tutorial', 'first-projection.md'), 'utf8')
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'headroom-tutorial-'))
  // stands for npx in a checkout, so that the tutorial's files land here and not in the repository
  const npx = path.join(folder, 'bin', 'npx')
  await mkdir(path.dirname(npx))
  await writeFile(npx, `#!/bin/sh\nshift\nexec "${process.execPath}" "${BIN}" "$@"\n`)
  await chmod(npx, 0o755)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the tutorial “Your first projection”', () => {
  it.each(readShellExamples(page))('$commands', async ({ commands, result }) => {
    const env = { ...process.env, PATH: `${path.join(folder, 'bin')}:${process.env.PATH}` }
    const { status, out, err } = await startProcess('bash', ['-ec', commands], { cwd: folder, env }).end
    expect([status, err]).toEqual([0, ''])
    if (result !== null && !hasShape(out, result)) expect(out).toBe(result)
  })
})

describe('the shape of an example', () => {
  it('pairs a command with the result under it', () => {
    const text = 'Do\n\n```sh\na\n```\n\n```text\nb\n```\n\nthen\n\n```sh\nc\n```\n\nSo.\n\n```text\nd\n```\n'
    expect(readShellExamples(text)).toEqual([
      { commands: 'a\n', result: 'b\n' },
      { commands: 'c\n', result: null },
    ])
  })

  it.each([
    ['Year 2026: 1,234.5 FTE', 'Year 2030: 7 FTE', true],
    ['Year 2026: FTE', 'Year 2030: 7 FTE', false],
    ['a\nb\nc\nd', 'a\n…\nd', true],
    ['a\nb\nc\nd', 'a\n…\nc', false],
    ['a (1)\n', '…(2)', true],
    ['run 0123456789ab', 'run ba9876543210', true],
  ])('%j against %j: %j', (printed, result, expected) => expect(hasShape(printed, result)).toBe(expected))
})
