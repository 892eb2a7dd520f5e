import { ENGINE_MEASURES, type EngineMeasure } from '../../domain/measure.ts'

/**
 * The measures whose every draw is kept, in the kernel's order (assembly/task.ts). The other engine
 * measures follow from these or from the draw's factors by constants of the area.
 */
export const STORED_MEASURES = [
  'supply_heads',
  'supply_fte',
  'fte_at_work',
  'joiners_heads',
  'leavers_heads',
  'moves_out_heads',
] as const satisfies readonly EngineMeasure[]

/** Position of each stored measure among the engine's. */
export const storedAt = (measure: EngineMeasure): number =>
  (STORED_MEASURES as readonly EngineMeasure[]).indexOf(measure)

/** Number of engine measures, each with its rows in a year's publication. */
export const ENGINE_MEASURE_COUNT = ENGINE_MEASURES.length
