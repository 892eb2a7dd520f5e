import type { Command } from 'commander'

<<<<<<< HEAD

import type { Finding, Severity } from '../../domain/finding.ts'
import { option } from '../options.ts'
import type { VerbContext } from '../program.ts'
import { formatCount } from '../text/format.ts'

const NAMES: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', note: 'Note' }
const ORDER: readonly Severity[] = ['error', 'warning', 'note']

=======

import type { Finding } from '../../domain/finding.ts'
import { option } from '../options.ts'
import type { VerbContext } from '../program.ts'
import { formatFindings } from '../text/findings.ts'
import { formatCount } from '../text/format.ts'

>>>>>>> cli
/** `headroom check`: every check of data and model; exit status 1 where one finds an error. */
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
<<<<<<< HEAD
      terminal.out.write(
        options.json ? `${JSON.stringify({ findings }, null, 2)}\n` : formatFindings(findings),
      )
=======
      terminal.out.write(options.json ? `${JSON.stringify({ findings }, null, 2)}\n` : formatChecks(findings))
>>>>>>> cli
      if (findings.some(({ severity }) => severity === 'error')) context.setStatus(1)
    })
}

<<<<<<< HEAD
function formatFindings(findings: readonly Finding[]): string {
  const bySeverity = ORDER.map((severity) => findings.filter((finding) => finding.severity === severity))
  const lines = bySeverity
    .flat()
    .map(({ severity, message, place, rule }) => `${NAMES[severity]}: ${message}\n  ${place} (${rule})\n`)
  const [errors, warnings, notes] = bySeverity.map((list) => list.length) as [number, number, number]
  const counts = [formatCount(errors, 'error'), formatCount(warnings, 'warning'), formatCount(notes, 'note')]
  return `${lines.join('')}${lines.length > 0 ? '\n' : ''}Checked: ${counts.join(', ')}.\n`
=======
function formatChecks(findings: readonly Finding[]): string {
  const count = (severity: Finding['severity']): string =>
    formatCount(findings.filter((finding) => finding.severity === severity).length, severity)
  const lines = formatFindings(findings)
  const end = `Checked: ${count('error')}, ${count('warning')}, ${count('note')}.`
  return `${[...lines, ...(lines.length > 0 ? [''] : []), end].join('\n')}\n`
>>>>>>> cli
}
