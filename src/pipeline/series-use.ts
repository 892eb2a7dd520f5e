/** How the model knows a table of `data/statistics/`. */
export type SeriesUse =
  /** Read at every run. */
  | 'read'
  /** Rows of the assumption book are worked out from it and cite it. */
  | 'cited'
  /** Only what the model says is held against it. */
  | 'checked'
  | 'unused'

/** One table of `data/statistics/` and what becomes of it. */
export interface TableUse {
  /** Path below `data/statistics/`. */
  readonly table: string
  readonly use: SeriesUse
  /** What for; for a table that is not used, why not. */
  readonly what: string
}

const use = (table: string, how: SeriesUse, what: string): TableUse => ({ table, use: how, what })

/** Every table of `data/statistics/`, in the order of its folders: none may be committed and forgotten. */
export const SERIES_USE: readonly TableUse[] = [
  use(
    'apprenticeships/by-age.csv',
    'unused',
    'The import covers West and North Yorkshire only: it shows a pattern, not a total, and no occupation.',
  ),
  use(
    'apprenticeships/by-subject.csv',
    'unused',
    'As the table by age: two counties, all health and care jobs in one subject.',
  ),
  use(
    'cited-figures/figures.csv',
    'cited',
    'National stocks, vacancies, turnover, intakes and arrivals of the assumption tables.',
  ),
  use(
    'earnings/area-pay.csv',
    'unused',
    'Pay of all employees in 2021, not of health and care staff: the base year has no pay by area.',
  ),
  use('earnings/council-pay.csv', 'unused', 'What the table by area is made from.'),
  use(
    'employment-country-of-birth/employment.csv',
    'unused',
    'All industries of the United Kingdom together, to 2022: no share of health and care staff can be had from it.',
  ),
  use(
    'gp-earnings/gp-earnings.csv',
    'read',
    'Sex and ages of general practitioners: `age-sex.csv` is held against it.',
  ),
  use(
    'gp-workforce/practice-panel.csv',
    'read',
    'Spread over areas of fully qualified GPs, heads and FTE apart, and of practice administration.',
  ),
  use('icb-panel/metrics.csv', 'unused', 'What each measure of the panel counts: words, no figures.'),
  use(
    'icb-panel/panel.csv',
    'unused',
    'Activity, waiting and capacity by area: the base year takes need from staff in post, vacancies and unmet need; staff are in the turnover file.',
  ),
  use(
    'icb-panel/primary-care-rates.csv',
    'read',
    'Spread over areas of practice nurses, direct patient care staff and GP trainees.',
  ),
  use(
    'inactivity/inactivity.csv',
    'unused',
    'All people of the United Kingdom out of work by reason: nothing of staff in post.',
  ),
  use(
    'nhs-ae-activity/activity.csv',
    'unused',
    'Activity by area would set the level of need by area; the base year takes need from staff in post, vacancies and unmet need.',
  ),
  use(
    'nhs-ae-activity/trust-areas.csv',
    'unused',
    'Shares trusts’ emergency activity out to areas; staff are counted where their trust reports.',
  ),
  use(
    'nhs-nationality/nationalities.csv',
    'unused',
    'All staff by nationality in 2017 and 2018, before arrivals turned from Europe to the rest of the world.',
  ),
  use(
    'nhs-nationality/region-nationalities.csv',
    'unused',
    'A stock of March 2016 and 2017 by training region: arrivals follow leavers over areas instead.',
  ),
  use(
    'nhs-nationality/regions.csv',
    'unused',
    'British and European staff of 2016 and 2017 only: where arrivals from the rest of the world go today is not in it.',
  ),
  use(
    'nhs-nationality/staff.csv',
    'unused',
    'A stock by nationality at two dates, not arrivals; two dates nine months apart give no yearly joiners or leavers.',
  ),
  use(
    'nhs-sickness-reason/reasons.csv',
    'unused',
    'Reasons for absence of all staff together: the rate by area is in the series of absence.',
  ),
  use('nhs-sickness/absence.csv', 'read', 'Sickness absence rate of each area over the year.'),
  use(
    'nhs-sickness/organisation-rates.csv',
    'unused',
    'Single organisations up to 2022; the absence by area is newer.',
  ),
  use(
    'nhs-sickness/organisation-type-rates.csv',
    'unused',
    'England by type of organisation up to 2022; the model has areas, not types.',
  ),
  use('nhs-sickness/organisations.csv', 'unused', 'Names of the organisations of the older workbook.'),
  use(
    'nhs-sickness/region-rates.csv',
    'read',
    'Seasons of sickness, where the months of absence by area are not a whole year.',
  ),
  use(
    'nhs-sickness/staff-group-rates.csv',
    'unused',
    'England by staff group up to 2022: the base year has one sickness rate an area, for all its staff.',
  ),
  use(
    'nhs-trust-panel/panel-fte.csv',
    'unused',
    'All staff of trusts from 2009 to 2015: too old for the base, no staff groups.',
  ),
  use(
    'nhs-trust-panel/stability.csv',
    'unused',
    'Share of 2016/17’s staff still in the same trust a year later: it counts moves between trusts and doctors’ rotations as leaving, for all staff together, and so can’t turn a month’s leavers into a year’s.',
  ),
  use(
    'nhs-turnover/staff-flows.csv',
    'read',
    'Heads and FTE by staff group, area and kind of organisation; a month’s joiners and leavers; the residual flow.',
  ),
  use('nhs-workforce-ethnicity/ethnicity.csv', 'unused', 'The model has no ethnic groups.'),
  use(
    'nhs-workforce-ethnicity/grades.csv',
    'read',
    'Consultants among doctors: `occupation-splits.csv` is held against it. No other profession is told apart by it.',
  ),
  use(
    'pcn-workforce/mean-fte.csv',
    'read',
    'FTE of a network post: heads by area, and the national heads of `occupation-stocks.csv`.',
  ),
  use(
    'pcn-workforce/roles.csv',
    'unused',
    'Roles of 2020 and 2021, with services that name no people; the roles of December 2024 are cited.',
  ),
  use('pcn-workforce/staff.csv', 'read', 'Spread of network staff who see patients over areas.'),
  use(
    'pharmacy-register/joiners.csv',
    'unused',
    'Joiners of Great Britain’s register in half a year, most of them to community pharmacy: no flow into the NHS.',
  ),
  use(
    'pharmacy-register/registrants.csv',
    'checked',
    'Pharmacists and technicians of the base year are fewer than the register’s in England.',
  ),
  use(
    'population-estimates/icb-mid-2022.csv',
    'read',
    'Residents: spread of social care, lean of staff ages, level of the projected population.',
  ),
  use('population-projection/england-variants.csv', 'read', 'High and low population of the ranges.'),
  use('population-projection/icb-snpp-2018.csv', 'read', 'Population of each area over the years.'),
  use(
    'social-care-outcomes/area-outcomes-2020-21.csv',
    'unused',
    'An older edition, of 18 councils; its measures have other definitions.',
  ),
  use(
    'social-care-outcomes/area-outcomes-2024-25.csv',
    'read',
    'Share of people with support who get a direct payment: spread of personal assistants.',
  ),
  use(
    'social-care-outcomes/council-outcomes-2020-21.csv',
    'unused',
    'What the table by area of that edition is made from.',
  ),
  use('social-care-outcomes/council-outcomes-2024-25.csv', 'unused', 'What the table by area is made from.'),
  use(
    'social-care-turnover/area-turnover.csv',
    'read',
    'Turnover of each area’s social care over nine years; how long such differences last.',
  ),
  use(
    'social-care-turnover/council-areas.csv',
    'unused',
    'Places councils in areas when tables are imported.',
  ),
  use('social-care-turnover/council-turnover.csv', 'unused', 'What the table by area is made from.'),
  use(
    'social-care-vacancy/area-vacancy.csv',
    'read',
    'Differences in social care’s vacancies between areas; the level is the national one.',
  ),
  use('social-care-vacancy/council-vacancy.csv', 'unused', 'What the table by area is made from.'),
]
