import type { BuilderChoice } from '../../domain/builder.ts'
import type { ScenarioSetting } from '../../domain/scenario.ts'

/**
 * A choice as a scenario file that `headroom project --scenario FILE` reads.
 * @param title a line of text @param description the same
 */
export function writeScenarioFile(
  { feedback, establishment, levers }: BuilderChoice,
  title: string,
  description: string,
): string {
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
    '',
  ].join('\n')
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
