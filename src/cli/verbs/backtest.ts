import type { Command } from 'commander'
import type { Backtest, CalibratedWidths } from '../../domain/backtest.ts'
import { contests } from '../../views/backtest/verdict.ts'
import { pause } from '../interruption.ts'
import { option, someText } from '../options.ts'
import type { VerbContext } from '../program.ts'
import { withProgress } from '../progress.ts'
import { formatBacktest } from '../text/backtest.ts'
import { formatBytes } from '../text/format.ts'

interface Options {
  readonly series?: string
  readonly calibrate?: true
  readonly draws: number
  readonly seed: number
  readonly out?: string
  readonly data?: string
  readonly json?: true
}

/** Draws unless told: enough for the 5th and 95th percentile. */
const DRAWS = 400

/** `headroom backtest`: projections from older bases beside what came true. */
export function addBacktest(command: Command, context: VerbContext): void {
  command
    .command('backtest')
    .summary('project from older bases and see what came true')
    .description(
      'Projects published series on the engine from every older base with only what was known then, and prints ' +
        'how far off the projections were and how often their ranges held what came true, beside three simple ' +
        'rules. Ranges are made as wide as one half of the series asks for and judged on the other half.',
    )
    .option('--series <family>', 'one family of series instead of all', someText('--series'))
    .option('--calibrate', 'set the widths of ranges anew first, which takes some minutes')
    .addOption(option.draws(DRAWS))
    .addOption(option.seed())
    .option(
      '--out <dir>',
      'folder for backtest.csv and its summaries; nothing is written unless given',
      someText('--out'),
    )
    .addOption(option.data())
    .addOption(option.json())
    .addHelpText('after', '\nExample:\n  headroom backtest --series nhs-groups')
    .action((options: Options) => backtest(options, context))
}

async function backtest(options: Options, { program, terminal, signal }: VerbContext): Promise<void> {
  const { out, draws, seed, series = null } = options
  if (out !== undefined) await program.checkWritable(out)
  const data = await program.loadInputFiles(options.data ?? program.dataFolder)
  await pause(signal)
  const widths: ReadonlyMap<string, CalibratedWidths> | null = options.calibrate
    ? await withProgress(
        terminal,
        'Calibrating',
        (onProgress) => program.calibrate(data, { family: series, seed }, onProgress, signal),
        true,
      )
    : null
  const result = await withProgress(
    terminal,
    'Looking back',
    (onProgress) => program.backtest(data, { family: series, seed, draws, widths }, onProgress, signal),
    true,
  )
  await pause(signal)
  const written = out === undefined ? [] : await program.writeBacktest(out, result, widths, signal)
  const files = written.map(({ file, bytes }) => `${file} (${formatBytes(bytes)})`).join(', ')
  terminal.out.write(
    options.json
      ? `${JSON.stringify(backtestDocument(result), null, 2)}\n`
      : `${formatBacktest(result)}\n${files ? `\nWritten to ${out}: ${files}\n` : ''}`,
  )
}

/** A back-test for programs: all but the single projections, which are in `backtest.csv`. */
const backtestDocument = ({ forecasts, ...rest }: Backtest): object => ({
  ...rest,
  forecasts: forecasts.length,
  contests: contests(rest.series),
})
