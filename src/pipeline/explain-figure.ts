import { readSeriesSource } from '../datasets/series-source.ts'
import { AGES, SEXES } from '../domain/cohort.ts'
import type { ExplainedInput, Explanation } from '../domain/explanation.ts'
import { ENGLAND } from '../domain/geography.ts'
import type { InputFiles } from '../domain/input-files.ts'
import { MEASURES } from '../domain/measure.ts'
import type { Occupation, StaffGroup } from '../domain/occupation.ts'
import { type Projection, projectionIndex, STATISTICS } from '../domain/projection.ts'
import type { Reference } from '../domain/reference.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { ALL } from '../results/aggregation.ts'
import { flowInputs, needInputs, stockInputs, uncertainInputs } from './explain-inputs.ts'
import { leverInputs, scenarioMethod } from './explain-levers.ts'
import { arrivalInputs, careMethod, measureInputs } from './explain-money-and-care.ts'
import type { Inputs } from './read-inputs.ts'
import type { ScenarioInputs } from './read-scenario-inputs.ts'

/** Which number to explain. */
export interface Figure {
  readonly year: number
  /** `ENG`, a region or an area. */
  readonly area: string
  /** Code of an occupation, staff group or sector, or `all`. */
  readonly code: string
  readonly measure: string
}

/**
 * Says where a number comes from: published totals, assumptions with their sources, method, formula.
 * @param files text of the data folder, for the series’ own sources
 * @param inputs the inputs read from those files under the run’s scenario
 * @param projection the run that holds the number; null to explain a base figure of stock without a run
 * @throws HeadroomError `area-unknown`, `occupation-unknown`, `measure-unknown` or `year-out-of-range`
 */
export function explainFigure(
  files: InputFiles,
  inputs: ScenarioInputs,
  projection: Projection | null,
  figure: Figure,
): Explanation {
  const { reference, book, base } = inputs
  const measure = MEASURES.find(({ code }) => code === figure.measure)
  if (!measure)
    throw new HeadroomError('measure-unknown', {
      code: figure.measure,
      known: MEASURES.map(({ code }) => code).join(', '),
    })
  const subject = findSubject(reference, figure.code)
  const areas = findAreas(reference, figure.area)
  const last = projection?.years.at(-1) ?? base.year
  if (figure.year < base.year || figure.year > last)
    throw new HeadroomError('year-out-of-range', { year: figure.year, first: base.year, last })
  const isBase = figure.year === base.year
  const [single] = subject.members
  const occupation = subject.members.length === 1 ? single : undefined
  const found = projection
    ? lookUp(projection, figure)
    : baseValue(inputs, areas.indices, subject, figure.measure)
  const published = subject.groups.map((group) => publishedInput(files, inputs, group, areas.codes))
  const assumed = occupation
    ? [
        ...stockInputs(book, occupation),
        ...(measure.unit === 'heads' && isBase ? [] : needInputs(book, occupation)),
        ...(isBase
          ? []
          : [
              ...flowInputs(book, occupation),
              ...arrivalInputs(book, occupation),
              ...uncertainInputs(book, occupation),
            ]),
      ]
    : []
  return {
    title: `${measure.name}, ${subject.name}, ${areas.name}, 31 March ${figure.year}`,
    measure: measure.code,
    definition: measure.definition,
    formula: measure.formula,
    unit: measure.unit,
    value: found?.central ?? null,
    range: isBase || !found?.range ? null : found.range,
    method: [...methodOf(inputs, subject, areas.name, isBase), ...(isBase ? [] : scenarioMethod(inputs))],
    inputs: [
      ...published,
      ...assumed,
      ...measureInputs(book, measure.code, subject.members),
      ...(isBase ? [] : leverInputs(files, inputs, subject.members)),
    ],
    run: projection && !isBase ? projection.manifest.run : null,
  }
}

interface Subject {
  readonly name: string
  readonly members: readonly Occupation[]
  readonly groups: readonly StaffGroup[]
}

function findSubject(reference: Reference, code: string): Subject {
  const { occupations, staffGroups, sectors } = reference
  const named = (name: string, members: readonly Occupation[]): Subject => ({
    name,
    members,
    groups: staffGroups.filter((group) => members.some(({ staffGroup }) => staffGroup === group.code)),
  })
  if (code === ALL.code) return named(ALL.name, occupations)
  const occupation = occupations.find((candidate) => candidate.code === code)
  if (occupation) return named(occupation.name, [occupation])
  const group = staffGroups.find((candidate) => candidate.code === code)
  if (group)
    return named(
      group.name,
      occupations.filter(({ staffGroup }) => staffGroup === code),
    )
  const sector = sectors.find((candidate) => candidate.code === code)
  if (sector)
    return named(
      sector.name,
      occupations.filter((candidate) => candidate.sector === code),
    )
  throw new HeadroomError('occupation-unknown', { code })
}

function findAreas(
  reference: Reference,
  code: string,
): { readonly name: string; readonly codes: readonly string[]; readonly indices: readonly number[] } {
  const region = reference.regions.find((candidate) => candidate.code === code)
  const chosen = reference.areas.flatMap((area, r) =>
    code === ENGLAND || area.code === code || area.region === code ? [{ area, r }] : [],
  )
  if (chosen.length === 0) throw new HeadroomError('area-unknown', { code })
  const name = code === ENGLAND ? 'England' : (region?.name ?? chosen[0]!.area.name)
  return { name, codes: chosen.map(({ area }) => area.code), indices: chosen.map(({ r }) => r) }
}

interface Found {
  readonly central: number
  readonly range: { readonly p10: number; readonly p90: number } | null
}

function lookUp(projection: Projection, figure: Figure): Found | null {
  const a = projection.areas.findIndex(({ code }) => code === figure.area)
  if (a < 0)
    throw new HeadroomError('area-not-in-run', {
      scope: projection.manifest.area ?? ENGLAND,
      code: figure.area,
    })
  const s = projection.series.findIndex(({ code }) => code === figure.code)
  const m = projection.measures.indexOf(figure.measure)
  const t = projection.years.indexOf(figure.year)
  const value = (statistic: (typeof STATISTICS)[number]): number =>
    projection.values[projectionIndex(projection, a, s, t, m, STATISTICS.indexOf(statistic))]!
  const central = value('central')
  return Number.isNaN(central) ? null : { central, range: { p10: value('p10'), p90: value('p90') } }
}

/** Stocks at the base straight from the fitted table; other measures need a run. */
function baseValue(
  inputs: Inputs,
  areas: readonly number[],
  subject: Subject,
  measure: string,
): Found | null {
  const { base, reference } = inputs
  const count = reference.areas.length
  const isHeads = measure === 'supply_heads'
  if (!isHeads && measure !== 'supply_fte' && measure !== 'fte_at_work') return null
  let central = 0
  for (const [o, occupation] of reference.occupations.entries()) {
    if (!subject.members.includes(occupation)) continue
    for (let c = 0; c < SEXES.length * AGES; c++) {
      const i = o * SEXES.length * AGES + c
      for (const r of areas)
        central +=
          base.heads[i * count + r]! *
          (isHeads ? 1 : base.participation[i]! * base.participationArea[o * count + r]!)
    }
  }
  return { central, range: null }
}

/** The published staff in post of a staff group in the areas, or the publication a national figure comes from. */
function publishedInput(
  files: InputFiles,
  { statistics }: Inputs,
  group: StaffGroup,
  areas: readonly string[],
): ExplainedInput {
  const source = readSeriesSource(files, group.series)
  const edition = source.editions.at(-1)!
  const flows = statistics.flows.filter((flow) => flow.staffGroup === group.code && areas.includes(flow.area))
  const sum = (unit: 'headcount' | 'fte'): number =>
    flows.reduce((total, flow) => (flow.unit === unit ? total + flow.closing : total), 0)
  const format = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 1 })
  const isFile = flows.length > 0
  return {
    name: group.name,
    value: isFile
      ? `${format(sum('headcount'))} people, ${format(sum('fte'))} FTE`
      : 'see the national figures below',
    origin: {
      basis: isFile ? 'published' : 'derived',
      quality: isFile ? 'green' : 'amber',
      publisher: source.publisher,
      publication: source.title,
      edition: `${edition.edition}, ${edition.period}`,
      location: edition.file,
      method: isFile
        ? `Staff in post of “${group.publishedLabel}” at the end of the period, summed over organisations.`
        : 'National figures printed in reports, spread over areas as the assumption says.',
    },
    place: `data/statistics/${group.series}`,
    signedBy: null,
    expires: null,
    note: source.attribution,
  }
}

function methodOf({ base, statistics }: Inputs, subject: Subject, area: string, isBase: boolean): string[] {
  if (subject.members.length === 0) return careMethod(isBase)
  const isSplit = subject.members.some(({ staffGroup }) =>
    statistics.flows.some((flow) => flow.staffGroup === staffGroup),
  )
  return [
    isSplit
      ? `The published headcount and FTE of each staff group in ${area} are met exactly; a group’s occupations are told apart by raking national shares to the kinds of organisation in each area.`
      : `The national stock is spread over areas in proportion to a published series; no count by area is published for it here.`,
    'Ages and sexes follow the occupation’s national profile, raked to each area with its population’s age structure as the seed.',
    `Staff in post of the latest month are taken as the stock of 31 March ${base.year}.`,
    ...(isBase
      ? []
      : [
          'Each year people leave, retire, fall ill or move by competing hazards, everyone else grows a year older, and joiners come from training, abroad, return and open recruitment.',
          'Need follows the population by age and sex, growth beyond population, and productivity.',
          'The range is the middle 80 % of the draws; the back-test (docs/reference/how-we-did.md) tested how staff are projected, not this range.',
        ]),
  ]
}
