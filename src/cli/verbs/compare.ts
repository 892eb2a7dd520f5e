import type { Command } from 'commander'
import { COMPARISON_STATISTICS, type Comparison, comparisonValue } from '../../domain/comparison.ts'
import type { Design } from '../../domain/ensemble.ts'
import { pause } from '../interruption.ts'
import { option } from '../options.ts'
import type { VerbContext } from '../program.ts'
import { withProgress } from '../progress.ts'
import { formatComparison } from '../text/comparison.ts'
import { formatBytes } from '../text/format.ts'

interface Options {
  readonly area?: string
  readonly series?: string
  readonly draws: number
  readonly seed: number
  readonly design: Design
  readonly years: number
  readonly out: string
  readonly threads: number
  readonly data?: string
  readonly json?: true
}

/** Draws unless told: enough for the middle 80 per cent, and a run for every lever. */
const DRAWS = 200

/** `headroom compare`: two scenarios in the same draws, and what each lever does to the difference. */
export function addCompare(command: Command, context: VerbContext): void {
  command
    .command('compare')
    .summary('compare two scenarios and say what each lever does')
    .description(
      'Projects two scenarios with the same draws and prints how the second differs from the first, with ' +
        'ranges. Takes the difference apart: each lever alone on top of the first, and what they do together ' +
        'beyond that. Writes compare.csv.',
    )
    .argument('<a>', 'name of a scenario, or a .yaml file')
    .argument('<b>', 'the one to compare with it')
    .addOption(option.area())
    .option('--series <code>', 'an occupation, staff group or sector to show instead of all staff')
    .addOption(option.draws(DRAWS))
    .addOption(option.seed())
    .addOption(option.design())
    .addOption(option.years())
    .addOption(option.out('folder for compare.csv'))
    .addOption(option.threads())
    .addOption(option.data())
    .addOption(option.json())
    .addHelpText('after', '\nExample:\n  headroom compare no-change ten-point-plan --area QKK')
    .action((a: string, b: string, options: Options) => compare(a, b, options, context))
}

async function compare(a: string, b: string, options: Options, context: VerbContext): Promise<void> {
  const { program, terminal, signal } = context
  await program.checkWritable(options.out)
  const data = await program.loadInputFiles(options.data ?? program.dataFolder)
  const first = await program.loadScenario(data, a)
  const second = await program.loadScenario(first.files, b)
  await pause(signal)
  const { draws, seed, design, years, area = null, series = null } = options
  const comparison = await withProgress(
    terminal,
    'Comparing',
    (onProgress) =>
      program.compare(
        second.files,
        { a: first.name, b: second.name, area, series, draws, seed, design, years },
        options.threads,
        onProgress,
        signal,
      ),
    true,
  )
  await pause(signal)
  const { file, bytes } = await program.writeComparison(options.out, comparison, signal)
  terminal.out.write(
    options.json
      ? `${JSON.stringify(comparisonDocument(comparison), null, 2)}\n`
      : `${formatComparison(comparison, series)}\n\nWritten to ${options.out}: ${file} (${formatBytes(bytes)})\n`,
  )
}

/** A comparison for programs: every part’s values in the last year; `compare.csv` has every year. */
function comparisonDocument(comparison: Comparison): object {
  const { values: _, parts, series, measures, years, ...described } = comparison
  const t = years.length - 1
  return {
    ...described,
    year: years[t],
    series: series.map(({ level, code, name }, s) => ({
      level,
      code,
      name,
      measures: Object.fromEntries(
        measures.map((measure, m) => [
          measure,
          parts.map((part, p) => ({
            part: part.kind,
            ...(part.kind === 'lever' ? { lever: part.code } : {}),
            ...Object.fromEntries(
              COMPARISON_STATISTICS.map((statistic) => {
                const value = comparisonValue(comparison, p, s, t, m, statistic)
                return [statistic, Number.isNaN(value) ? null : value]
              }),
            ),
          })),
        ]),
      ),
    })),
  }
}
