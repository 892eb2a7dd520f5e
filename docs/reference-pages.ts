import type { Command } from 'commander'
import type { Program } from '../src/cli/program.ts'
import { createCommand } from '../src/cli/run-command-line.ts'
import { MEASURES } from '../src/domain/measure.ts'
import { STATISTICS } from '../src/domain/projection.ts'
import { CATALOGUE } from '../src/errors/catalogue.ts'
import { code, page, table } from './markdown.ts'

/**
 * The reference pages that are made from the program itself, by their path in `docs/`: the error
 * catalogue, the dictionary of measures and the command line.
 */
export const createReferencePages = (): ReadonlyMap<string, string> =>
  new Map([
    ['reference/errors.md', errorsPage()],
    ['reference/measures.md', measuresPage()],
    ['reference/command-line.md', commandLinePage()],
  ])

function errorsPage(): string {
  const rows = Object.entries(CATALOGUE).map(([name, { exit, message, next }]) => [
    code(name),
    String(exit),
    message,
    next,
  ])
  return page(
    'Errors',
    'Every message that Headroom ends with when something you can mend is wrong. It stands on the error ' +
      'output in plain words; with `--json` it is also the document on the standard output. Words in ' +
      'braces are filled in. The exit status is 1 where data are wrong, 2 where Headroom was used wrongly.',
    table(['code', 'exit status', 'message', 'what to do'], rows),
  )
}

function measuresPage(): string {
  const rows = MEASURES.map(
    ({ code: name, name: title, unit, help, definition, formula, atBase, additive }) => [
      code(name),
      title,
      unit,
      help,
      definition,
      code(formula),
      atBase ? 'yes' : 'no',
      additive ? 'yes' : 'no',
    ],
  )
  return page(
    'Measures',
    'What a run says of every area, occupation and year. A stock is that of 31 March; a flow happens in ' +
      'the twelve months before it, so flows have no value in the base year.',
    table(
      [
        'code',
        'name',
        'unit',
        'in plain words',
        'definition',
        'formula',
        'in the base year',
        'adds up over areas',
      ],
      rows,
    ),
    '## Statistics',
    'Each value has these statistics over the draws; the sums and ratios above are taken draw by draw ' +
      'first. `central` is the run with every assumption at its centre, which is not the mean of the draws. ' +
      'Percentiles interpolate between draws as R does by default (type 7).',
    STATISTICS.map((statistic) => `- ${code(statistic)}`).join('\n'),
  )
}

function commandLinePage(): string {
  const command = createCommand({
    program: { version: '' } as Program, // help calls none of it
    terminal: { out: SILENT, err: SILENT, colour: { out: false, err: false } },
    signal: new AbortController().signal,
    setStatus: () => undefined,
  })
  const sections = command.commands.flatMap((verb) => [
    `## headroom ${verb.name()}\n\n${helpOf(verb)}`,
    ...verb.commands.map((part) => `## headroom ${verb.name()} ${part.name()}\n\n${helpOf(part)}`),
  ])
  return page(
    'Command line',
    'In a checkout, put `npx` in front: `npx headroom project`.',
    helpOf(command),
    ...sections,
    '## Exit statuses',
    table(
      ['status', 'meaning'],
      [
        ['0', 'done'],
        ['1', 'something is wrong in the data, or a check found an error or an assumption past its day'],
        ['2', 'used wrongly: an unknown verb, option, area or scenario, or a value out of range'],
        ['130', 'stopped by Ctrl-C; nothing half-written is left'],
        ['143', 'asked by the system to end; nothing half-written is left'],
        ['70', 'a fault in Headroom itself'],
      ],
    ),
    'Results go to the standard output, messages and progress to the error output. `--json` makes the ' +
      'standard output one JSON document and nothing else.',
  )
}

const SILENT = { isTTY: false, write: () => undefined }

function helpOf(command: Command): string {
  let text = ''
  command.configureOutput({
    writeOut: (part) => {
      text += part
    },
  })
  command.outputHelp()
  return `\`\`\`text\n${text.trimEnd()}\n\`\`\``
}
