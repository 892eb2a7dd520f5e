import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { makeHeadline, readHeadline } from '../../docs/headline.js'
import { packageFolder } from '../../src/storage/package-folder.ts'

it('the README’s headline is what its first command prints (“npm run docs” brings it up to date)', async () => {
  const readme = await readFile(path.join(packageFolder(), 'README.md'), 'utf8')
  expect(readHeadline(readme).trim()).toBe((await makeHeadline()).trim())
}, 600_000)
