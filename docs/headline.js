import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const root = path.join(import.meta.dirname, '..')
const START = '<!-- headline: made by “npm run docs” from a run of 1,000 draws with seed 1 -->\n'
const END = '<!-- end of headline -->'

/**
 * Runs the built program as the README's first command does and gives what it prints about England: the
 * sentences and the table, as Markdown.
 * @returns {Promise<string>}
 */
export async function makeHeadline() {
  const folder = await mkdtemp(path.join(tmpdir(), 'headroom-headline-'))
  try {
    const args = [path.join(root, 'bin', 'headroom.js'), 'project', '--out', path.join(folder, 'out')]
    const { stdout } = await promisify(execFile)(process.execPath, args)
    const [, sentences = '', table = ''] = stdout.split('\n\n')
    return `> ${sentences.replaceAll('\n', ' ')}\n\n\`\`\`text\n${table}\n\`\`\`\n`
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * The part of the README that states the headline.
 * @type {(readme: string) => string}
 */
export const readHeadline = (readme) =>
  readme.slice(readme.indexOf(START) + START.length, readme.indexOf(END)).trimStart()

/**
 * The README with another headline.
 * @type {(readme: string, headline: string) => string}
 */
export const replaceHeadline = (readme, headline) =>
  `${readme.slice(0, readme.indexOf(START) + START.length)}\n${headline}\n${readme.slice(readme.indexOf(END))}`
