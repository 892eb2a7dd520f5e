import type { Command } from 'commander'
import { option } from '../options.ts'
import type { VerbContext } from '../program.ts'

interface Options {
  readonly database: string
  readonly threads: number
  readonly untilEmpty?: true
  readonly data?: string
}

/** `headroom work`: works on shards of runs that were started elsewhere with `--database`. */
export function addWork(command: Command, context: VerbContext): void {
  command
    .command('work')
    .summary('help with projections that other machines started')
    .description(
      'Takes shards of projections started with “headroom project --database”, works them out and sends ' +
        'them back, until Ctrl-C. The numbers don’t depend on who works. Needs the same version of Headroom and ' +
        'the same data folder as where the projection was started.',
    )
    .addOption(option.database('PostgreSQL database where projections are shared').makeOptionMandatory())
    .addOption(option.threads())
    .option('--until-empty', 'end once there is nothing to take')
    .addOption(option.data())
    .addHelpText(
      'after',
      '\nExample:\n  headroom work --database postgresql://headroom@db.example.org/headroom',
    )
    .action(async (options: Options) => {
      const { program, terminal, signal } = context
      const files = await program.loadInputFiles(options.data ?? program.dataFolder)
      await program.work(
        files,
        {
          database: options.database,
          threads: options.threads,
          untilEmpty: options.untilEmpty ?? false,
          report: (line) => terminal.out.write(`${line}\n`),
          warn: (line) => terminal.err.write(`${line}\n`),
        },
        signal,
      )
      terminal.out.write('Stopped.\n')
    })
}
