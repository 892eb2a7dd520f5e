import type { Command } from 'commander'
import { ENGLAND } from '../../domain/geography.ts'
import { option } from '../options.ts'
import type { VerbContext } from '../program.ts'
import { alignTable } from '../text/table.ts'

/** `headroom areas`: the codes that `--area` and `explain` take. */
export function addAreas(command: Command, context: VerbContext): void {
  command
    .command('areas')
    .summary('list the areas and their codes')
    .description(
      'Lists England, its regions and the areas of its integrated care boards with their codes, and which areas are coastal, rural or deprived. How that is worked out: docs/reference/series/README.md, under geography, population-estimates-local and gp-workforce.',
    )
    .addOption(option.data())
    .addOption(option.json())
    .addHelpText('after', '\nExample:\n  headroom areas')
    .action(async (options: { readonly data?: string; readonly json?: true }) => {
      const { program, terminal } = context
      const files = await program.loadInputFiles(options.data ?? program.dataFolder)
      const { regions, areas } = program.readReference(files)
      const settings = new Map(program.readAreaSettings(files).map((setting) => [setting.area, setting]))
      const list = [
        { code: ENGLAND, name: 'England', kind: 'country', region: null, setting: null },
        ...regions.map(({ code, name }) => ({ code, name, kind: 'region', region: null, setting: null })),
        ...areas.map(({ code, name, region }) => ({
          code,
          name,
          kind: 'area',
          region,
          setting: settings.get(code) ?? null,
        })),
      ]
      const rows = list.map(({ code, name, kind, region, setting }) => [
        code,
        kind,
        name,
        region ?? '',
        setting?.flags.join(', ') ?? '',
      ])
      const text = alignTable(
        [['Code', 'Kind', 'Name', 'Region', 'Place'], ...rows],
        ['left', 'left', 'left', 'left', 'left'],
      )
      terminal.out.write(
        options.json ? `${JSON.stringify({ areas: list }, null, 2)}\n` : `${text.join('\n')}\n`,
      )
    })
}
