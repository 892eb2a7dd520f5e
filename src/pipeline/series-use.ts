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
    'apprenticeships/further-education.csv',
    'unused',
    'Two counties, and care and health are not told apart from other courses.',
  ),
  use('care-directory/area-locations.csv', 'unused', 'One county: places that give care, not their staff.'),
  use('care-directory/council-locations.csv', 'unused', 'What the table by area is made from.'),
  use('care-directory/council-ratings.csv', 'unused', 'Ratings of places in one county.'),
  use(
    'cited-figures/figures.csv',
    'cited',
    'National stocks, vacancies, turnover, intakes and arrivals of the assumption tables.',
  ),
  use(
    'demographic-pressure/pressure.csv',
    'unused',
    'Eleven boards, mental health beds only, years not stated: to compare with, not to build on.',
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
    'geography/area-coast.csv',
    'unused',
    'Says which areas are coastal; no rate of the model differs by it.',
  ),
  use(
    'geography/district-areas.csv',
    'unused',
    'Splits districts among areas when figures by district are imported.',
  ),
  use(
    'geography/district-changes-2023.csv',
    'unused',
    'A look-up for imports and for readers; the model knows no districts.',
  ),
  use(
    'geography/district-councils-2022.csv',
    'unused',
    'A look-up for readers; the model knows no districts.',
  ),
  use(
    'geography/district-councils-2023.csv',
    'unused',
    'A look-up for imports and for readers; the model knows no districts.',
  ),
  use(
    'geography/district-regions-2023.csv',
    'unused',
    'The nine regions of England; the model has the seven of the NHS.',
  ),
  use('geography/hexes.csv', 'unused', 'Maps of others; the page draws the map of `reference/areas.csv`.'),
  use(
    'geography/organisation-successors.csv',
    'unused',
    'Follows trusts through mergers; the model knows areas, not trusts.',
  ),
  use('geography/outlines.csv', 'unused', 'What the coast of each area is worked out from.'),
  use(
    'geography/sub-locations-2024.csv',
    'unused',
    'A look-up for readers; the model knows boards, not their sub-locations.',
  ),
  use('geography/trust-regions.csv', 'unused', 'A look-up for readers; the model knows areas, not trusts.'),
  use(
    'geography/trust-systems.csv',
    'unused',
    'Emergency catchments; the catchments of all patients serve better for activity.',
  ),
  use(
    'gp-earnings/gp-earnings.csv',
    'read',
    'Sex and ages of general practitioners: `age-sex.csv` is held against it.',
  ),
  use(
    'gp-workforce/area-deprivation.csv',
    'unused',
    'Says which areas are deprived; no rate of the model differs by it.',
  ),
  use(
    'gp-workforce/practice-panel.csv',
    'read',
    'Spread over areas of fully qualified GPs, heads and FTE apart, and of practice administration; the back-test.',
  ),
  use('icb-panel/metrics.csv', 'unused', 'What each measure of the panel counts: words, no figures.'),
  use(
    'icb-panel/panel.csv',
    'checked',
    'Staff of acute trusts from 2014, for the back-test. Not read for a projection: activity, waiting and capacity by area: the base year takes need from staff in post, vacancies and unmet need; staff are in the turnover file.',
  ),
  use(
    'icb-panel/primary-care-rates.csv',
    'read',
    'Spread over areas of practice nurses, direct patient care staff and GP trainees; the back-test.',
  ),
  use(
    'inactivity/inactivity.csv',
    'unused',
    'All people of the United Kingdom out of work by reason: nothing of staff in post.',
  ),
  use(
    'life-expectancy/expectancy.csv',
    'unused',
    'Ages from 55 and no probabilities of dying: staff leave by rates of their own.',
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
    'read',
    'Which regions arrivals from abroad go to: where staff from abroad worked in March 2017.',
  ),
  use(
    'nhs-nationality/regions.csv',
    'unused',
    'British and European staff only; the table by region and nationality has the rest of the world too.',
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
    'nhs-staff-survey/management.csv',
    'unused',
    'What staff say of their managers to 2018: nothing of staff in post.',
  ),
  use('nhs-staff-survey/questions.csv', 'unused', 'The questions of the survey, no figures.'),
  use(
    'nhs-staff-survey/wellbeing.csv',
    'unused',
    'What staff say of their health and work, England as a whole: nothing of staff in post.',
  ),
  use(
    'nhs-trust-panel/ae-waits.csv',
    'unused',
    'Waits of organisations from 2012 to 2018: older than the base year, and no staff.',
  ),
  use(
    'nhs-trust-panel/beds.csv',
    'unused',
    'Beds of organisations from 2010 to 2018: older than the base year, and no staff.',
  ),
  use(
    'nhs-trust-panel/by-area.csv',
    'checked',
    'Consultants and managers from 2009 to 2018, for the back-test; older than the base year.',
  ),
  use('nhs-trust-panel/code-lists.csv', 'unused', 'What codes of the panel mean, no figures.'),
  use(
    'nhs-trust-panel/consultants.csv',
    'unused',
    'Consultants of organisations from 2009 to 2018: a history, older than the base year.',
  ),
  use(
    'nhs-trust-panel/finances.csv',
    'unused',
    'Incomes and costs of trusts from 2010 to 2018: older than the base year, and no staff.',
  ),
  use(
    'nhs-trust-panel/inpatients.csv',
    'unused',
    'Inpatients of organisations from 2012 to 2018: older than the base year, and no staff.',
  ),
  use(
    'nhs-trust-panel/managers.csv',
    'unused',
    'Managers of organisations from 2009 to 2018: a history, older than the base year.',
  ),
  use(
    'nhs-trust-panel/panel-fte.csv',
    'unused',
    'All staff of trusts from 2009 to 2015: too old for the base, no staff groups.',
  ),
  use(
    'nhs-trust-panel/pay-scales.csv',
    'unused',
    'Pay scales of 2017/18: newer pay is cited where the model needs it.',
  ),
  use('nhs-trust-panel/providers.csv', 'unused', 'The organisations of the panel, no figures.'),
  use(
    'nhs-trust-panel/stability.csv',
    'unused',
    'Share of 2016/17’s staff still in the same trust a year later: it counts moves between trusts and doctors’ rotations as leaving, for all staff together, and so can’t turn a month’s leavers into a year’s.',
  ),
  use(
    'nhs-trust-panel/treatment-waits.csv',
    'unused',
    'People waiting at trusts from 2012 to 2018: older than the base year, and no staff.',
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
    'Consultants among doctors: `occupation-splits.csv` is held against it. Staff groups from 2009, for the back-test. No other profession is told apart by it.',
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
    'population-components/area-components-2018.csv',
    'unused',
    'By cause, without ages: the projection by age is what need rests on.',
  ),
  use(
    'population-estimates-local/area-density.csv',
    'unused',
    'Says which areas are rural; no rate of the model differs by it.',
  ),
  use(
    'population-estimates-local/area-estimates.csv',
    'unused',
    'Earlier mid-years, for change over time; the base year starts from the newest of the boards.',
  ),
  use('population-estimates-local/council-ages.csv', 'unused', 'One county and its districts only.'),
  use(
    'population-estimates-local/districts.csv',
    'unused',
    'What the density of each area is worked out from.',
  ),
  use(
    'population-estimates/icb-mid-2022.csv',
    'read',
    'Residents: spread of social care, lean of staff ages, level of the projected population.',
  ),
  use('population-projection/england-variants.csv', 'read', 'High and low population of the ranges.'),
  use('population-projection/icb-snpp-2018.csv', 'read', 'Population of each area over the years.'),
  use(
    'social-care-activity/area-activity.csv',
    'unused',
    'Ends in 2013/14; people supported and hours of care tell what was provided, not who provided it.',
  ),
  use('social-care-activity/area-additional.csv', 'unused', 'Items under keys without labels.'),
  use(
    'social-care-activity/area-expenditure.csv',
    'unused',
    'Spending of 2016/17: councils’ money, a part of all care.',
  ),
  use(
    'social-care-activity/area-provision.csv',
    'unused',
    'Weeks that councils paid for; people who pay for themselves are not in it.',
  ),
  use(
    'social-care-activity/area-weeks.csv',
    'unused',
    'As the table of provision, by age and reason, for 2014/15 and 2016/17.',
  ),
  use(
    'social-care-activity/council-activity.csv',
    'unused',
    'What a part of the table by area is made from.',
  ),
  use('social-care-activity/council-expenditure.csv', 'unused', 'What the table by area is made from.'),
  use(
    'social-care-activity/council-provision.csv',
    'unused',
    'What a part of the table by area is made from.',
  ),
  use('social-care-activity/measures.csv', 'unused', 'Says what the measures of activity are.'),
  use(
    'social-care-measures/area-measures.csv',
    'unused',
    'Turnover comes from the series of its own, which has later years; the others are no counts of staff.',
  ),
  use('social-care-measures/council-measures.csv', 'unused', 'What the table by area is made from.'),
  use('social-care-measures/measures.csv', 'unused', 'Says what the measures are.'),
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
    'Turnover of each area’s social care over nine years; how long such differences last; the back-test.',
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
