import type { Command } from 'commander'
import type { RecognisedFile } from '../../datasets/import-series.ts'
import type { Finding, Severity } from '../../domain/finding.ts'
import type { ImportReport } from '../../storage/import-files.ts'
import { option } from '../options.ts'
import type { VerbContext } from '../program.ts'
import { formatFindings } from '../text/findings.ts'
import { formatCount } from '../text/format.ts'

interface ImportOptions {
  readonly data?: string
  readonly dryRun?: true
  readonly json?: true
}

/** `headroom import`: reads published files into tidy tables; exit status 1 where a finding is an error. */
export function addImport(command: Command, context: VerbContext): void {
  command
    .command('import')
    .summary('read published files into the tidy tables')
    .description(
      'Recognises published files by their content, says which series and edition each is and what the ' +
        'checks find in it, and turns them into the tidy tables under data/statistics/. A file that is not ' +
        'what it should be changes nothing.',
    )
    .argument('<file...>', 'published files as downloaded')
    .addOption(option.data())
    .option('--dry-run', 'recognise and check the files without writing anything')
    .addOption(option.json())
    .addHelpText(
      'after',
      '\nExample:\n  headroom import --dry-run --data my-data turnover-benchmarking-2025-10.csv',
    )
    .action(async (paths: string[], options: ImportOptions) => {
      const { program, terminal } = context
      const dryRun = options.dryRun === true
      const imported = await program.importFiles(paths, options.data ?? program.dataFolder, !dryRun)
      const findings = imported.flatMap((report) => report.findings)
      const found = countBySeverity(findings)
      terminal.out.write(
        options.json
          ? `${JSON.stringify({ dryRun, imported, found }, null, 2)}\n`
          : `${imported.map((report) => formatReport(report, dryRun)).join('\n')}\n${formatEnd(found, dryRun)}\n`,
      )
      if (found.error > 0) context.setStatus(1)
    })
}

function countBySeverity(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length
  return { error: count('error'), warning: count('warning'), note: count('note') }
}

function formatReport({ series, title, files, tables, findings }: ImportReport, dryRun: boolean): string {
  const wrote = dryRun ? 'would write' : 'wrote'
  const lines = [
    `${series}: ${title}`,
    ...files.flatMap(formatFile),
    ...tables.map(
      ({ file, rows, changed }) =>
        `  ${wrote} ${file}, ${formatCount(rows, 'row')} imported${changed ? '' : ', nothing new'}`,
    ),
    ...formatFindings(findings).map((line) => `  ${line}`),
  ]
  return `${lines.join('\n')}\n`
}

const formatFile = ({ file, kind, editions }: RecognisedFile): string[] => [
  `  ${file}: ${kind}`,
  ...editions.map(
    ({ edition, period, rows }) => `    edition ${edition} (${period}), ${formatCount(rows, 'row')}`,
  ),
]

function formatEnd(found: Readonly<Record<Severity, number>>, dryRun: boolean): string {
  const counts = [
    formatCount(found.error, 'error'),
    formatCount(found.warning, 'warning'),
    formatCount(found.note, 'note'),
  ]
  return `Found: ${counts.join(', ')}.${dryRun ? ' Nothing was written.' : ''}`
}
