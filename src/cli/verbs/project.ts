import { styleText } from 'node:util'
import type { Command } from 'commander'
import type { Design } from '../../domain/ensemble.ts'
import type { InputFiles } from '../../domain/input-files.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { pause, untilAsked } from '../interruption.ts'
import { LIMITS, option } from '../options.ts'
import type { RunRequest, RunWays, VerbContext } from '../program.ts'
import { withProgress } from '../progress.ts'
import { formatBytes, formatCount } from '../text/format.ts'
import { formatCertainty, formatHeadline, headlineRows, headlineWords } from '../text/headline.ts'
import { savedIn, serveRun } from './serve.ts'

interface Options {
  readonly scenario: string
  readonly area?: string
  readonly draws: number
  readonly seed: number
  readonly design: Design
  readonly years: number
  readonly out: string
  readonly threads: number
  readonly resume?: true
  readonly database?: string
  readonly part?: { readonly part: number; readonly of: number }
  readonly data?: string
  readonly saved?: string
  readonly readOnly?: true
  readonly allStatistics?: true
  readonly serve?: true
  readonly host: string
  readonly port?: number
  readonly json?: true
}

/** Goes to the start of the line and empties it: a progress bar may stand there. */
const CLEAR_LINE = '\r\u001b[K'

/** `headroom project`: projects, prints the headline, writes the run folder, and serves the page when asked. */
export function addProject(command: Command, context: VerbContext): void {
  command
    .command('project')
    .summary('project the workforce and write the results')
    .description(
      'Projects England’s health and care workforce, prints the headline by sector with its ranges, and ' +
        'writes projection.csv, projection.bin, report.html and run.json.',
    )
    .addOption(option.scenario())
    .addOption(option.area())
    .addOption(option.draws())
    .addOption(option.seed())
    .addOption(option.design())
    .addOption(option.years())
    .addOption(option.out('folder for the results'))
    .option('--all-statistics', 'write every statistic of every area and occupation (a large file)')
    .addOption(option.threads(0))
    .option('--resume', 'keep finished regions as they come, and go on from those an earlier try kept')
    .addOption(
      option.database(
        'share the run with the workers of a PostgreSQL database (see “headroom work”); implies --resume',
      ),
    )
    .addOption(option.part().conflicts(['database', 'serve']))
    .addOption(option.data())
    .option('--serve', 'serve the page of this run when it is done')
    .addOption(option.saved())
    .addOption(option.readOnly())
    .addOption(option.port())
    .addOption(option.host())
    .addOption(option.json())
    .addHelpText('after', '\nExample:\n  headroom project --area QKK --draws 200 --out south-east-london')
    .action((options: Options) => project(options, context))
}

/** Refuses a run that nobody would work on. */
function refuseNobody({ threads, database }: Options): void {
  if (threads > 0 || database !== undefined) return
  const expected = `a whole number from 1 to ${LIMITS.threads}; 0, to leave the work to others, needs --database`
  throw new HeadroomError('option-invalid', { option: '--threads', value: threads, expected })
}

async function project(options: Options, context: VerbContext): Promise<void> {
  const { program, terminal, signal } = context
  refuseNobody(options)
  await program.checkWritable(options.out)
  const data = await program.loadInputFiles(options.data ?? program.dataFolder)
  const { files, name: scenario } = await program.loadScenario(data, options.scenario)
  await pause(signal)
  const request = { ...options, scenario, area: options.area ?? null }
  const ways: RunWays = {
    folder: options.out,
    resume: options.resume ?? false,
    database: options.database ?? null,
    note: (text) => terminal.err.write(`${terminal.err.isTTY ? CLEAR_LINE : ''}Note: ${text}\n`),
  }
  if (options.part) return keepPart(options.part, options, { files, request, ways }, context)
  const projection = await withProgress(
    terminal,
    'Projecting',
    (onProgress) => program.project(files, request, options.threads, onProgress, signal, ways),
    true,
  )
  await pause(signal)
  const report = program.renderReport(projection, files)
  const written = await withProgress(terminal, 'Writing', (onProgress) =>
    program.writeRun(options.out, projection, {
      report,
      content: options.allStatistics ? 'all' : 'standard',
      onProgress: (share) => onProgress(Math.round(share * 100), 100),
      signal,
    }),
  )
  await program.removeShards(options.out)
  const headline = headlineRows(projection)
  if (options.json) {
    const { manifest, findings } = projection
    const document = { manifest, headline, findings, folder: options.out, files: written }
    terminal.out.write(`${JSON.stringify(document, null, 2)}\n`)
  } else {
    const { run, baseYear, years } = projection.manifest
    const name = projection.areas[0]?.name ?? ''
    const names = written.map(({ file, bytes }) => `  ${file} (${formatBytes(bytes)})`)
    const heading = `${name}: health and care workforce, ${baseYear} to ${baseYear + years}, run ${run}`
    const title = terminal.colour.out ? styleText('bold', heading) : heading
    terminal.out.write(
      `${[title, headlineWords(projection), formatHeadline(headline)].join('\n\n')}\n\n` +
        `Written to ${options.out}:\n${names.join('\n')}\n\n${formatCertainty(projection)}\n${options.serve ? '\n' : ''}`,
    )
  }
  if (options.serve) {
    const served = { ...options, projection, files, runFolder: options.out, ...savedIn(options) }
    await serveRun(context, served, untilAsked(signal), options.json ? terminal.err : terminal.out)
  }
}

/** Works out a part of the run for a later call to join. */
async function keepPart(
  part: NonNullable<Options['part']>,
  { out, threads, json }: Options,
  { files, request, ways }: { files: InputFiles; request: RunRequest; ways: RunWays },
  { program, terminal, signal }: VerbContext,
): Promise<void> {
  const { kept, regions } = await withProgress(
    terminal,
    'Projecting',
    (onProgress) =>
      program.keepPart(files, request, threads, onProgress, signal, {
        ...part,
        folder: out,
        note: ways.note,
      }),
    true,
  )
  terminal.out.write(
    json
      ? `${JSON.stringify({ ...part, kept, regions, folder: out }, null, 2)}\n`
      : `Part ${part.part} of ${part.of} is kept in ${out}: ${kept} of ${formatCount(regions, 'region')}.\n` +
          'When every part is, the same command with --resume in place of --part joins them.\n',
  )
}
