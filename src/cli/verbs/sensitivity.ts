import { type Command, Option } from 'commander'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { pause } from '../interruption.ts'
import { option, someText, wholeNumber } from '../options.ts'
import type { VerbContext } from '../program.ts'
import { withProgress } from '../progress.ts'
import { formatBytes } from '../text/format.ts'
import { formatSensitivity } from '../text/sensitivity.ts'

interface Options {
  readonly scenario: string
  readonly area?: string
  readonly series: string
  readonly measure: string
  readonly year?: number
  readonly base: number
  readonly decide: readonly string[]
  readonly value?: number
  readonly seed: number
  readonly years: number
  readonly out: string
  readonly threads: number
  readonly data?: string
  readonly json?: true
}

/** Pairs of draws unless told: enough to rank what matters, some 30,000 runs of the model. */
const BASE = 512
/** Fewer draws of a Sobol sequence in so many dimensions are too much alike. */
const LEAST = 64
const MOST = { base: 16_384, value: 10_000_000 } as const

/** `headroom sensitivity`: which assumptions move a result, and what knowing them is worth to a choice. */
export function addSensitivity(command: Command, context: VerbContext): void {
  command
    .command('sensitivity')
    .summary('say which assumptions matter most')
    .description(
      'Ranks assumptions by how much of a result’s spread rests on each (Sobol’ indices), and says how far ' +
        'each moves it by itself. With --decide, says what knowing each would be worth to a choice among ' +
        'scenarios. Takes areas as one. Writes sensitivity.csv and sensitivity.json; in the folder of a run, ' +
        'the page shows them under “What matters”.',
    )
    .addOption(option.scenario())
    .addOption(option.area())
    .option('--series <code>', 'an occupation, staff group or sector instead of all staff', 'all')
    .option('--measure <code>', 'what to look at, see docs/reference/measures.md', 'gap_fte')
    .addOption(
      new Option('--year <year>', 'the year of a 31 March (default: the last)').argParser(
        wholeNumber('--year', 1900, 2200),
      ),
    )
    .addOption(
      new Option('--base <n>', 'pairs of draws that shares rest on; each costs some 50 runs of the model')
        .argParser(wholeNumber('--base', LEAST, MOST.base))
        .default(BASE),
    )
    .addOption(
      new Option('--decide <a,b>', 'scenarios to choose among, with commas between')
        .argParser((text) => someText('--decide')(text).split(','))
        .default([], 'none'),
    )
    .addOption(
      new Option(
        '--value <pounds>',
        'what a full-time equivalent short is held to cost in a year (default: that of data/assumptions/decision-value.csv)',
      ).argParser(wholeNumber('--value', 0, MOST.value)),
    )
    .addOption(option.seed())
    .addOption(option.years())
    .addOption(option.out('folder for the results'))
    .addOption(option.threads())
    .addOption(option.data())
    .addOption(option.json())
    .addHelpText('after', '\nExample:\n  headroom sensitivity --series nhs --measure coverage --base 128')
    .action((options: Options) => study(options, context))
}

async function study(options: Options, { program, terminal, signal }: VerbContext): Promise<void> {
  await program.checkWritable(options.out)
  let files = await program.loadInputFiles(options.data ?? program.dataFolder)
  const load = async (named: string): Promise<string> => {
    const loaded = await program.loadScenario(files, named.trim())
    files = loaded.files
    return loaded.name
  }
  const scenario = await load(options.scenario)
  const decide: string[] = []
  for (const named of options.decide) decide.push(await load(named))
  await pause(signal)
  const { area = null, year = null, value = null, series, measure, base, seed, years } = options
  const request = { scenario, area, series, measure, year, base, seed, years, decide, value }
  const found = await withProgress(
    terminal,
    'Studying',
    (onProgress) => program.sensitivity(files, request, options.threads, onProgress, signal),
    true,
  )
  if (signal.aborted) throw new HeadroomError('interrupted', {})
  const written = await program.writeSensitivity(options.out, found, signal)
  const names = written.map(({ file, bytes }) => `  ${file} (${formatBytes(bytes)})`)
  terminal.out.write(
    options.json
      ? `${JSON.stringify(found, null, 2)}\n`
      : `${formatSensitivity(found)}\n\nWritten to ${options.out}:\n${names.join('\n')}\n`,
  )
}
