import { EXPIRED_RULE, type Finding } from '../domain/finding.ts'
import type { InputFiles } from '../domain/input-files.ts'
import { readPlanLimits } from '../levers/read-plan-limits.ts'
import { LEVERS } from '../levers/registry.ts'
import { changeAssumptions } from './change-assumptions.ts'
import { readAllLeverNumbers } from './describe-levers.ts'
import type { Inputs } from './read-inputs.ts'
import { readScenario, scenarioNames } from './read-scenario.ts'
import { resolveScenario } from './read-scenario-inputs.ts'

/**
 * Checks the numbers of the levers and every scenario: that each can be read and applied, that no number is
 * past its date, and that each lever has a scenario that shows it.
 * @param today ISO date that expiry dates are held against
 * @throws HeadroomError where a number or scenario is wrong
 */
export function checkLevers(files: InputFiles, inputs: Inputs, today: string): Finding[] {
  const { parameters, transfers } = readAllLeverNumbers(files)
  const limits = readPlanLimits(files, inputs.book.sources).values()
  const judgements = [...parameters, ...transfers, ...limits].map(({ judgement }) => judgement)
  const scenarios = scenarioNames(files).map((name) => readScenario(files, name))
  for (const scenario of scenarios) {
    changeAssumptions(files, scenario.assumptions)
    resolveScenario(files, scenario, inputs)
  }
  const used = new Set(scenarios.flatMap(({ levers }) => [...levers.keys()]))
  const red = judgements.filter(({ quality }) => quality === 'red').length
  return [
    ...judgements
      .filter(({ expires }) => expires < today)
      .map(
        ({ expires, file, row }): Finding => ({
          rule: EXPIRED_RULE,
          severity: 'warning',
          message: `This number of a lever was to be reviewed by ${expires}.`,
          place: `${file}, row ${row}`,
        }),
      ),
    ...LEVERS.filter(({ code }) => !used.has(code)).map(
      ({ code }): Finding => ({
        rule: 'levers-used',
        severity: 'warning',
        message: `No scenario sets the lever ${code}.`,
        place: 'data/scenarios',
      }),
    ),
    {
      rule: 'levers-read',
      severity: 'note',
      message: `${LEVERS.length} levers with ${judgements.length} numbers, those of plans included, ${red} of them red; ${scenarios.length} scenarios can be run.`,
      place: 'data/levers',
    },
  ]
}
