import type { AssumptionBook } from '../../domain/assumption-book.ts'
import type { BuilderFrame, BuilderPreset, LeverCard, LeverNumber, Named } from '../../domain/builder.ts'
import type { InputFiles } from '../../domain/input-files.ts'
import type { Reference } from '../../domain/reference.ts'
import { OFF_THE_LIST } from '../../levers/international-recruitment.ts'
import { EVIDENCE, type Lever, type SettingRule, SHIFTS } from '../../levers/lever.ts'
import type { LeverNumbers } from '../../levers/numbers.ts'
import { readLeverNumbers } from '../../levers/read-parameters.ts'
import { LEVERS } from '../../levers/registry.ts'
import { listAssumptions } from '../list-assumptions.ts'
import { readScenario, scenarioNames } from '../read-scenario.ts'
import { choiceOf } from './choice.ts'
import { describeBook } from './describe-book.ts'

/**
 * What the builder’s page is made from: levers by shift with what stands behind them, and the scenarios to
 * start from, with what they change in the book of assumptions.
 * @throws HeadroomError where a scenario or the numbers of a lever are wrong
 */
export function createFrame(
  files: InputFiles,
  { reference, book }: { readonly reference: Reference; readonly book: AssumptionBook },
  { baseYear, years }: { readonly baseYear: number; readonly years: number },
): BuilderFrame {
  const codes = reference.occupations.map(({ code }) => code)
  const numbers = readLeverNumbers(files, LEVERS, book.sources, codes)
  const scenarios = scenarioNames(files).map((name) => readScenario(files, name))
  const entries = listAssumptions(files, book, reference)
  const scopes = (lever: Lever): readonly Named[] => namedScopes(lever, reference, book, numbers)
  return {
    baseYear,
    years,
    shifts: Object.entries(SHIFTS).map(([shift, title]) => ({
      title,
      levers: LEVERS.filter((lever) => lever.shift === shift).map((lever) =>
        cardOf(lever, scopes(lever), numbers),
      ),
    })),
    presets: scenarios.map(
      (scenario): BuilderPreset => ({
        name: scenario.name,
        title: scenario.title,
        description: scenario.description,
        choice: choiceOf(scenario),
        book:
          scenario.assumptions.length === 0
            ? null
            : { changes: scenario.assumptions, says: describeBook(files, scenario.assumptions, entries) },
      }),
    ),
    places: { areas: reference.areas, regions: reference.regions },
  }
}

function cardOf(lever: Lever, scopes: readonly Named[], numbers: LeverNumbers): LeverCard {
  const { code, title, summary, basis, lag, cost, payer, decides, limits } = lever
  const dial = (key: string, { unit, min, max, meaning }: SettingRule) => ({ key, unit, min, max, meaning })
  return {
    code,
    title,
    summary,
    dial: dial(code, lever.setting),
    options: Object.entries(lever.options ?? {}).map(([key, rule]) => dial(key, rule)),
    scopes,
    evidence: EVIDENCE[lever.evidence],
    basis,
    lag,
    cost,
    payer,
    decides,
    limits,
    numbers: numbers.parameters
      .filter((parameter) => parameter.lever === code)
      .map(
        ({ parameter, value, low, high, unit, judgement }): LeverNumber => ({
          parameter: parameter.replaceAll('_', ' ').replace(':', ': '),
          value,
          low,
          high,
          unit,
          quality: judgement.quality,
          basis: judgement.basis,
          source: `${judgement.source.publisher}: ${judgement.source.publication}`,
          note: judgement.note,
        }),
      ),
  }
}

/** What a lever can be limited to, by name, in the order in which a list shows it. */
function namedScopes(
  { scope }: Lever,
  { sectors, staffGroups, occupations }: Reference,
  { programmes, countryGroups }: AssumptionBook,
  { transfers }: LeverNumbers,
): readonly Named[] {
  const named = ({ code, name }: Named): Named => ({ code, name })
  if (scope === 'none') return [{ code: 'all', name: 'Everyone it concerns' }]
  if (scope === 'staff' || scope === 'arrivals') {
    const posts = sectors.filter(({ counting }) => counting === 'posts').map(named)
    const codes = new Set(posts.map(({ code }) => code))
    const more = [...staffGroups, ...occupations].filter(({ code }) => {
      const isNew = !codes.has(code)
      codes.add(code)
      return isNew
    })
    const staff = [{ code: 'all', name: 'All staff' }, ...posts, ...more.map(named)]
    if (scope === 'staff') return staff
    const groups = [...countryGroups].map(([code, { name }]) => ({ code, name: `From: ${name}` }))
    return [
      staff[0]!,
      { code: OFF_THE_LIST, name: 'From all countries but those on the safeguards list' },
      ...groups,
      ...staff.slice(1),
    ]
  }
  if (scope === 'programmes') return [{ code: 'all', name: 'All programmes' }, ...programmes.map(named)]
  if (scope === 'transfers') return [{ code: 'all', name: 'All transfers' }, ...transfers.map(named)]
  return scope.map((code) => ({ code, name: sentence(code) }))
}

/** A code as words: `ambient-notes` is `Ambient notes`. */
function sentence(code: string): string {
  const words = code.replaceAll('-', ' ')
  return `${words[0]!.toUpperCase()}${words.slice(1)}`.replace(/^Nhs/, 'NHS')
}
