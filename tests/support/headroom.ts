import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { packageFolder } from '../../src/storage/package-folder.ts'

const ROOT = packageFolder()
/** The program as people start it. */
export const BIN = path.join(ROOT, 'bin', 'headroom.js')

/** How a process ended, and what it printed. */
export interface Ending {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

/** A process under way. */
export interface Started {
  readonly child: ChildProcess
  readonly end: Promise<Ending>
}

/** Starts a program, collecting what it prints. */
export function startProcess(
  program: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Started {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  const texts = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    texts.out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    texts.err += text
  })
  const end = new Promise<Ending>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => resolve({ status, ...texts }))
  })
  return { child, end }
}

/** Starts the built program (`npm run build` makes it). */
export function startHeadroom(args: readonly string[], cwd = ROOT): Started {
  if (!existsSync(path.join(ROOT, 'dist', 'headroom.js'))) throw new Error('run “npm run build” first')
  return startProcess(process.execPath, [BIN, ...args], { cwd })
}

/** Runs the built program to its end. */
export const runHeadroom = (args: readonly string[], cwd = ROOT): Promise<Ending> =>
  startHeadroom(args, cwd).end
