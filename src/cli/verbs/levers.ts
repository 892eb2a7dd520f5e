import type { Command } from 'commander'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { nearest } from '../../levers/nearest.ts'
import { describeLevers } from '../../pipeline/describe-levers.ts'
import { option } from '../options.ts'
import type { VerbContext } from '../program.ts'
import { formatLever, formatLevers } from '../text/levers.ts'

/** `headroom levers`: the policy levers that scenarios set, or one with its evidence, limits and numbers. */
export function addLevers(command: Command, context: VerbContext): void {
  command
    .command('levers')
    .summary('list the policy levers that scenarios set')
    .description(
      'Lists the policy levers with what they are set in; of one lever also what is known of its effect, ' +
        'its lag, cost, limits, who decides, and every number it rests on with its source.',
    )
    .argument('[lever]', 'code of a lever, such as pay-award')
    .addOption(option.data())
    .addOption(option.json())
    .addHelpText('after', '\nExample:\n  headroom levers return-to-health')
    .action(async (code: string | undefined, options: { readonly data?: string; readonly json?: true }) => {
      const { program, terminal } = context
      const levers = describeLevers(await program.loadInputFiles(options.data ?? program.dataFolder))
      const found = code === undefined ? levers : levers.filter((lever) => lever.code === code)
      if (code !== undefined && found.length === 0) {
        const codes = levers.map((lever) => lever.code)
        throw new HeadroomError('lever-unknown', { name: code, nearest: nearest(code, codes) ?? codes[0]! })
      }
      const text = code === undefined ? formatLevers(levers) : found.map(formatLever).join('')
      terminal.out.write(options.json ? `${JSON.stringify({ levers: found }, null, 2)}\n` : text)
    })
}
