import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { CATALOGUE } from '../../src/errors/catalogue.ts'
import { HeadroomError } from '../../src/errors/headroom-error.ts'
import { readSourceFiles, walk } from '../support/source-files.ts'

const program = readSourceFiles().filter(({ path }) => path !== 'src/errors/catalogue.ts')

describe('the error catalogue', () => {
  const texts = new Set<string>()
  for (const { tree } of program)
    walk(tree, (node) => {
      if (ts.isStringLiteral(node)) texts.add(node.text)
    })

  it.each(Object.keys(CATALOGUE))('%s is raised somewhere', (code) => expect(texts).toContain(code))

  it.each(Object.entries(CATALOGUE))(
    '%s says what is wrong and what to do, in whole sentences',
    (_, entry) => {
      for (const text of [entry.message, entry.next]) expect(text).toMatch(/^[A-Z“{].*[.}…]$/)
      expect([1, 2, 130]).toContain(entry.exit)
    },
  )

  it('fills in the details', () => {
    const error = new HeadroomError('option-invalid', { option: '--draws', value: 0, expected: 'more' })
    expect(error.message).toBe('The option --draws can’t be 0.')
    expect(error.next).toBe('It must be more.')
  })
})
