import { apprenticeships } from './apprenticeships/series.ts'
import { careDirectory } from './care-directory/series.ts'
import { demographicPressure } from './demographic-pressure/series.ts'
import { earnings } from './earnings/series.ts'
import { employmentCountryOfBirth } from './employment-country-of-birth/series.ts'
import type { FileKind } from './file-kind.ts'
import { geography } from './geography/series.ts'
import { gpEarnings } from './gp-earnings/series.ts'
import { gpWorkforce } from './gp-workforce/series.ts'
import { icbPanel } from './icb-panel/series.ts'
import { inactivity } from './inactivity/series.ts'
import { lifeExpectancy } from './life-expectancy/series.ts'
import { nhsAeActivity } from './nhs-ae-activity/series.ts'
import { nhsNationality } from './nhs-nationality/series.ts'
import { nhsSickness } from './nhs-sickness/series.ts'
import { nhsSicknessReason } from './nhs-sickness-reason/series.ts'
import { nhsStaffSurvey } from './nhs-staff-survey/series.ts'
import { nhsTrustPanel } from './nhs-trust-panel/series.ts'
import { nhsTurnover } from './nhs-turnover/series.ts'
import { nhsWorkforceEthnicity } from './nhs-workforce-ethnicity/series.ts'
import { pcnWorkforce } from './pcn-workforce/series.ts'
import { pharmacyRegister } from './pharmacy-register/series.ts'
import { populationComponents } from './population-components/series.ts'
import { populationEstimates } from './population-estimates/series.ts'
import { populationEstimatesLocal } from './population-estimates-local/series.ts'
import { populationProjection } from './population-projection/series.ts'
import type { Series } from './series.ts'
import { socialCareActivity } from './social-care-activity/series.ts'
import { socialCareMeasures } from './social-care-measures/series.ts'
import { socialCareOutcomes } from './social-care-outcomes/series.ts'
import { socialCareTurnover } from './social-care-turnover/series.ts'
import { socialCareVacancy } from './social-care-vacancy/series.ts'

/** The pinned list of published series that can be imported. */
export const SERIES: readonly Series[] = [
  nhsTurnover,
  nhsSickness,
  nhsSicknessReason,
  nhsWorkforceEthnicity,
  nhsNationality,
  nhsStaffSurvey,
  nhsTrustPanel,
  nhsAeActivity,
  gpWorkforce,
  pcnWorkforce,
  icbPanel,
  socialCareTurnover,
  socialCareOutcomes,
  socialCareVacancy,
  socialCareActivity,
  socialCareMeasures,
  careDirectory,
  populationEstimates,
  populationEstimatesLocal,
  populationProjection,
  populationComponents,
  lifeExpectancy,
  demographicPressure,
  inactivity,
  earnings,
  employmentCountryOfBirth,
  apprenticeships,
  pharmacyRegister,
  gpEarnings,
  geography,
]

/** Every kind of file that some series reads, once each. */
export const FILE_KINDS: readonly FileKind[] = [
  ...new Set(SERIES.flatMap(({ starts, companions }) => [...starts, ...companions])),
]
