import type { Scenario } from '../../domain/scenario.ts'
import { LEVERS } from '../../levers/registry.ts'
import { alignTable, wrapText } from './table.ts'

const WIDTH = 96

/** All scenarios, a line each. */
export function formatScenarios(scenarios: readonly Pick<Scenario, 'name' | 'title'>[]): string {
  const lines = alignTable(
    scenarios.map(({ name, title }) => [name, title]),
    ['left', 'left'],
  )
  return `${lines.join('\n')}\n\n“headroom scenarios NAME” shows one; “headroom compare A B” compares two.\n`
}

/**
 * One scenario in full, with what it takes over from its bases, and its file.
 * @param text of the file
 */
export function formatScenario(scenario: Scenario, text: string): string {
  const { name, title, description, basedOn, feedback, establishment, levers, assumptions } = scenario
  const settings = [...levers].flatMap(([code, entries]) => {
    const unit = LEVERS.find((lever) => lever.code === code)?.setting.unit ?? ''
    return entries.map(({ scope, from, until, setting, phaseIn, path, options }) => {
      const years = `from ${from}${until === null ? '' : ` until ${until}`}`
      const growing = phaseIn > 1 ? `, over ${phaseIn} years` : ''
      const more = Object.entries(options).map(([key, value]) => `, ${key} ${value}`)
      const who = scope === 'all' ? '' : ` for ${scope}`
      if (path !== null)
        return `  ${code}${who}: ${path.map(([year, value]) => `${year} ${value}`).join(', ')} ${unit}${more.join('')}`
      return `  ${code}${who}: ${setting} ${unit} ${years}${growing}${more.join('')}`
    })
  })
  const posts = [...establishment].map(([scope, rule]) => {
    const { follows, ...rest } = rule
    return `  ${scope}: ${follows}${Object.values(rest).length > 0 ? ` ${JSON.stringify(rest)}` : ''}`
  })
  const changed = assumptions.map(({ table, row, column, change, reason }) => {
    const who = Object.entries(row).map(([key, value]) => `${key} ${value}`)
    return `  ${table}${who.length > 0 ? `, ${who.join(', ')}` : ''}: ${column} ${JSON.stringify(change).slice(1, -1)} (${reason})`
  })
  const section = (heading: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', heading, ...lines]
  return `${[
    `${name}: ${title}`,
    wrapText(description, WIDTH),
    ...(basedOn.length === 0 ? [] : [wrapText(`Based on ${basedOn.join(', ')}.`, WIDTH)]),
    ...(feedback ? [] : ['Without feedback of pressure.']),
    ...section('Levers', settings),
    ...section('Funded posts (the rest follow need)', posts),
    ...section('Assumptions changed', changed),
    ...section('File', text.trimEnd().split('\n')),
  ].join('\n')}\n`
}
