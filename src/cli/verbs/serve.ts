import path from 'node:path'
import type { Command } from 'commander'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { warnOfChangedInputs } from '../changed-inputs.ts'
import { untilAsked } from '../interruption.ts'
import { option } from '../options.ts'
import type { RunningServer, ServeOptions, VerbContext } from '../program.ts'
import type { Output } from '../terminal.ts'

/** Port tried first where the user names none; any free one is taken instead where it is in use. */
const USUAL_PORT = 8080

interface Options {
  readonly out: string
  readonly data?: string
  readonly saved?: string
  readonly readOnly?: true
  readonly port?: number
  readonly host: string
}

/** `headroom serve`: serves the page of a run that was written before. */
export function addServe(command: Command, context: VerbContext): void {
  command
    .command('serve')
    .summary('serve the page of a projection')
    .description('Serves the page of a projection made before, until Ctrl-C.')
    .addOption(option.out('folder of the projection to serve'))
    .addOption(option.port())
    .addOption(option.host())
    .addOption(option.data())
    .addOption(option.saved())
    .addOption(option.readOnly())
    .addHelpText('after', '\nExample:\n  headroom serve --out south-east-london --port 8081')
    .action(async (options: Options) => {
      const { program, terminal, signal } = context
      const projection = await program.readRun(options.out)
      const files = await program.loadInputFiles(options.data ?? program.dataFolder)
      warnOfChangedInputs(terminal, projection, files)
      await serveRun(
        context,
        { ...options, projection, files, runFolder: options.out, ...savedIn(options) },
        untilAsked(signal),
      )
    })
}

/** Where what readers save goes: the folder that was named, or one inside the run’s, which other runs leave alone. */
export const savedIn = ({
  saved,
  out,
  readOnly,
}: {
  readonly saved?: string
  readonly out: string
  readonly readOnly?: true
}): Pick<ServeOptions, 'savedFolder'> => (readOnly ? {} : { savedFolder: saved ?? path.join(out, 'saved') })

/**
 * Serves a run and prints the page's address, until `end` resolves.
 * @param output where the address goes
 * @throws HeadroomError `port-taken`
 */
export async function serveRun(
  { program, terminal }: VerbContext,
  options: Omit<ServeOptions, 'port'> & { readonly port?: number },
  end: Promise<void>,
  output: Output = terminal.out,
): Promise<void> {
  const server = await start(program.serve, options)
  output.write(`The page is at ${server.address} (Ctrl-C stops it)\n`)
  await end
  await server.close()
  output.write('Stopped serving.\n')
}

async function start(
  serve: (options: ServeOptions) => Promise<RunningServer>,
  { port, ...options }: Omit<ServeOptions, 'port'> & { readonly port?: number },
): Promise<RunningServer> {
  if (port !== undefined) return serve({ ...options, port })
  try {
    return await serve({ ...options, port: USUAL_PORT })
  } catch (error) {
    if (error instanceof HeadroomError && error.code === 'port-taken') return serve({ ...options, port: 0 })
    throw error
  }
}
