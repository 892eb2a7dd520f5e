import { antiDiscrimination } from './anti-discrimination.ts'
import { apprenticeships } from './apprenticeships.ts'
import { careRegistration } from './care-registration.ts'
import { carersAllowance } from './carers-allowance.ts'
import { carersLeave } from './carers-leave.ts'
import { coastalRural } from './coastal-rural.ts'
import { dependantsRule } from './dependants-rule.ts'
import { internationalCap, internationalFloor } from './international-limits.ts'
import { internationalRecruitment } from './international-recruitment.ts'
import { leadershipProgramme } from './leadership-programme.ts'
import { level2Certificate } from './level-2-certificate.ts'
import type { Lever } from './lever.ts'
import { managers } from './managers.ts'
import { newRoles } from './new-roles.ts'
import { payAward } from './pay-award.ts'
import { personalTrainingBudget } from './personal-training-budget.ts'
import { pilotFund } from './pilot-fund.ts'
import { productivity } from './productivity.ts'
import { retentionProgramme } from './retention-programme.ts'
import { returnToHealth } from './return-to-health.ts'
import { returnToWork } from './return-to-work.ts'
import { socialCareMinimumWage } from './social-care-minimum-wage.ts'
import { socialCareParity } from './social-care-parity.ts'
import { technology } from './technology.ts'
import { trainingPlaces } from './training-places.ts'
import { volunteerResponders } from './volunteer-responders.ts'
import { wellbeingFund } from './wellbeing-fund.ts'

/** Every lever there is, in the order of lists and tables. A lever that isn’t here doesn’t exist. */
export const LEVERS: readonly Lever[] = [
  payAward,
  socialCareMinimumWage,
  wellbeingFund,
  retentionProgramme,
  trainingPlaces,
  apprenticeships,
  internationalRecruitment,
  internationalFloor,
  internationalCap,
  dependantsRule,
  returnToHealth,
  volunteerResponders,
  coastalRural,
  leadershipProgramme,
  newRoles,
  pilotFund,
  personalTrainingBudget,
  returnToWork,
  antiDiscrimination,
  socialCareParity,
  careRegistration,
  level2Certificate,
  carersAllowance,
  carersLeave,
  managers,
  technology,
  productivity,
]
