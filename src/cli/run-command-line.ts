import { styleText } from 'node:util'
import { Command, CommanderError } from 'commander'
import { HeadroomError } from '../errors/headroom-error.ts'
import type { Interruption } from './interruption.ts'
import type { Program, VerbContext } from './program.ts'
import type { Terminal } from './terminal.ts'
import { addAreas } from './verbs/areas.ts'
import { addBacktest } from './verbs/backtest.ts'
import { addCheck } from './verbs/check.ts'
import { addCompare } from './verbs/compare.ts'
import { addDatasets } from './verbs/datasets.ts'
import { addExplain } from './verbs/explain.ts'
import { addImport } from './verbs/import.ts'
import { addLevers } from './verbs/levers.ts'
import { addPlan } from './verbs/plan.ts'
import { addProject } from './verbs/project.ts'
import { addScenarios } from './verbs/scenarios.ts'
import { addSensitivity } from './verbs/sensitivity.ts'
import { addServe } from './verbs/serve.ts'
import { addWork } from './verbs/work.ts'

/** Exit status of a fault in Headroom itself. */
const FAULT = 70

/** Builds the command with all its verbs; parsing it runs one. */
export function createCommand(context: VerbContext): Command {
  const { program, terminal } = context
  const command = new Command('headroom')
    .description('Projects England’s health and care workforce twenty years ahead, with honest ranges.')
    .version(program.version, '--version', 'print the version')
    .helpOption('--help', 'print how to use it, with an example')
    .helpCommand(false)
    .configureOutput({
      writeOut: (text) => terminal.out.write(text),
      writeErr: (text) => terminal.err.write(text),
      outputError: () => undefined, // the message is printed once, by `report`
    })
    .configureHelp({ helpWidth: 100 })
    .addHelpText(
      'after',
      '\nExample:\n  headroom project --draws 200\n\n“headroom VERB --help” says more about a verb.',
    )
    .exitOverride()
  const verbs = [
    addProject,
    addCompare,
    addPlan,
    addScenarios,
    addLevers,
    addExplain,
    addSensitivity,
    addCheck,
    addBacktest,
    addServe,
    addWork,
    addImport,
    addDatasets,
    addAreas,
  ]
  for (const addVerb of verbs) addVerb(command, context)
  return command
}

/**
 * Runs one command line from start to end; never throws.
 * @param args what stands after `headroom`
 * @returns the exit status: 0 done, 1 something wrong in data or a check, 2 used wrongly, 130 Ctrl-C, 70 a fault in Headroom
 */
export async function runCommandLine(
  args: readonly string[],
  program: Program,
  terminal: Terminal,
  interruption: Interruption,
): Promise<number> {
  let status = 0
  const { signal } = interruption
  const setStatus = (value: number): void => {
    status = value
  }
  try {
    await createCommand({ program, terminal, signal, setStatus }).parseAsync([...args], { from: 'user' })
    return interruption.status() || status
  } catch (error) {
    const known = error instanceof HeadroomError ? error : null
    const stopped = signal.aborted && (known === null || known.code.startsWith('interrupted'))
    if (!stopped) return report(error, args, terminal)
    report(known ?? new HeadroomError('interrupted', {}), args, terminal)
    return interruption.status()
  }
}

/** Prints what went wrong, once, on stderr (and as the JSON document where one was asked for); gives the exit status. */
function report(error: unknown, args: readonly string[], terminal: Terminal): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0
    if (error.code === 'commander.help') return 2 // no verb was given, and the help has been printed
    return report(misuse(error, args), args, terminal)
  }
  const mark = (text: string): string => (terminal.colour.err ? styleText('red', text) : text)
  if (!(error instanceof HeadroomError)) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    terminal.err.write(`${mark('Headroom has a fault, and this is not your doing:')}\n${detail}\n`)
    return FAULT
  }
  const { code, message, next, details, exit } = error
  terminal.err.write(code.startsWith('interrupted') ? `${message} ${next}\n` : `${mark(message)}\n${next}\n`)
  if (args.includes('--json'))
    terminal.out.write(`${JSON.stringify({ error: { code, message, next, details } }, null, 2)}\n`)
  return exit
}

/** What the option parser objected to, as an error of the catalogue. */
function misuse(error: CommanderError, args: readonly string[]): HeadroomError {
  const text = error.message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ')
  const problem = `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith(')') ? '' : '.'}`
  const verb = args.find((argument) => !argument.startsWith('-'))
  const isVerb = verb !== undefined && error.code !== 'commander.unknownCommand'
  return new HeadroomError(
    'command-wrong',
    { problem, command: isVerb ? `headroom ${verb}` : 'headroom' },
    { cause: error },
  )
}
