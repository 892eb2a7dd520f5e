import type { Command } from 'commander'
import { z } from 'zod'
import type { InputFiles } from '../../domain/input-files.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { option } from '../options.ts'
import type { VerbContext } from '../program.ts'

/** The part of a `source.json` that the list shows. */
const sourceSchema = z.object({
  series: z.string(),
  title: z.string(),
  publisher: z.string(),
  licence: z.string(),
  address: z.string().nullable().default(null),
  editions: z.array(z.object({ edition: z.string(), period: z.string() })),
  tables: z.array(z.object({ file: z.string(), title: z.string() })),
})
type Source = z.infer<typeof sourceSchema>

/** `headroom datasets`: the series of published statistics, their editions and tables. */
export function addDatasets(command: Command, context: VerbContext): void {
  command
    .command('datasets')
    .summary('list the published statistics behind the figures')
    .description(
      'Lists the series of published statistics with their publishers, editions, tables and licences.',
    )
    .addOption(option.data())
    .addOption(option.json())
    .addHelpText('after', '\nExample:\n  headroom datasets')
    .action(async (options: { readonly data?: string; readonly json?: true }) => {
      const { program, terminal } = context
      const sources = readSources(await program.loadInputFiles(options.data ?? program.dataFolder))
      terminal.out.write(
        options.json
          ? `${JSON.stringify({ datasets: sources }, null, 2)}\n`
          : sources.map(formatSource).join('\n'),
      )
    })
}

function readSources(files: InputFiles): Source[] {
  return [...files].flatMap(([file, text]) => {
    if (!/^statistics\/[^/]+\/source\.json$/.test(file)) return []
    try {
      return [sourceSchema.parse(JSON.parse(text))]
    } catch (cause) {
      const issue = cause instanceof z.ZodError ? cause.issues[0] : undefined
      const reason = issue === undefined ? 'it isn’t JSON' : `${issue.path.join('.')}: ${issue.message}`
      throw new HeadroomError('file-unreadable', { file: `data/${file}`, reason }, { cause })
    }
  })
}

function formatSource({ series, title, publisher, licence, address, editions, tables }: Source): string {
  const lines = [
    `${series}: ${title}`,
    `  ${publisher}; ${licence}`,
    ...(address === null ? [] : [`  ${address}`]),
    ...editions.map(({ edition, period }) => `  edition ${edition} (${period})`),
    ...tables.map(({ file, title: table }) => `  data/statistics/${series}/${file}: ${table}`),
  ]
  return `${lines.join('\n')}\n`
}
