import { readBook } from '../src/assumptions/read-book.ts'
import { sayLimits, sayScope } from '../src/cli/text/levers.ts'
import type { InputFiles } from '../src/domain/input-files.ts'
import { EVIDENCE } from '../src/levers/lever.ts'
import { readPlanLimits } from '../src/levers/read-plan-limits.ts'
import { type DescribedLever, describeLevers } from '../src/pipeline/describe-levers.ts'
import { readReference } from '../src/pipeline/read-reference.ts'
import { readScenario, scenarioNames } from '../src/pipeline/read-scenario.ts'
import { cell, code, page, table } from './markdown.ts'

/** The reference pages of the levers and the scenarios, by their path in `docs/`. */
export const createLeverPages = (files: InputFiles): ReadonlyMap<string, string> =>
  new Map([
    ['reference/levers.md', leversPage(files)],
    ['reference/scenarios.md', scenariosPage(files)],
  ])

function leversPage(files: InputFiles): string {
  const levers = describeLevers(files)
  const shifts = [...new Set(levers.map(({ shift }) => shift))]
  const rows = levers.map(({ code: name, title, setting, evidence }) => [
    `[${code(name)}](#${name})`,
    title,
    setting.unit,
    sayLimits(setting),
    evidence.split(':')[0]!,
  ])
  return page(
    'Levers',
    'What a scenario can set, by the five shifts of the plan the levers come from. A setting of 0 does nothing. ' +
      'How levers work together is in [the explanation](../explanation/levers.md); how to set them in ' +
      '[how to write a scenario](../how-to/write-a-scenario.md). The numbers are in ' +
      '[`data/levers`](../../data/levers).',
    table(['lever', 'what it is', 'set in', 'limits', 'evidence'], rows),
    '## How well effects are known',
    Object.values(EVIDENCE)
      .map((words) => {
        const [name, ...rest] = words.split(': ')
        return `- **${name}**: ${rest.join(': ')}`
      })
      .join('\n'),
    ...shifts.flatMap((shift) => [
      `## ${shift}`,
      ...levers.filter((lever) => lever.shift === shift).map(leverSection),
    ]),
    '## Limits of a plan',
    'What [`headroom plan`](../how-to/plan-at-least-cost.md) keeps to, unless `--limit` says otherwise.',
    table(['limit', 'value', 'unit', 'how known', 'source and reasoning'], limitRows(files)),
  )
}

const limitRows = (files: InputFiles): string[][] =>
  [...readPlanLimits(files, readBook(files, readReference(files)).sources).values()].map(
    ({ limit, value, unit, judgement }) => [
      code(limit),
      String(value),
      unit,
      `${judgement.basis}, ${judgement.quality}`,
      cell(`${judgement.source.publisher}, ${judgement.source.publication}. ${judgement.note}`),
    ],
  )

function leverSection(lever: DescribedLever): string {
  const { setting, scope, options = {}, parameters, transfers } = lever
  const facts = [
    `- **Setting**: ${setting.meaning}; ${setting.unit}, ${sayLimits(setting)}`,
    `- **For**: ${sayScope(scope)}`,
    ...Object.entries(options).map(
      ([key, rule]) => `- **${code(key)}**: ${rule.meaning}; ${rule.unit}, ${sayLimits(rule)}`,
    ),
    `- **Evidence**: ${lever.evidence}. ${lever.basis}`,
    `- **Lag**: ${lever.lag}`,
    `- **Cost**: ${lever.cost}; paid by ${lever.payer}`,
    `- **Who decides**: ${lever.decides}`,
    `- **Limits**: ${lever.limits}`,
    `- **Moves**: ${lever.directions.map(({ measure, series, sign }) => `${code(measure)} of ${code(series)} ${sign > 0 ? 'up' : 'down'}`).join(', ')}`,
  ].join('\n')
  const numbers = parameters.map(({ parameter, value, low, high, unit, judgement }) => [
    code(parameter),
    String(value),
    low === high ? '' : `${low} to ${high}`,
    unit,
    `${judgement.basis}, ${judgement.quality}`,
    cell(`${judgement.source.publisher}, ${judgement.source.publication}. ${judgement.note}`),
  ])
  const moves = transfers.map(({ code: name, from, to, rate, share, judgement }) => [
    code(name),
    code(from),
    code(to),
    `${share * 100} %`,
    String(rate),
    cell(judgement.note),
  ])
  return [
    `### ${lever.code}`,
    `**${lever.title}.** ${lever.summary}`,
    facts,
    ...(numbers.length === 0
      ? []
      : [table(['number', 'value', 'range', 'unit', 'how known', 'source and reasoning'], numbers)]),
    ...(moves.length === 0
      ? []
      : [table(['transfer', 'relieves', 'by', 'at most', 'FTE for one', 'reasoning'], moves)]),
  ].join('\n\n')
}

function scenariosPage(files: InputFiles): string {
  const scenarios = scenarioNames(files).map((name) => readScenario(files, name))
  const sections = scenarios.map(({ name, title, description, basedOn, file }) =>
    [
      `## ${name}`,
      `**${title}.** ${description}`,
      ...(basedOn.length === 0
        ? []
        : [`Based on ${basedOn.map((base) => `[${code(base)}](#${base})`).join(', ')}.`]),
      `[${code(`data/${file}`)}](../../data/${file})`,
    ].join('\n\n'),
  )
  return page(
    'Scenarios',
    'The scenarios that come with Headroom. `headroom project --scenario NAME` projects one, `headroom compare A B` ' +
      'compares two, `headroom scenarios NAME` shows every setting. To write your own, see ' +
      '[how to write a scenario](../how-to/write-a-scenario.md).',
    table(
      ['scenario', 'what it is'],
      scenarios.map(({ name, title }) => [`[${code(name)}](#${name})`, cell(title)]),
    ),
    ...sections,
  )
}
