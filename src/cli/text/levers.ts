import type { DescribedLever } from '../../pipeline/describe-levers.ts'
import { wrapText } from './table.ts'

const WIDTH = 96

/** All levers under the shifts of the plan they belong to, a line each with unit and limits. */
export function formatLevers(levers: readonly DescribedLever[]): string {
  const shifts = [...new Set(levers.map(({ shift }) => shift))]
  const longest = Math.max(...levers.map(({ code }) => code.length))
  const line = ({ code, title, setting }: DescribedLever): string =>
    `  ${code.padEnd(longest)}  ${title} (${setting.unit}, ${sayLimits(setting)})`
  const groups = shifts.map((shift) =>
    [shift, ...levers.filter((lever) => lever.shift === shift).map(line)].join('\n'),
  )
  return `${groups.join('\n\n')}\n\n“headroom levers CODE” says what is known of one.\n`
}

/** One lever in full. */
export function formatLever(lever: DescribedLever): string {
  const { code, title, shift, summary, setting, scope, options = {}, parameters, transfers } = lever
  const facts: readonly (readonly [string, string])[] = [
    ['Part of', shift],
    ['Setting', `${setting.meaning}: ${setting.unit}, ${sayLimits(setting)}; 0 does nothing`],
    ['For', sayScope(scope)],
    ...Object.entries(options).map(
      ([key, rule]) => [key, `${rule.meaning}: ${rule.unit}, ${sayLimits(rule)}`] as const,
    ),
    ['Evidence', `${lever.evidence}. ${lever.basis}`],
    ['Lag', lever.lag],
    ['Cost', `${lever.cost}; paid by ${lever.payer}`],
    ['Decides', lever.decides],
    ['Limits', lever.limits],
  ]
  const width = Math.max(...facts.map(([name]) => name.length)) + 2
  const numbers = parameters.flatMap(({ parameter, value, low, high, unit, judgement }) => [
    `  ${parameter}: ${value} ${unit}${low === high ? '' : ` (${low} to ${high})`}; ${judgement.basis}, ${judgement.quality}`,
    `    ${fold(`${judgement.source.publisher}, ${judgement.source.publication}. ${judgement.note}`, '    ')}`,
  ])
  const moves = transfers.flatMap(({ code: name, name: title, from, to, rate, share, judgement }) => [
    `  ${name}: ${title}`,
    `    ${fold(
      `at most ${share * 100} % of the work of ${from}, ${rate} FTE of ${to} for one. ${judgement.note}`,
      '    ',
    )}`,
  ])
  return `${[
    `${code}: ${title}`,
    fold(summary, ''),
    '',
    ...facts.map(([name, text]) => fold(`${name.padEnd(width)}${text}`, ' '.repeat(width))),
    ...(numbers.length === 0 ? [] : ['', 'Rests on', ...numbers]),
    ...(moves.length === 0 ? [] : ['', 'Work that can move', ...moves]),
  ].join('\n')}\n`
}

const fold = (text: string, indent: string): string => wrapText(text, WIDTH, indent)

export const sayLimits = ({ min, max }: { readonly min: number; readonly max: number }): string =>
  `${min.toLocaleString('en-GB')} to ${max.toLocaleString('en-GB')}`

/** What `for` takes, in words. */
export function sayScope(scope: DescribedLever['scope']): string {
  if (scope === 'none') return 'nothing: it holds for all'
  if (scope === 'staff') return 'a sector, staff group or occupation; all where nothing is said'
  if (scope === 'programmes') return 'a training programme; all where nothing is said'
  if (scope === 'arrivals')
    return 'a group of data/assumptions/country-groups.csv, off-the-list for all but the safeguards list, or a sector, staff group or occupation; all where nothing is said'
  return scope === 'transfers' ? 'one of the moves of work; all where nothing is said' : scope.join(', ')
}
