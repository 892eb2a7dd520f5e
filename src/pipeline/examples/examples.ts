import { dutchGps } from './dutch-gps.ts'
import { plan2023 } from './plan-2023.ts'
import { realCentre2022 } from './real-centre-2022.ts'
import type { WorkedExample } from './worked-example.ts'
import { workloadIndicators } from './workload-indicators.ts'

/** The pinned list of other models’ examples that are run on the engine. */
export const WORKED_EXAMPLES: readonly WorkedExample[] = [
  dutchGps,
  workloadIndicators,
  realCentre2022,
  plan2023,
]
