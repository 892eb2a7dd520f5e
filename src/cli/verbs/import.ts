import type { Command } from 'commander'
import type { ImportReport } from '../../storage/import-files.ts'
import { option } from '../options.ts'
import type { VerbContext } from '../program.ts'
import { formatFindings } from '../text/findings.ts'
import { formatCount } from '../text/format.ts'

/** `headroom import`: reads published files into tidy tables. */
export function addImport(command: Command, context: VerbContext): void {
  command
    .command('import')
    .summary('read published files into the tidy tables')
    .description(
      'Recognises published files by their content and turns them into the tidy tables under ' +
        'data/statistics/. A file that is not what it should be changes nothing.',
    )
    .argument('<file...>', 'published files as downloaded')
    .addOption(option.data())
    .addOption(option.json())
    .addHelpText('after', '\nExample:\n  headroom import --data my-data turnover-benchmarking-2025-10.csv')
    .action(async (paths: string[], options: { readonly data?: string; readonly json?: true }) => {
      const { program, terminal } = context
      const imported = await program.importFiles(paths, options.data ?? program.dataFolder)
      terminal.out.write(
        options.json ? `${JSON.stringify({ imported }, null, 2)}\n` : imported.map(formatReport).join('\n'),
      )
    })
}

function formatReport({ series, title, editions, tables, findings }: ImportReport): string {
  const lines = [
    `${series}: ${title}`,
    ...editions.map((edition) => `  edition ${edition}`),
    ...tables.map(({ file, rows }) => `  wrote ${file}, ${formatCount(rows, 'row')}`),
    ...formatFindings(findings).map((line) => `  ${line}`),
  ]
  return `${lines.join('\n')}\n`
}
