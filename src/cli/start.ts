import { createProgram } from './create-program.ts'
import type { Interruption } from './interruption.ts'
import { runCommandLine } from './run-command-line.ts'
import { createTerminal } from './terminal.ts'

/** Runs this process as the command line and sets its exit status. */
export async function start(interruption: Interruption): Promise<void> {
  process.exitCode = await runCommandLine(
    process.argv.slice(2),
    createProgram(),
    createTerminal(process),
    interruption,
  )
}
