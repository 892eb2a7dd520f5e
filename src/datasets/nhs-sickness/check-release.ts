import type { Finding } from '../../domain/finding.ts'
import { absentMonths } from '../parse-month.ts'
import { ALL_ORGANISATIONS, type OrganisationRates } from './parse-organisations.ts'
import type { ColumnRates } from './parse-regions.ts'
import type { Release } from './release.ts'

/** Months left out or not filled in, tables that aren't there, and organisations listed oddly. */
export function checkRelease(release: Release): readonly Finding[] {
  const { file, regions, types, organisations } = release
  return [
    ...checkMonths(regions, `${file.name}, by region`),
    ...(types ? checkMonths(types, `${file.name}, by type of organisation`) : []),
    ...checkTables(release),
    ...(organisations ? checkOrganisations(organisations, regions, file.name) : []),
  ]
}

function checkMonths({ rates, empty }: ColumnRates, place: string): readonly Finding[] {
  const findings: Finding[] = empty.map((month) => ({
    rule: 'sickness-month-empty',
    severity: 'note',
    message: `${month} has a row but no rates: the workbook is a template that was not filled in.`,
    place,
  }))
  for (const month of absentMonths(rates.map((rate) => rate.month)))
    findings.push({
      rule: 'sickness-month-missing',
      severity: 'warning',
      message: `${month} is left out between months that are there.`,
      place,
    })
  return findings
}

function checkTables({ file, groups, types, organisations }: Release): readonly Finding[] {
  const tables = { 'staff group': groups, 'type of organisation': types, organisation: organisations }
  return Object.entries(tables).flatMap(([name, table]): Finding[] => {
    if (table !== null) return []
    const message = `The workbook has no table of rates by ${name}.`
    return [{ rule: 'sickness-table-absent', severity: 'note', message, place: file.name }]
  })
}

function checkOrganisations(
  organisations: readonly OrganisationRates[],
  regions: ColumnRates,
  file: string,
): readonly Finding[] {
  const findings: Finding[] = []
  const note = (rule: string, message: string, row: number): void => {
    findings.push({ rule, severity: 'note', message, place: `${file}, by organisation, row ${row}` })
  }
  const codes = new Map<string, string>()
  const listed = new Map<string, string>()
  for (const { organisation, name, region, regionCode, row } of organisations) {
    const code = codes.get(region)
    if (code === undefined) codes.set(region, regionCode)
    else if (code !== regionCode)
      note(
        'sickness-region-code',
        `${name} is in ${region} but has the code ${regionCode}, not ${code}.`,
        row,
      )
    const other = listed.get(organisation)
    if (other === undefined) listed.set(organisation, region)
    else
      note('sickness-two-regions', `${name} (${organisation}) is listed under ${other} and ${region}.`, row)
  }
  const empty = organisations.filter(({ rates }) => rates.size === 0)
  const [first] = empty
  if (first)
    note(
      'sickness-no-rates',
      `${empty.length} organisations have no rate in any month, the first ${first.name}.`,
      first.row,
    )
  return [...findings, ...checkRegionRows(organisations, regions, file)]
}

/** Regions whose rate isn't the same in the two tables that have it; regions go by slightly different names there. */
function checkRegionRows(
  organisations: readonly OrganisationRates[],
  regions: ColumnRates,
  file: string,
): readonly Finding[] {
  const plain = (name: string): string => name.replace(/ of England$/, '')
  const published = new Map(
    regions.rates.map(({ month, column, rate }) => [`${plain(column)} ${month}`, rate]),
  )
  const whole = organisations.filter(({ name }) => name === ALL_ORGANISATIONS)
  return whole.flatMap(({ region, rates }): Finding[] => {
    const differing = [...rates].filter(([month, rate]) => {
      const other = published.get(`${plain(region)} ${month}`)
      return other !== undefined && other !== rate
    })
    const [first] = differing
    if (!first) return []
    const message = `${region}: ${differing.length} rates differ from those of the table by region, the first in ${first[0]}.`
    return [
      { rule: 'sickness-regions-agree', severity: 'warning', message, place: `${file}, by organisation` },
    ]
  })
}

/** Rates by region that a later release gives differently from the one before. */
export function checkReleases(releases: readonly Release[]): readonly Finding[] {
  return releases.slice(1).flatMap((later, index): Finding[] => {
    const earlier = releases[index]
    const before = new Map(
      earlier?.regions.rates.map(({ month, column, rate }) => [`${month} ${column}`, rate]),
    )
    const changed = later.regions.rates.filter(({ month, column, rate }) => {
      const old = before.get(`${month} ${column}`)
      return old !== undefined && old !== rate
    })
    const [first] = changed
    if (!first) return []
    return [
      {
        rule: 'sickness-revised',
        severity: 'note',
        message: `${changed.length} rates differ from those released on ${earlier?.released}, the first for ${first.column} in ${first.month}.`,
        place: `released ${later.released}`,
      },
    ]
  })
}
