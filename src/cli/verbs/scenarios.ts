import type { Command } from 'commander'
import { readScenario, scenarioNames } from '../../pipeline/read-scenario.ts'
import { option } from '../options.ts'
import type { VerbContext } from '../program.ts'
import { formatScenario, formatScenarios } from '../text/scenarios.ts'

/** `headroom scenarios`: the scenarios there are, or one with all its settings. */
export function addScenarios(command: Command, context: VerbContext): void {
  command
    .command('scenarios')
    .summary('list the scenarios that can be projected')
    .description(
      'Lists the scenarios; of one, or of a file of your own, also its settings, with what it takes over ' +
        'from scenarios it is based on. Says what is wrong where one can’t be read.',
    )
    .argument('[scenario]', 'name of a scenario, or a .yaml file')
    .addOption(option.data())
    .addOption(option.json())
    .addHelpText('after', '\nExample:\n  headroom scenarios ten-point-plan')
    .action(async (named: string | undefined, options: { readonly data?: string; readonly json?: true }) => {
      const { program, terminal } = context
      const data = await program.loadInputFiles(options.data ?? program.dataFolder)
      const write = (document: unknown, text: string): void =>
        terminal.out.write(options.json ? `${JSON.stringify(document, null, 2)}\n` : text)
      if (named === undefined) {
        const scenarios = scenarioNames(data).map((name) => readScenario(data, name))
        const list = scenarios.map(({ name, title, description, basedOn }) => ({
          name,
          title,
          description,
          basedOn,
        }))
        write({ scenarios: list }, formatScenarios(list))
        return
      }
      const { files, name } = await program.loadScenario(data, named)
      const scenario = readScenario(files, name)
      const document = {
        ...scenario,
        establishment: Object.fromEntries(scenario.establishment),
        levers: Object.fromEntries(scenario.levers),
      }
      write({ scenario: document }, formatScenario(scenario, files.get(scenario.file) ?? ''))
    })
}
