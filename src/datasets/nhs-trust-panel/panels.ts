import type { FileKind } from '../file-kind.ts'
import type { Limits } from '../raw-table.ts'
import { kindOf } from './kind.ts'

/** A column of a file of the panel, and what becomes of it. */
export interface PanelColumn {
  /** Heading in the file. */
  readonly source: string
  readonly name: string
  readonly unit: string
  readonly description: string
  readonly limits: Limits
  readonly isInteger?: boolean
  /** True where a value at either limit is worth a note. */
  readonly tellsExtremes?: boolean
  /** Code of the measure by area, where it can be shared out and summed. */
  readonly byArea?: string
}

/** A file of the panel, one row an organisation and year. */
export interface Panel {
  readonly kind: FileKind
  /** Name of its editions. */
  readonly name: string
  readonly file: string
  readonly title: string
  readonly definition: string
  readonly columns: readonly PanelColumn[]
}

const POSITIVE: Limits = { min: 0 }
const SHARE: Limits = { min: 0, max: 1 }

const createPanel = (code: string, words: string, panel: Omit<Panel, 'kind'>): Panel => ({
  ...panel,
  kind: kindOf(code, words, ['YEAR', 'ORG_CODE', ...panel.columns.map(({ source }) => source)]),
})

const SIMPLE =
  'as collated for research. Unlike the panel of all staff, the sum is near the published number of England. From 2013 on '

const inpatients = (source: string, name: string, description: string): PanelColumn => ({
  source,
  name,
  unit: 'patients',
  description,
  limits: POSITIVE,
  isInteger: true,
})

/** The files of the panel that give organisations figures by year. */
export const PANELS: readonly Panel[] = [
  createPanel('staff', 'the panel of all staff by trust and year', {
    name: 'all staff',
    file: 'panel-fte.csv',
    title: 'All staff of NHS trusts by year, as the panel counts them',
    definition:
      'Full-time equivalents of all staff of a trust as collated for research. The level is about 2.4 times the staff in post ' +
      'that the publisher gives for the same trusts (10th to 90th percentile 2.2 to 2.8), as if groups and the totals of ' +
      'groups were added; it is not staff in post and no factor puts it right. Trusts with all seven years only.',
    columns: [
      {
        source: 'SIMPLE_ALL_STAFF_FTE',
        name: 'panel_fte',
        unit: 'FTE',
        description: 'All staff, as the panel counts them',
        limits: POSITIVE,
        tellsExtremes: true,
      },
    ],
  }),
  createPanel('stability', 'the stability index by organisation and year', {
    name: 'stability',
    file: 'stability.csv',
    title: 'Stability index of NHS organisations',
    definition:
      'Share of the staff of an organisation at the start of a year who are still in it at the end, per cent. 100 less the index ' +
      'is not the leaver rate of the turnover series, which counts joiners of the same year too. 0 and 100 are those of bodies ' +
      'that closed, began or are very small.',
    columns: [
      {
        source: 'STABILITY',
        name: 'stability_percent',
        unit: 'per cent',
        description: 'Stability index',
        limits: { min: 0, max: 100 },
        tellsExtremes: true,
      },
    ],
  }),
  createPanel('consultants', 'the panel of consultants by organisation and year', {
    name: 'consultants',
    file: 'consultants.csv',
    title: 'Consultants of NHS organisations by year',
    definition: `Full-time equivalents of consultants ${SIMPLE}primary care trusts are gone.`,
    columns: [
      {
        source: 'SIMPLE_CONSULTANTS_FTE',
        name: 'fte',
        unit: 'FTE',
        description: 'Consultants',
        limits: POSITIVE,
        byArea: 'consultants-fte',
      },
    ],
  }),
  createPanel('managers', 'the panel of managers by organisation and year', {
    name: 'managers',
    file: 'managers.csv',
    title: 'Managers of NHS organisations by year',
    definition: `Full-time equivalents of managers and senior managers ${SIMPLE}clinical commissioning groups take the place of primary care trusts.`,
    columns: [
      {
        source: 'SIMPLE_MANAGERS_FTE',
        name: 'fte',
        unit: 'FTE',
        description: 'Managers',
        limits: POSITIVE,
        byArea: 'managers-fte',
      },
    ],
  }),
  createPanel('beds', 'the panel of beds by organisation and year', {
    name: 'beds',
    file: 'beds.csv',
    title: 'Beds of NHS organisations by year',
    definition:
      'Available beds of an organisation, and the share of them that are occupied, as collated for research. The heading of the ' +
      'file says per cent, its values are shares.',
    columns: [
      {
        source: 'BEDS',
        name: 'beds',
        unit: 'beds',
        description: 'Beds available',
        limits: POSITIVE,
        isInteger: true,
        tellsExtremes: true,
        byArea: 'beds',
      },
      {
        source: 'BEDS_OCCUPIED_PERCENT',
        name: 'occupied_share',
        unit: 'share',
        description: 'Share of beds occupied',
        limits: SHARE,
        tellsExtremes: true,
      },
    ],
  }),
  createPanel('ae', 'the panel of A&E waits by organisation and year', {
    name: 'A&E waits',
    file: 'ae-waits.csv',
    title: 'Waits at accident and emergency departments of NHS organisations by year',
    definition:
      'Share of attendances that met the waiting time target (four hours), to two decimals. Some codes end in -X, which the file ' +
      'doesn’t explain; no code is there both with and without it in a year.',
    columns: [
      {
        source: 'AE_SCORE',
        name: 'within_target_share',
        unit: 'share',
        description: 'Share of attendances that met the target',
        limits: SHARE,
        tellsExtremes: true,
      },
    ],
  }),
  createPanel('rtt', 'the panel of waits for treatment by organisation and year', {
    name: 'waits for treatment',
    file: 'treatment-waits.csv',
    title: 'Waits from referral to treatment of NHS organisations by year',
    definition:
      'People waiting for treatment on 31 March at the end of a financial year (2012 is 2012/13), and how many of them had waited ' +
      'less than 18 weeks.',
    columns: [
      {
        source: 'N_TOTAL',
        name: 'waiting',
        unit: 'people',
        description: 'People waiting',
        limits: POSITIVE,
        isInteger: true,
        tellsExtremes: true,
        byArea: 'waiting',
      },
      {
        source: 'N_18_WEEKS',
        name: 'within_18_weeks',
        unit: 'people',
        description: 'Of them, those who had waited less than 18 weeks',
        limits: POSITIVE,
        isInteger: true,
        byArea: 'waiting-within-18-weeks',
      },
    ],
  }),
  createPanel('finances', 'the panel of financial positions by organisation and year', {
    name: 'finances',
    file: 'finances.csv',
    title: 'Financial positions of NHS trusts by year',
    definition:
      'Thousand pounds of the year, as in the accounts: costs and deficits are negative. The position is after interest, dividends ' +
      'and the like, so it isn’t income less cost.',
    columns: [
      {
        source: 'FINANCIAL_POSITION',
        name: 'position',
        unit: 'thousand pounds',
        description: 'Surplus or, below 0, deficit',
        limits: {},
      },
      {
        source: 'OP_INCOME',
        name: 'operating_income',
        unit: 'thousand pounds',
        description: 'Operating income',
        limits: POSITIVE,
        tellsExtremes: true,
        byArea: 'operating-income',
      },
      {
        source: 'OP_COST',
        name: 'operating_cost',
        unit: 'thousand pounds',
        description: 'Operating cost, below 0',
        limits: { max: 0 },
        byArea: 'operating-cost',
      },
    ],
  }),
  createPanel('inpatients', 'the panel of inpatients by organisation and year', {
    name: 'inpatients',
    file: 'inpatients.csv',
    title: 'Inpatients of organisations by year, sex and age',
    definition:
      'Episodes of consultants’ care and admissions of an organisation, private hospitals that treat NHS patients among them. The ' +
      'columns by sex sum to episodes in some years and to admissions in others, those by age to episodes: the findings of ' +
      'an import say which. Use them as shares only.',
    columns: [
      { ...inpatients('TOTAL_EPISODES', 'episodes', 'Episodes of consultants’ care'), byArea: 'episodes' },
      { ...inpatients('ADMISSIONS', 'admissions', 'Admissions'), byArea: 'admissions' },
      inpatients('MALE_ADMISSIONS', 'male', 'Men and boys'),
      inpatients('FEMALE_ADMISSIONS', 'female', 'Women and girls'),
      inpatients('0-14', 'age_0_14', 'Aged 0 to 14'),
      inpatients('15-29', 'age_15_29', 'Aged 15 to 29'),
      inpatients('30-44', 'age_30_44', 'Aged 30 to 44'),
      inpatients('45-59', 'age_45_59', 'Aged 45 to 59'),
      inpatients('60-74', 'age_60_74', 'Aged 60 to 74'),
      inpatients('75-89', 'age_75_89', 'Aged 75 to 89'),
      inpatients('90+', 'age_90_up', 'Aged 90 and over'),
    ],
  }),
]
