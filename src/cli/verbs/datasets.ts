import type { Command } from 'commander'
import { describeSeries } from '../../datasets/catalogue/describe-series.ts'
import { diffEditions } from '../../datasets/catalogue/diff-editions.ts'
import { diffSeries } from '../../datasets/catalogue/diff-series.ts'
import { findSource, readSources } from '../../datasets/catalogue/read-sources.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { sha256 } from '../../storage/hash.ts'
import { option } from '../options.ts'
import type { VerbContext } from '../program.ts'
import { formatListed, formatSeries } from '../text/datasets.ts'
import { formatEditionsDiff, formatSeriesDiff } from '../text/series-diff.ts'

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

interface DiffOptions extends DatasetsOptions {
  readonly against?: string
  readonly edition?: readonly string[]
}

/** `headroom datasets diff`: exit status 0 where nothing differs, 1 where something does. */
function addDiff(command: Command, context: VerbContext): void {
  command
    .command('diff')
    .summary('say what changed in a series between two data folders or two editions')
    .description(
      'Compares a series with that of another data folder: editions and rows added and removed, rows ' +
        'changed with their old and new values, and a summary by column. With --edition twice it compares ' +
        'two editions that one folder keeps side by side: figures revised for the same period, new and ' +
        'dropped periods, and definitions that changed. Ends with status 1 where anything differs.',
    )
    .argument('<series>', 'code of a series, such as nhs-turnover')
    .addOption(option.against())
    .addOption(option.edition())
    .addOption(option.data())
    .addOption(option.json())
    .addHelpText(
      'after',
      '\nExamples:\n  headroom datasets diff nhs-turnover --against last-year\n' +
        '  headroom datasets diff inactivity --edition 2020-01 --edition 2022-05',
    )
    .action(async (series: string, _: unknown, diff: Command) => {
      const { terminal } = context
      // The verb above takes the options that both have, so they are asked for together.
      const options = diff.optsWithGlobals<DiffOptions>()
      const { found, text } = options.edition
        ? await compareEditions(series, options, options.edition, context)
        : await compareFolders(series, options, context)
      terminal.out.write(options.json ? `${JSON.stringify({ diff: found }, null, 2)}\n` : text)
      if (!found.same) context.setStatus(1)
    })
}

const diffWrong = (problem: string): HeadroomError =>
  new HeadroomError('command-wrong', { problem, command: 'headroom datasets diff' })

async function compareFolders(series: string, { against, data }: DiffOptions, { program }: VerbContext) {
  if (against === undefined && data === undefined)
    throw diffWrong('There is nothing to compare with: give --against or --data, or --edition twice.')
  const before = await program.loadInputFiles(against ?? program.dataFolder)
  const after = await program.loadInputFiles(data ?? program.dataFolder)
  const found = diffSeries(before, after, series)
  return { found, text: formatSeriesDiff(found) }
}

async function compareEditions(
  series: string,
  { against, data }: DiffOptions,
  editions: readonly string[],
  { program }: VerbContext,
) {
  const [earlier, later, third] = editions
  if (earlier === undefined || later === undefined || third !== undefined)
    throw diffWrong('Two editions are compared: give --edition twice.')
  if (against !== undefined)
    throw diffWrong('Editions are compared within one data folder: give --edition or --against, not both.')
  const found = diffEditions(await program.loadInputFiles(data ?? program.dataFolder), series, earlier, later)
  return { found, text: formatEditionsDiff(found) }
}
