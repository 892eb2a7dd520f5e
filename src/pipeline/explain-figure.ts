import { readSeriesSource } from '../datasets/series-source.ts'
import { AGES, SEXES } from '../domain/cohort.ts'
import type { Explanation, Question } from '../domain/explanation.ts'
import { ENGLAND } from '../domain/geography.ts'
import type { InputFiles } from '../domain/input-files.ts'
import { MEASURES } from '../domain/measure.ts'
import type { Occupation, StaffGroup } from '../domain/occupation.ts'
import type { Origin } from '../domain/origin.ts'
import {
  type Level,
  type Projection,
  projectionIndex,
  STATISTICS,
  type Statistic,
} from '../domain/projection.ts'
import type { Reference } from '../domain/reference.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { ALL } from '../results/aggregation.ts'
import { flowInputs, needInputs, stockInputs, uncertainInputs } from './explain-inputs.ts'
import type { Inputs } from './read-inputs.ts'

/**
 * Says where a number comes from: published totals, assumptions with their sources, method, formula.
 * @param files text of the data folder, for the series’ own sources
 * @param inputs the inputs read from those files
 * @param projection the run that holds the number; null to explain a base figure of stock without a run
 * @throws HeadroomError `area-unknown`, `occupation-unknown`, `measure-unknown` or `year-out-of-range`
 */
export function explainFigure(
  files: InputFiles,
  inputs: Inputs,
  projection: Projection | null,
  question: Question,
): Explanation {
  const { reference, book, base } = inputs
  const measure = MEASURES.find(({ code }) => code === question.measure)
  if (!measure)
    throw new HeadroomError('measure-unknown', {
      code: question.measure,
      known: MEASURES.map(({ code }) => code).join(', '),
    })
  const subject = findSubject(reference, question.code)
  const areas = findAreas(reference, question.area)
  const last = projection?.years.at(-1) ?? base.year
  if (question.year < base.year || question.year > last)
    throw new HeadroomError('year-out-of-range', { year: question.year, first: base.year, last })
  const isBase = question.year === base.year
  const found = projection
    ? lookUp(projection, question)
    : { value: baseValue(inputs, areas.indices, subject, question.measure), statistics: null }
  const [occupation, ...others] = subject.members
  const assumptions =
    occupation === undefined || others.length > 0
      ? []
      : [
          ...stockInputs(book, occupation),
          ...(measure.code === 'supply_heads' && isBase ? [] : needInputs(book, occupation)),
          ...(isBase ? [] : [...flowInputs(book, occupation), ...uncertainInputs(book, occupation)]),
        ]
  return {
    year: question.year,
    area: { code: question.area, name: areas.name },
    series: { level: subject.level, code: question.code, name: subject.name },
    measure,
    ...found,
    method: methodOf(inputs, subject, areas.name, isBase).join(' '),
    origins: subject.groups.map((group) => publishedOrigin(files, inputs, group, areas.codes)),
    assumptions,
  }
}

interface Subject {
  readonly level: Level
  readonly name: string
  readonly members: readonly Occupation[]
  readonly groups: readonly StaffGroup[]
}

function findSubject(reference: Reference, code: string): Subject {
  const { occupations, staffGroups, sectors } = reference
  const named = (level: Level, name: string, members: readonly Occupation[]): Subject => ({
    level,
    name,
    members,
    groups: staffGroups.filter((group) => members.some(({ staffGroup }) => staffGroup === group.code)),
  })
  if (code === ALL.code) return named('all', ALL.name, occupations)
  const occupation = occupations.find((candidate) => candidate.code === code)
  if (occupation) return named('occupation', occupation.name, [occupation])
  const group = staffGroups.find((candidate) => candidate.code === code)
  if (group)
    return named(
      'staff_group',
      group.name,
      occupations.filter(({ staffGroup }) => staffGroup === code),
    )
  const sector = sectors.find((candidate) => candidate.code === code)
  if (sector)
    return named(
      'sector',
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
  readonly value: number
  readonly statistics: Readonly<Record<Statistic, number>>
}

function lookUp(projection: Projection, question: Question): Found {
  const a = projection.areas.findIndex(({ code }) => code === question.area)
  if (a < 0) throw new HeadroomError('area-unknown', { code: question.area })
  const s = projection.series.findIndex(({ code }) => code === question.code)
  const m = projection.measures.indexOf(question.measure)
  const t = projection.years.indexOf(question.year)
  const start = projectionIndex(projection, a, s, t, m, 0)
  const statistics = Object.fromEntries(
    STATISTICS.map((statistic, i) => [statistic, projection.values[start + i]!]),
  ) as Record<Statistic, number>
  return { value: statistics.central, statistics }
}

/** Stocks at the base straight from the fitted table; NaN for other measures, which need a run. */
function baseValue(inputs: Inputs, areas: readonly number[], subject: Subject, measure: string): number {
  const { base, reference } = inputs
  const count = reference.areas.length
  const isHeads = measure === 'supply_heads'
  if (!isHeads && measure !== 'supply_fte' && measure !== 'fte_at_work') return Number.NaN
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
  return central
}

/** The published staff in post of a staff group in the areas, or the series a national figure comes from. */
function publishedOrigin(
  files: InputFiles,
  { statistics }: Inputs,
  group: StaffGroup,
  areas: readonly string[],
): Origin {
  const source = readSeriesSource(files, group.series)
  const edition = source.editions.at(-1)!
  const flows = statistics.flows.filter((flow) => flow.staffGroup === group.code && areas.includes(flow.area))
  const sum = (unit: 'headcount' | 'fte'): string =>
    flows
      .reduce((total, flow) => (flow.unit === unit ? total + flow.closing : total), 0)
      .toLocaleString('en-GB', { maximumFractionDigits: 1 })
  const isFile = flows.length > 0
  return {
    basis: isFile ? 'published' : 'derived',
    quality: isFile ? 'green' : 'amber',
    publisher: source.publisher,
    publication: source.title,
    edition: `${edition.edition}, ${edition.period}`,
    location: edition.file,
    method: isFile
      ? `“${group.publishedLabel}” at the end of the period, summed over organisations: ${sum('headcount')} people, ${sum('fte')} FTE.`
      : `${group.name}: national figures, spread over areas as the assumption says.`,
  }
}

function methodOf({ base, statistics }: Inputs, subject: Subject, area: string, isBase: boolean): string[] {
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
          'The range is the middle 80 % of the draws; it has not been tested against past outcomes yet.',
        ]),
  ]
}
