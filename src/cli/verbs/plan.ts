import { type Command, Option } from 'commander'
import { PLAN_ASKS, PLAN_LIMIT_CODES, PLAN_LIMITS, type PlanLimits } from '../../domain/plan.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { RANGES } from '../../levers/read-plan-limits.ts'
import { planDocument } from '../../storage/write-plan.ts'
import { pause } from '../interruption.ts'
import { LIMITS, option, wholeNumber } from '../options.ts'
import type { VerbContext } from '../program.ts'
import { withProgress } from '../progress.ts'
import { formatBytes } from '../text/format.ts'
import { formatPlan } from '../text/plan.ts'

interface Options {
  readonly target: number | null
  readonly quantile: number
  readonly years: number
  readonly from?: number
  readonly occupations: readonly string[]
  readonly limit: Readonly<Partial<PlanLimits>>
  readonly leaveOutPay?: true
  readonly draws: number
  readonly seed: number
  readonly out: string
  readonly threads: number
  readonly data?: string
  readonly json?: true
}

const { quantile: QUANTILE, years: YEARS, draws: DRAWS, coverage: COVERAGE } = PLAN_ASKS

/** `headroom plan`: the least-cost plan that keeps headroom. */
export function addPlan(command: Command, context: VerbContext): void {
  command
    .command('plan')
    .summary('find the least-cost plan that covers need in most draws')
    .description(
      'Finds the training places, arrivals, retention and pay that cover need at least cost in a share of the ' +
        'draws, within limits on how fast they can grow. Says what binds and what loosening it is worth, or ' +
        'which target cannot be met and by how little. All areas then confirm it. Writes plan.csv, ' +
        'scenario.yaml and plan.json.',
    )
    .addOption(
      new Option('--target <coverage>', 'coverage=95 for 95 % of need, coverage=today for no less than now')
        .argParser(readTarget)
        .default(null, 'coverage=today'),
    )
    .addOption(
      new Option('--quantile <n>', 'draws in 100 that are to meet the target')
        .argParser(wholeNumber('--quantile', QUANTILE.least, QUANTILE.most))
        .default(QUANTILE.usual),
    )
    .addOption(
      new Option('--years <n>', 'years to plan')
        .argParser(wholeNumber('--years', YEARS.least, LIMITS.years))
        .default(YEARS.usual),
    )
    .addOption(
      new Option(
        '--from <year>',
        'first 31 March of the target (default: the last fifth of the years)',
      ).argParser(wholeNumber('--from', 2000, 2100)),
    )
    .addOption(
      new Option('--occupations <codes>', 'occupations, staff groups or sectors, with commas')
        .argParser(readCodes)
        .default([], 'those that take training'),
    )
    .addOption(
      new Option('--limit <name=value>', `another limit, as often as wanted: ${PLAN_LIMIT_CODES.join(', ')}`)
        .argParser(readLimit)
        .default({}, 'those of data/levers/plan-limits.csv'),
    )
    .option('--leave-out-pay', 'leave the pay of the staff whom the plan adds out of its cost')
    .addOption(option.draws(DRAWS.usual))
    .addOption(option.seed())
    .addOption(option.out('folder for the plan'))
    .addOption(option.threads())
    .addOption(option.data())
    .addOption(option.json())
    .addHelpText(
      'after',
      '\nExample:\n  headroom plan --occupations midwives,paramedics --limit places-growth=0.15 --out plan',
    )
    .action((options: Options) => plan(options, context))
}

async function plan(options: Options, context: VerbContext): Promise<void> {
  const { program, terminal, signal } = context
  await program.checkWritable(options.out)
  const files = await program.loadInputFiles(options.data ?? program.dataFolder)
  await pause(signal)
  const request = {
    coverage: options.target,
    quantile: options.quantile,
    years: options.years,
    from: options.from ?? null,
    occupations: options.occupations,
    draws: options.draws,
    seed: options.seed,
    limits: options.limit,
    countStaffPay: options.leaveOutPay === undefined,
  }
  const found = await withProgress(
    terminal,
    'Planning',
    (onProgress) => program.plan(files, request, options.threads, onProgress, signal),
    true,
  )
  await pause(signal)
  const written = await program.writePlan(options.out, found, signal)
  const names = written.map(({ file, bytes }) => `  ${file} (${formatBytes(bytes)})`)
  terminal.out.write(
    options.json
      ? `${JSON.stringify({ ...planDocument(found), folder: options.out, files: written }, null, 2)}\n`
      : `${formatPlan(found)}\n\nWritten to ${options.out}:\n${names.join('\n')}\n`,
  )
}

const refuse = (option: string, value: string, expected: string): HeadroomError =>
  new HeadroomError('option-invalid', { option, value: value === '' ? 'empty' : value, expected })

/** `coverage=95` as 0.95, `coverage=today` as null. */
function readTarget(text: string): number | null {
  const value = /^coverage=(today|\d+(?:\.\d+)?)$/.exec(text)?.[1]
  if (value === 'today') return null
  const percent = Number(value)
  if (percent >= COVERAGE.least * 100 && percent <= COVERAGE.most * 100) return percent / 100
  throw refuse('--target', text, 'coverage=today, or coverage= and a number from 1 to 150')
}

function readCodes(text: string): string[] {
  const codes = text.split(',').map((code) => code.trim())
  if (codes.every((code) => code !== '')) return codes
  throw refuse('--occupations', text, 'codes with commas between them')
}

function readLimit(text: string, before: Readonly<Partial<PlanLimits>>): Partial<PlanLimits> {
  const [name = '', value = ''] = text.split('=', 2)
  const limit = PLAN_LIMIT_CODES.find((code) => code === name)
  if (limit === undefined)
    throw refuse('--limit', text, `name=value with one of ${PLAN_LIMIT_CODES.join(', ')}`)
  const unit = PLAN_LIMITS[limit]
  const [min, max] = RANGES[unit]
  const number = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : Number.NaN
  if (!(number >= min && number <= max))
    throw refuse('--limit', text, `${limit}= and a number from ${min} to ${max} (${unit})`)
  return { ...before, [limit]: number }
}
