import type { BuilderChoice, BuilderPreset } from '../../domain/builder.ts'
import type { AssumptionChange, ScenarioSetting } from '../../domain/scenario.ts'
import { changesOf } from './choice.ts'

/**
 * A choice as a scenario file that `headroom project --scenario FILE` reads.
 * @param title a line of text @param description the same @param presets those that changes to assumptions come from
 */
export function writeScenarioFile(
  choice: BuilderChoice,
  title: string,
  description: string,
  presets: readonly BuilderPreset[],
): string {
  const { feedback, establishment, levers } = choice
  const changes = changesOf(choice, presets)
  const posts = [...establishment].map(([scope, rule]) => {
    if (rule.follows === 'budget') return `  ${scope}: { follows: budget, growth: ${rule.growth} }`
    if (rule.follows !== 'path') return `  ${scope}: { follows: ${rule.follows} }`
    const points = rule.path.map(([year, factor]) => `${year}: ${factor}`)
    return `  ${scope}: { follows: path, path: { ${points.join(', ')} } }`
  })
  const settings = [...levers].flatMap(([code, all]) => [
    `  ${code}:`,
    ...all.map((setting) => `    - { ${settingParts(setting).join(', ')} }`),
  ])
  return [
    'headroom: scenario/1',
    `title: ${JSON.stringify(title)}`,
    `description: ${JSON.stringify(description)}`,
    ...(feedback ? [] : ['feedback: false']),
    ...(posts.length > 0 ? ['establishment:', ...posts] : []),
    ...(settings.length > 0 ? ['levers:', ...settings] : []),
    ...(changes.length > 0 ? ['assumptions:', ...changes.map(changeLine)] : []),
    '',
  ].join('\n')
}

const changeLine = ({ table, row, column, change, reason }: AssumptionChange): string => {
  const conditions = Object.entries(row).map(
    ([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  )
  const parts = [
    `table: ${JSON.stringify(table)}`,
    ...(conditions.length > 0 ? [`row: { ${conditions.join(', ')} }`] : []),
    `column: ${JSON.stringify(column)}`,
    ...Object.entries(change).map(([key, value]) => `${key}: ${JSON.stringify(value)}`),
    `reason: ${JSON.stringify(reason)}`,
  ]
  return `  - { ${parts.join(', ')} }`
}

const settingParts = ({ scope, from, setting, until, phaseIn, path, options }: ScenarioSetting): string[] => [
  ...(scope === 'all' ? [] : [`for: ${scope}`]),
  ...(path === null
    ? [
        `from: ${from}`,
        `setting: ${setting}`,
        ...(until === null ? [] : [`until: ${until}`]),
        ...(phaseIn === 1 ? [] : [`phase_in: ${phaseIn}`]),
      ]
    : [`path: { ${path.map(([year, value]) => `${year}: ${value}`).join(', ')} }`]),
  ...Object.entries(options).flatMap(([key, value]) => (value === 0 ? [] : [`${key}: ${value}`])),
]
