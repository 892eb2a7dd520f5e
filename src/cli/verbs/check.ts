import type { Command } from 'commander'
import { EXPIRED_RULE, type Finding } from '../../domain/finding.ts'
import { option } from '../options.ts'
import type { VerbContext } from '../program.ts'
import { formatFindings } from '../text/findings.ts'
import { formatCount } from '../text/format.ts'

/** `headroom check`: every check of data and model; exit status 1 where one finds an error, or an
 * assumption past its day. */
export function addCheck(command: Command, context: VerbContext): void {
  command
    .command('check')
    .summary('check the input data and the model')
    .description('Runs every check of the input data and the model, and lists what it finds, gravest first.')
    .addOption(option.data())
    .addOption(option.json())
    .addHelpText('after', '\nExample:\n  headroom check --data my-data')
    .action(async (options: { readonly data?: string; readonly json?: true }) => {
      const { program, terminal } = context
      const findings = program.check(await program.loadInputFiles(options.data ?? program.dataFolder))
      terminal.out.write(options.json ? `${JSON.stringify({ findings }, null, 2)}\n` : formatChecks(findings))
      if (findings.some(({ severity, rule }) => severity === 'error' || rule === EXPIRED_RULE))
        context.setStatus(1)
    })
}

function formatChecks(findings: readonly Finding[]): string {
  const count = (severity: Finding['severity']): string =>
    formatCount(findings.filter((finding) => finding.severity === severity).length, severity)
  const lines = formatFindings(findings)
  const end = `Checked: ${count('error')}, ${count('warning')}, ${count('note')}.`
  return `${[...lines, ...(lines.length > 0 ? [''] : []), end].join('\n')}\n`
}
