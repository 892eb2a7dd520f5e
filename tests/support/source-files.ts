import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { packageFolder } from '../../src/storage/package-folder.ts'

/** One source file of the program, parsed. */
export interface SourceFile {
  /** Path from the package's folder, with forward slashes: `src/engine/simulate.ts`. */
  readonly path: string
  /** Folder under `src/`: `engine`. */
  readonly folder: string
  readonly text: string
  readonly tree: ts.SourceFile
  /** Everything it imports or exports from, types included: paths of files under `src/`, or names of packages. */
  readonly imports: readonly string[]
}

const ROOT = packageFolder()
/** Written in AssemblyScript, not TypeScript: another language with other globals. */
const OTHER_LANGUAGE = /^src\/engine\/cohort\/assembly\//

/** Every TypeScript file under `src/` that is part of the program: no tests. */
export function readSourceFiles(): readonly SourceFile[] {
  const names = readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  return names
    .map((name) => `src/${name.split(path.sep).join('/')}`)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !OTHER_LANGUAGE.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(path.join(ROOT, name), 'utf8')
      const tree = ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true)
      return { path: name, folder: name.split('/')[1] ?? '', text, tree, imports: findImports(name, tree) }
    })
}

/** Calls a function on every node of a tree. */
export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, (child) => walk(child, visit))
}

/** Place of a node, as `file:line`. */
export const placeOf = ({ path: file, tree }: SourceFile, node: ts.Node): string =>
  `${file}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`

function findImports(file: string, tree: ts.SourceFile): string[] {
  const found: string[] = []
  walk(tree, (node) => {
    const specifier = specifierOf(node)
    if (specifier === undefined) return
    const isPackage = !specifier.startsWith('.')
    found.push(isPackage ? specifier : path.posix.join(path.posix.dirname(file), specifier))
  })
  return found
}

function specifierOf(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    const from = node.moduleSpecifier
    return from !== undefined && ts.isStringLiteral(from) ? from.text : undefined
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    const { literal } = node.argument
    return ts.isStringLiteral(literal) ? literal.text : undefined
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [from] = node.arguments
    return from !== undefined && ts.isStringLiteral(from) ? from.text : '(an address made at run time)'
  }
  return undefined
}
