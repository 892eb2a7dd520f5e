import type { Command } from 'commander'
import type { ExplainedInput, Explanation } from '../../domain/explanation.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { warnOfChangedInputs } from '../changed-inputs.ts'
import { option, wholeNumber } from '../options.ts'
import type { VerbContext } from '../program.ts'
import { formatExactShare, formatWhole } from '../text/format.ts'
import { wrapText } from '../text/table.ts'

interface Options {
  readonly out: string
  readonly data?: string
  readonly json?: true
}

/** `headroom explain`: one figure with its publications, method and assumptions. */
export function addExplain(command: Command, context: VerbContext): void {
  command
    .command('explain')
    .summary('say where a figure comes from')
    .description(
      'Explains one figure: its value, unit and range, the publications it starts from, the method, and ' +
        'the assumptions it rests on. Figures of the base year need no run; later ones are read from --out.',
    )
    .argument('<year>', 'year of the 31 March', wholeNumber('YEAR', 1900, 2200))
    .argument('<area>', 'ENG, a region code or an area code (see “headroom areas”)')
    .argument('<occupation>', 'code of an occupation, staff group or sector, or “all”')
    .argument('<measure>', 'code of a measure, such as supply_fte')
    .addOption(option.out('folder of the projection'))
    .addOption(option.data())
    .addOption(option.json())
    .addHelpText('after', '\nExample:\n  headroom explain 2026 QKK midwives supply_fte')
    .action(async (year: number, area: string, code: string, measure: string, options: Options) => {
      const { program, terminal } = context
      const files = await program.loadInputFiles(options.data ?? program.dataFolder)
      const projection = await program.readRun(options.out).catch((error: unknown) => {
        if (error instanceof HeadroomError && error.code === 'run-missing') return null
        throw error
      })
      if (projection !== null) warnOfChangedInputs(terminal, projection, files)
      const explanation = program.explain(files, projection, { year, area, code, measure })
      terminal.out.write(
        options.json ? `${JSON.stringify(explanation, null, 2)}\n` : formatExplanation(explanation),
      )
    })
}

/** An explanation as text for a terminal. */
export function formatExplanation(explanation: Explanation): string {
  const { title, unit, value, range, definition, formula, method, inputs, run } = explanation
  const show = (number: number): string =>
    unit === 'share'
      ? formatExactShare(number)
      : `${Math.abs(number) < SMALL && !COUNTS.includes(unit) ? number.toFixed(2) : formatWhole(number)} ${unit === 'fte' ? 'FTE' : unit.replaceAll('_', ' ')}`
  const lines = [
    title,
    `Value: ${value === null ? 'none: the measure does not apply here, or needs a run' : show(value)}`,
    ...(range === null ? [] : [`8 in 10 draws: ${show(range.p10)} to ${show(range.p90)}`]),
    ...(run === null ? [] : [`Run: ${run}`]),
    '',
    `Meaning: ${definition}`,
    `Formula: ${formula}`,
    '',
    'Method:',
    ...method.map((step, index) => `  ${index + 1}. ${step}`),
    ...(inputs.length === 0 ? [] : ['', 'Comes from:', ...inputs.flatMap(formatInput)]),
  ]
  return `${lines.map(fold).join('\n')}\n`
}

/** Below this a value that is no count is shown with two decimals. */
const SMALL = 100
const COUNTS = ['heads', 'fte']

function formatInput({ name, value, origin, place, signedBy, expires, note }: ExplainedInput): string[] {
  const { publisher, publication, edition, location, basis, quality, method } = origin
  const named = [publication, edition, location].filter((part) => part !== '').join(', ')
  return [
    `  ${name}: ${value}`,
    `    ${publisher}: ${named}`,
    `    ${basis}, quality ${quality}${signedBy === null ? '' : `, signed by ${signedBy}, until ${expires}`}`,
    ...(method === '' ? [] : [`    ${method}`]),
    ...(note === '' || note === method ? [] : [`    ${note}`]),
    ...(place === null ? [] : [`    (${place})`]),
  ]
}

/** Breaks a long line, its continuation set in by two more spaces than its start. */
function fold(line: string): string {
  const indent = ' '.repeat(line.length - line.trimStart().length)
  return indent + wrapText(line.trimStart(), 80 - indent.length, `${indent}  `)
}
