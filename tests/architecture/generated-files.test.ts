import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createGeneratedFiles } from '../../docs/generated-files.ts'
import { packageFolder } from '../../src/storage/package-folder.ts'

const root = packageFolder()
const generated = await createGeneratedFiles(path.join(root, 'data'))

describe('files that “npm run docs” makes from the data', () => {
  it.each([...generated.keys()])('%s is current', (name) => {
    expect(existsSync(path.join(root, name))).toBe(true)
    expect(readFileSync(path.join(root, name), 'utf8')).toBe(generated.get(name))
  })

  it('leaves no page or metadata of a series or table that is gone', () => {
    const pages = readdirSync(path.join(root, 'docs/reference/series')).map(
      (name) => `docs/reference/series/${name}`,
    )
    const metadata = readdirSync(path.join(root, 'data'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('-metadata.json'))
      .map((name) => `data/${name.split(path.sep).join('/')}`)
    expect([...pages, ...metadata].filter((name) => !generated.has(name))).toEqual([])
  })
})
