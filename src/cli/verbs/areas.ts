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
    .description('Lists England, its regions and the areas of its integrated care boards with their codes.')
    .addOption(option.data())
    .addOption(option.json())
    .addHelpText('after', '\nExample:\n  headroom areas')
    .action(async (options: { readonly data?: string; readonly json?: true }) => {
      const { program, terminal } = context
      const files = await program.loadInputFiles(options.data ?? program.dataFolder)
      const { regions, areas } = program.readReference(files)
      const list = [
        { code: ENGLAND, name: 'England', kind: 'country', region: null },
        ...regions.map(({ code, name }) => ({ code, name, kind: 'region', region: null })),
        ...areas.map(({ code, name, region }) => ({ code, name, kind: 'area', region })),
      ]
      const rows = list.map(({ code, name, kind, region }) => [code, kind, name, region ?? ''])
      const text = alignTable([['Code', 'Kind', 'Name', 'Region'], ...rows], ['left', 'left', 'left', 'left'])
      terminal.out.write(
        options.json ? `${JSON.stringify({ areas: list }, null, 2)}\n` : `${text.join('\n')}\n`,
      )
    })
}
