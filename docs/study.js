import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const root = path.join(import.meta.dirname, '..')

/**
 * Runs the built program’s study of what matters to England, with what knowing more is worth to the choice
 * between no change and the ten-point plan, and gives its record.
 * @returns {Promise<string>} text of `sensitivity.json`
 */
export async function makeStudy() {
  const folder = await mkdtemp(path.join(tmpdir(), 'headroom-study-'))
  try {
    const decision = ['--decide', 'no-change,ten-point-plan']
    const args = [path.join(root, 'bin', 'headroom.js'), 'sensitivity', ...decision, '--out', folder]
    await promisify(execFile)(process.execPath, args)
    return await readFile(path.join(folder, 'sensitivity.json'), 'utf8')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
