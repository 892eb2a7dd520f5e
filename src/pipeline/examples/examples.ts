import { dutchGps } from './dutch-gps.ts'
import type { WorkedExample } from './worked-example.ts'
import { workloadIndicators } from './workload-indicators.ts'

/** The pinned list of other models’ examples that are run on the engine. */
export const WORKED_EXAMPLES: readonly WorkedExample[] = [dutchGps, workloadIndicators]
