import type { Command } from 'commander'
import { describeSeries } from '../../datasets/catalogue/describe-series.ts'
import { diffSeries } from '../../datasets/catalogue/diff-series.ts'
import { findSource, readSources } from '../../datasets/catalogue/read-sources.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { sha256 } from '../../storage/hash.ts'
import { option } from '../options.ts'
import type { VerbContext } from '../program.ts'
import { formatListed, formatSeries } from '../text/datasets.ts'
import { formatSeriesDiff } from '../text/series-diff.ts'

interface DatasetsOptions {
  readonly data?: string
  readonly json?: true
}

/** `headroom datasets`: the series of published statistics, one in detail, or what changed in one. */
export function addDatasets(command: Command, context: VerbContext): void {
  const verb = command
    .command('datasets')
    .summary('list the published statistics behind the figures')
    .description(
      'Lists the series of published statistics with their publishers, editions, tables, coverage and ' +
        'licences; of one series also its columns, units, definitions and checksums.',
    )
    .argument('[series]', 'code of a series, such as nhs-turnover')
    .addOption(option.data())
    .addOption(option.json())
    .addHelpText('after', '\nExample:\n  headroom datasets nhs-turnover')
    .action(async (series: string | undefined, options: DatasetsOptions) => {
      const { program, terminal } = context
      const files = await program.loadInputFiles(options.data ?? program.dataFolder)
      const sources = series === undefined ? readSources(files) : [findSource(files, series)]
      const datasets = sources.map((source) => describeSeries(files, source, sha256))
      const format = series === undefined ? formatListed : formatSeries
      terminal.out.write(
        options.json ? `${JSON.stringify({ datasets }, null, 2)}\n` : datasets.map(format).join('\n'),
      )
    })
  addDiff(verb, context)
}

/** `headroom datasets diff`: exit status 0 where nothing differs, 1 where something does. */
function addDiff(command: Command, context: VerbContext): void {
  command
    .command('diff')
    .summary('say what changed in a series between two data folders')
    .description(
      'Compares a series with that of another data folder: editions and rows added and removed, rows ' +
        'changed with their old and new values, and a summary by column. Ends with status 1 where ' +
        'anything differs.',
    )
    .argument('<series>', 'code of a series, such as nhs-turnover')
    .addOption(option.against())
    .addOption(option.data())
    .addOption(option.json())
    .addHelpText('after', '\nExample:\n  headroom datasets diff nhs-turnover --against last-year')
    .action(async (series: string, _: unknown, diff: Command) => {
      const { program, terminal } = context
      // The verb above takes the options that both have, so they are asked for together.
      const options = diff.optsWithGlobals<DatasetsOptions & { readonly against?: string }>()
      if (options.against === undefined && options.data === undefined)
        throw new HeadroomError('command-wrong', {
          problem: 'There is nothing to compare with: give --against or --data.',
          command: 'headroom datasets diff',
        })
      const before = await program.loadInputFiles(options.against ?? program.dataFolder)
      const after = await program.loadInputFiles(options.data ?? program.dataFolder)
      const found = diffSeries(before, after, series)
      terminal.out.write(
        options.json ? `${JSON.stringify({ diff: found }, null, 2)}\n` : formatSeriesDiff(found),
      )
      if (!found.same) context.setStatus(1)
    })
}
