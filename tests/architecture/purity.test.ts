import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { placeOf, readSourceFiles, type SourceFile, walk } from '../support/source-files.ts'

/** Folders that may touch the world. Everything else sees no clock, chance, environment, file, network or log. */
const EFFECTS = ['storage', 'threads', 'jobs', 'server', 'web', 'cli']

const FORBIDDEN = new Set([
  'Date',
  'Temporal',
  'performance',
  'process',
  'console',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'Worker',
  'Buffer',
  'crypto',
  'require',
  'globalThis',
  'window',
  'document',
  'navigator',
  'localStorage',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'eval',
  'Intl',
])
/** The only parts of Math that every machine computes to the same bit. */
const EXACT = new Set([
  'abs',
  'ceil',
  'clz32',
  'floor',
  'fround',
  'imul',
  'max',
  'min',
  'round',
  'sign',
  'sqrt',
  'trunc',
])
/** Methods whose result depends on the machine's language settings, unless a language is named. */
const LOCAL = new Set(['toLocaleString', 'toLocaleUpperCase', 'toLocaleLowerCase', 'localeCompare'])

const isPower = (kind: ts.SyntaxKind): boolean =>
  kind === ts.SyntaxKind.AsteriskAsteriskToken || kind === ts.SyntaxKind.AsteriskAsteriskEqualsToken

/** What a file uses that a pure file may not, each with its place. */
function findImpurities(file: SourceFile): string[] {
  const found: string[] = []
  const own = declaredNames(file.tree)
  walk(file.tree, (node) => {
    const report = (what: string): number => found.push(`${placeOf(file, node)}: ${what}`)
    if (ts.isIdentifier(node) && FORBIDDEN.has(node.text) && !own.has(node.text) && isReference(node))
      report(node.text)
    if (ts.isPropertyAccessExpression(node)) {
      const { expression, name } = node
      if (LOCAL.has(name.text) && !namesLanguage(node)) report(name.text)
      if (ts.isIdentifier(expression) && expression.text === 'Math' && !EXACT.has(name.text))
        report(`Math.${name.text}`)
    }
    if (
      ts.isIdentifier(node) &&
      node.text === 'Math' &&
      isReference(node) &&
      !ts.isPropertyAccessExpression(node.parent)
    )
      report('Math under another name')
    if (ts.isBinaryExpression(node) && isPower(node.operatorToken.kind)) report('**')
  })
  return found
}

/** Names that the file gives to things of its own. */
function declaredNames(tree: ts.SourceFile): Set<string> {
  const names = new Set<string>()
  walk(tree, (node) => {
    if (!ts.isVariableDeclaration(node) && !ts.isParameter(node) && !ts.isBindingElement(node)) return
    if (ts.isIdentifier(node.name)) names.add(node.name.text)
  })
  return names
}

/** True where a method is called with a language written out, such as `toLocaleString('en-GB')`. */
function namesLanguage({ parent }: ts.Node): boolean {
  return ts.isCallExpression(parent) && parent.arguments.some((argument) => ts.isStringLiteral(argument))
}

/** True where an identifier stands for a value, not for a property, a key or a name being declared. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node
  if (ts.isBindingElement(parent)) return parent.initializer === node
  if (ts.isTypeReferenceNode(parent) || ts.isQualifiedName(parent)) return false
  return !('name' in parent && parent.name === node)
}

describe('pure folders', () => {
  it('see no clock, chance, environment, file, network or log, and no inexact arithmetic', () => {
    const pure = readSourceFiles().filter(({ folder }) => !EFFECTS.includes(folder))
    expect(pure.length).toBeGreaterThan(0)
    expect(pure.flatMap(findImpurities)).toEqual([])
  })

  it.each([
    ['const now = Date.now()', ['Date']],
    ['const later = new Date()', ['Date']],
    ['const x = Math.exp(1) + Math.sqrt(2)', ['Math.exp']],
    ['const { exp } = Math', ['Math under another name']],
    ['let y = 2 ** 3; y **= 2', ['**', '**']],
    ['const text = (1.5).toLocaleString()', ['toLocaleString']],
    ["const text = (1.5).toLocaleString('en-GB')", []],
    ['const row = { process: 1, Date: 2 }; row.process', []],
    ['const document = html`<p>`; document.markup', []],
    ['interface Entry { readonly console: string }', []],
  ])('notices what it should in: %s', (text, expected) => {
    const tree = ts.createSourceFile('a.ts', text, ts.ScriptTarget.ES2022, true)
    const file = { path: 'a.ts', folder: '', text, tree, imports: [] }
    expect(findImpurities(file).map((found) => found.slice('a.ts:1: '.length))).toEqual(expected)
  })
})
