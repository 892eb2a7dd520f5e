import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SERIES } from '../../src/datasets/registry.ts'
import { type ImportReport, importFiles } from '../../src/storage/import-files.ts'
import { packageFolder } from '../../src/storage/package-folder.ts'
import { SHARED, sharedFiles } from '../support/shared-files.ts'

const COMMITTED = path.join(packageFolder(), 'data')

/** The publishers' own files of each series. */
const publishedFiles = (): readonly string[] => [
  ...sharedFiles('nhs-turnover', /\.csv$/),
  ...sharedFiles(
    'nhs-sickness-absence',
    /^(nhs_sickness_absence_2024-\d\d\.csv|NHS Sickness Absence Rates.*\.xlsx)$/,
  ),
  ...sharedFiles('nhs-sickness-reason', /^(nhs_sickness_reason_all_.*|nhs_staff_survey_wellbeing)\.xlsx$/),
  ...sharedFiles('nhs-ethnicity', /^nhsworkforcedata\.xls$/),
  ...sharedFiles('nhs-nationality', /\.(xlsx?|csv)$/),
  ...sharedFiles('nhs-trust-panel-asaria', /\.csv$/),
  ...sharedFiles('nhs-ae-activity', /\.csv$/),
  ...sharedFiles('primary-care', /^gp_earnings_raw/),
  ...sharedFiles('primary-care', /^heec_(gp_practice|pcn)_workforce/),
  ...sharedFiles('primary-care/pcn-individual', /\.csv$/),
  ...sharedFiles('icb-panel-bnssg', /^(full_data|configuration-table)\.csv$/),
  ...sharedFiles(
    'asc',
    /^(ascof_2024_25\.ods|oflog_ASC_data\.csv|meas-from-asc.*\.xlsx|(brc|cqc|goodair)_.*\.csv)$/,
  ),
  ...sharedFiles('asc/pssex-ascfr', /\.csv$/),
  ...sharedFiles('geography', /\.(csv|geojson|hexjson|xlsx)$/),
  ...sharedFiles('populations', /\.(csv|xls|xlsx)$/),
  ...sharedFiles('labour-market', /\.xls$/),
  ...sharedFiles('labour-market/ons-inac01', /\.xls$/),
  ...sharedFiles('education', /\.csv$/),
  ...sharedFiles('gphc-pharmacy', /\.csv$/),
  ...sharedFiles('populations/npp2018', /^(nomis|npp)_/),
]

describe.skipIf(SHARED === null)('the publishers’ own files', () => {
  let data: string
  let reports: readonly ImportReport[]
  beforeAll(async () => {
    data = path.join(mkdtempSync(path.join(tmpdir(), 'headroom-published-')), 'data')
    mkdirSync(data)
    cpSync(path.join(COMMITTED, 'reference'), path.join(data, 'reference'), { recursive: true })
    reports = await importFiles(publishedFiles(), data)
  })
  afterAll(() => rmSync(path.dirname(data), { recursive: true, force: true }))

  it('are recognised, each series once', () => {
    expect(reports.map(({ series }) => series)).toEqual(SERIES.map(({ code }) => code))
  })

  it.each(SERIES.map(({ code }) => code))('give the committed tables of %s to the byte', (series) => {
    const [made, committed] = [data, COMMITTED].map((folder) => {
      const files = path.join(folder, 'statistics', series)
      // The metadata of a table is made from its source.json, not by an import.
      const names = readdirSync(files).filter((name) => !name.endsWith('-metadata.json'))
      return new Map(names.map((name) => [name, readFileSync(path.join(files, name), 'utf8')]))
    })
    expect([...(made?.keys() ?? [])].sort()).toEqual([...(committed?.keys() ?? [])].sort())
    // Compared one by one: a difference of a megabyte of text is not worth printing.
    for (const [name, text] of made ?? [])
      expect(`${name} ${text === committed?.get(name)}`).toBe(`${name} true`)
  })

  it('hold no surprise beyond those on record', () => {
    const warnings = reports.flatMap(({ findings }) => findings.filter(({ severity }) => severity !== 'note'))
    expect(warnings.map(({ rule, place }) => `${rule}: ${place}`)).toEqual([
      // The year has no names, only figures; the publisher’s own file of it has both.
      'council-nameless: goodair_activity_harmonised.csv, 2016/17',
      // Split by hours, but without their column.
      'figures-told-apart: gp_earnings_raw_2018.csv',
    ])
  })
})
