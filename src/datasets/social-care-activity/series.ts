import type { Finding } from '../../domain/finding.ts'
import { refuseAbsentAreas } from '../complete.ts'
import { onlyFile, refuseSamePeriod } from '../editions.ts'
import type { FileKind } from '../file-kind.ts'
import type { PublishedFile } from '../published-file.ts'
import {
  type Edition,
  type FilesByKind,
  filesOf,
  type Harmonised,
  type ImportContext,
  OGL,
  type Series,
} from '../series.ts'
import { councilWeights } from '../social-care-turnover/council-lookups.ts'
import { boardDistricts, districtCouncils, districtSuccessors } from '../social-care-turnover/kind.ts'
import { ENGLAND_ONS } from '../social-care-turnover/parse-turnover.ts'
import { type CouncilShares, createCouncilShares } from '../social-care-turnover/share-councils.ts'
import { areaActivityTable, councilActivityTable, measureTable } from './activity-tables.ts'
import { checkHarmonised } from './check-harmonised.ts'
import { checkFinanceReturn, checkReturn, checkUnitCosts } from './check-return.ts'
import {
  activityReturn,
  harmonisedActivity,
  returnActivity,
  returnAdditional,
  returnTotals,
  unitCosts,
} from './kind.ts'
import {
  type FinanceReturn,
  parseReturnActivity,
  parseReturnAdditional,
  parseReturnTotals,
  type ReturnRow,
} from './parse-finance-return.ts'
import { parseHarmonised } from './parse-harmonised.ts'
import { parseReturn } from './parse-return.ts'
import { parseUnitCosts } from './parse-unit-costs.ts'
import { areaProvisionTable, councilProvisionTable } from './provision-tables.ts'
import { additionalTable, councilExpenditureTable, expenditureTable, weeksTable } from './return-tables.ts'

/** What councils provide and buy: weeks in care homes, hours of home care, people supported, and their cost. */
export const socialCareActivity: Series = {
  code: 'social-care-activity',
  title: 'Social care activity and expenditure of councils',
  publisher: 'NHS Digital; harmonised years put together by B. Goodair',
  licence: OGL,
  attribution:
    'NHS Digital, Personal Social Services: Expenditure and Unit Costs, and Adult Social Care Finance Return; harmonised activity: B. Goodair, adults_social_care_data. Contains public sector information licensed under the Open Government Licence v3.0.',
  address:
    'https://digital.nhs.uk/data-and-information/publications/statistical/adult-social-care-activity-and-finance-report',
  notes: [
    'Three collections that are not comparable without more: PSS-EX1 up to 2013/14, its unit costs of 2014/15, the finance return from 2016/17.',
    'The coded files of the finance return come without the labels of their keys; data/reference/finance-return-keys.csv says which labels were derived and which assumed.',
    'The harmonised file has no names of councils in 2016/17 and no setting in a part of its rows; those rows are not read.',
    'Weeks in care homes of the harmonised file are those of people aged 65 and over: they agree with the returns of 2009/10, 2013/14 and 2014/15. Years before 2000/01 and of home care and day care after 2013/14 are not in it.',
    'Councils are matched by their number in the returns, by ONS code, or by name and the aliases of data/reference/council-aliases.csv.',
  ],
  starts: [activityReturn, unitCosts, returnActivity, returnTotals, returnAdditional, harmonisedActivity],
  companions: [boardDistricts, districtSuccessors, districtCouncils],
  harmonise(files, context) {
    const parts: Harmonised[] = []
    const given = SOURCES.flatMap(({ kind }) => filesOf(files, kind))
    if (given.length === 0) return { editions: [], tables: [], findings: [] }
    const weights = councilWeights(
      files,
      context,
      given.map(({ name }) => name),
    )
    const shares = createCouncilShares(weights, context.councilSuccessors)
    for (const { read } of SOURCES) parts.push(read(files, context, shares))
    parts.push(readWeeks(files, context, shares))
    return {
      editions: parts.flatMap(({ editions }) => editions),
      tables: parts.flatMap(({ tables }) => tables),
      findings: parts.flatMap(({ findings }) => findings),
    }
  },
}

const NONE: Harmonised = { editions: [], tables: [], findings: [] }
type Read = (files: FilesByKind, context: ImportContext, shares: CouncilShares) => Harmonised

const SOURCES: readonly { readonly kind: FileKind; readonly read: Read }[] = [
  { kind: activityReturn, read: readReturns },
  { kind: unitCosts, read: () => NONE },
  { kind: returnActivity, read: () => NONE },
  { kind: returnTotals, read: readTotals },
  { kind: returnAdditional, read: readAdditional },
  { kind: harmonisedActivity, read: readHarmonised },
]

function readReturns(
  files: FilesByKind,
  { councils, areas }: ImportContext,
  shares: CouncilShares,
): Harmonised {
  const parsed = filesOf(files, activityReturn).map((file) => ({
    file,
    edition: parseReturn(file, councils),
  }))
  if (parsed.length === 0) return NONE
  refuseSamePeriod(parsed.map(({ file, edition }) => ({ name: file.name, periods: new Set([edition.year]) })))
  const returns = parsed.map(({ edition }) => edition)
  return {
    editions: parsed.map(({ file, edition }) =>
      editionOf(activityReturn, file, [edition.year], edition.councils + 1),
    ),
    tables: [areaActivityTable(returns, shares), councilActivityTable(returns), measureTable(returns)],
    findings: parsed.flatMap(({ file, edition }) => {
      refuseAbsent(file, edition.figures, shares, areas)
      return [...unmatched(file, edition.figures, shares), ...checkReturn(edition, file.name)]
    }),
  }
}

/** Weeks of support, from the unit costs and from the finance return. */
function readWeeks(files: FilesByKind, context: ImportContext, shares: CouncilShares): Harmonised {
  const costs = onlyFile(filesOf(files, unitCosts), unitCosts)
  const activity = onlyFile(filesOf(files, returnActivity), returnActivity)
  const rows: ReturnRow[] = []
  const editions: Edition[] = []
  const findings: Finding[] = []
  if (costs) {
    const parsed = parseUnitCosts(costs, context.councils)
    refuseAbsent(costs, parsed.rows, shares, context.areas)
    // One by one: a file may have more rows than a call takes arguments.
    for (const { weeks, cost, ...row } of parsed.rows) rows.push({ ...row, values: [weeks, cost] })
    editions.push(editionOf(unitCosts, costs, [parsed.year], parsed.fileRows))
    findings.push(...unmatched(costs, parsed.rows, shares), ...checkUnitCosts(parsed, costs.name))
  }
  if (activity) {
    const parsed = parseReturnActivity(activity, context.financeKeys)
    for (const row of parsed.rows) rows.push({ ...row, values: [...row.values, null] })
    const checked = checkedReturn(returnActivity, activity, parsed, shares, context)
    editions.push(...checked.editions)
    findings.push(...checked.findings)
  }
  return { editions, tables: rows.length > 0 ? [weeksTable(rows, shares)] : [], findings }
}

function readTotals(files: FilesByKind, context: ImportContext, shares: CouncilShares): Harmonised {
  const file = onlyFile(filesOf(files, returnTotals), returnTotals)
  if (!file) return NONE
  const parsed = parseReturnTotals(file, context.financeKeys)
  return {
    ...checkedReturn(returnTotals, file, parsed, shares, context),
    tables: [expenditureTable(parsed.rows, shares), councilExpenditureTable(parsed.rows)],
  }
}

function readAdditional(files: FilesByKind, context: ImportContext, shares: CouncilShares): Harmonised {
  const file = onlyFile(filesOf(files, returnAdditional), returnAdditional)
  if (!file) return NONE
  const parsed = parseReturnAdditional(file, context.financeKeys)
  return {
    ...checkedReturn(returnAdditional, file, parsed, shares, context),
    tables: [additionalTable(parsed.rows, shares)],
  }
}

function checkedReturn(
  kind: FileKind,
  file: PublishedFile,
  parsed: FinanceReturn,
  shares: CouncilShares,
  { areas }: ImportContext,
): Harmonised {
  refuseAbsent(file, parsed.rows, shares, areas)
  return {
    editions: [
      editionOf(
        kind,
        file,
        parsed.rows.map(({ year }) => year),
        parsed.fileRows,
      ),
    ],
    tables: [],
    findings: [
      ...unmatched(file, parsed.rows, shares),
      ...checkFinanceReturn(parsed, file.name, kind === returnTotals),
    ],
  }
}

function readHarmonised(
  files: FilesByKind,
  { councils, areas }: ImportContext,
  shares: CouncilShares,
): Harmonised {
  const file = onlyFile(filesOf(files, harmonisedActivity), harmonisedActivity)
  if (!file) return NONE
  const parsed = parseHarmonised(file, councils)
  refuseAbsent(file, parsed.rows, shares, areas)
  return {
    editions: [
      editionOf(
        harmonisedActivity,
        file,
        parsed.rows.map(({ year }) => year),
        parsed.fileRows,
      ),
    ],
    tables: [areaProvisionTable(parsed.rows, shares), councilProvisionTable(parsed.rows)],
    findings: [...unmatched(file, parsed.rows, shares), ...checkHarmonised(parsed, file.name)],
  }
}

function editionOf(
  kind: FileKind,
  { name, sha256 }: PublishedFile,
  years: readonly string[],
  rows: number,
): Edition {
  const ordered = [...new Set(years)].sort()
  const period = ordered.length > 1 ? `${ordered[0]} to ${ordered.at(-1)}` : (ordered[0] ?? '')
  return { edition: `${kind.code}, ${period}`, period, file: name, sha256, rows }
}

type Located = readonly { readonly council: string }[]

function refuseAbsent(
  file: PublishedFile,
  rows: Located,
  shares: CouncilShares,
  areas: ImportContext['areas'],
): void {
  const figures = [...new Set(rows.map(({ council }) => council))].map((council) => ({ council, value: 1 }))
  const reached = new Set(shares.share(figures).map(({ area }) => area))
  refuseAbsentAreas(file.name, reached, areas, 'the councils')
}

/** Councils that lead to no area. */
function unmatched(file: PublishedFile, rows: Located, shares: CouncilShares): readonly Finding[] {
  const lost = [...new Set(rows.map(({ council }) => council))].filter(
    (council) => council !== ENGLAND_ONS && !shares.knows(council),
  )
  return lost.sort().map((council) => ({
    rule: 'council-unmatched',
    severity: 'warning',
    message: `${council} is in no area and counts in none.`,
    place: file.name,
  }))
}
