import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createReferencePages } from '../../docs/reference-pages.ts'
import { MEASURES } from '../../src/domain/measure.ts'
import { PROJECTION_COLUMNS } from '../../src/domain/projection.ts'
import { CATALOGUE } from '../../src/errors/catalogue.ts'
import { packageFolder } from '../../src/storage/package-folder.ts'
import { RUN_FILES, RUN_RECORD } from '../../src/storage/run-record.ts'

const root = packageFolder()
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8')

/** Every Markdown page of the repository, by its path. */
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join('docs', name)),
]

describe('the documentation', () => {
  it.each([...createReferencePages()])(
    'docs/%s is what “npm run docs” makes of the program',
    (name, text) => {
      expect(read(`docs/${name}`)).toBe(text)
    },
  )

  it('documents every error, measure, file of a run and column', () => {
    for (const code of Object.keys(CATALOGUE))
      expect(read('docs/reference/errors.md')).toContain(`\`${code}\``)
    for (const { code } of MEASURES) expect(read('docs/reference/measures.md')).toContain(`\`${code}\``)
    for (const name of [...PROJECTION_COLUMNS, ...RUN_FILES, RUN_RECORD])
      expect(read('docs/reference/run-folder.md')).toContain(`\`${name}\``)
  })

  it.each(pages)('%s has no broken link to a file of the repository or a heading', (page) => {
    const links = [...read(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link ?? '')
    const broken = links.filter((link) => {
      if (/^(https?|mailto):/.test(link)) return false
      const [file = '', heading] = link.split('#')
      const target = file === '' ? page : path.join(path.dirname(page), file)
      if (!existsSync(path.join(root, target))) return true
      return heading !== undefined && !headings(target).includes(heading)
    })
    expect(broken).toEqual([])
  })
})

/** Anchors of the headings of a Markdown page. */
const headings = (page: string): string[] =>
  [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
