import type { EngineModel } from './engine-model.ts'

/** Which occupations make up each published series: compressed rows, series i has members start[i] to start[i + 1]. */
export interface Aggregation {
  readonly start: Int32Array
  readonly members: Int32Array
  /** The series that stands for unpaid care, which has no members, where there is one. */
  readonly care?: number
}

/**
 * How the draws of assumptions are laid out over their ranges. Draw i depends on the seed, on i and, in a Latin
 * hypercube, on the number of draws; on nothing else.
 */
export const DESIGNS = ['random', 'sobol', 'latin-hypercube'] as const
export type Design = (typeof DESIGNS)[number]
/** The design where none is asked for. */
export const DEFAULT_DESIGN: Design = 'sobol'

/**
 * Draws put together from others: groups of assumptions and effects take their values from draws of their own,
 * to see what each group does. There are two streams of draws, independent of each other; the first is the one
 * that a run without a mix has. Not for a Latin hypercube, whose draws hang on how many there are.
 */
export interface DrawMix {
  readonly groups: number
  /** Group of each assumption of the model, then of each effect of its policies. */
  readonly groupOf: Int32Array
  /** The draw that each group takes its values from, [draw][group]; -1 for the centre. */
  readonly draws: Int32Array
  /** The stream of that draw, 0 or 1, [draw][group]. */
  readonly streams: Uint8Array
}

/** What to simulate. */
export interface EnsembleRequest {
  readonly model: EngineModel
  readonly aggregation: Aggregation
  /** Whole number from 0 to 2^32 - 1. */
  readonly seed: number
  /** Number of draws, 1 or more. */
  readonly draws: number
  /** `DEFAULT_DESIGN` unless told. */
  readonly design?: Design
  /** Where the values of each draw come from; draw i is draw i of the design unless told. */
  readonly mix?: DrawMix
  /** True to put England and the regions before the areas in the result; false for the areas of the model alone. */
  readonly rollUp: boolean
  /**
   * Codes of the measures to publish, each with the same bits as in a run of all; the rest is NaN where that saves
   * work. All unless told.
   */
  readonly measures?: readonly string[]
  /** Whose draws to keep: places on the result's first axis and series, ascending. Takes 8 bytes a draw, measure and year. */
  readonly keep?: Keep
}

/** Places on the first axis of a result, and series. */
export interface Keep {
  readonly units: readonly number[]
  readonly series: readonly number[]
}

/**
 * Statistics of every published value, [area][series][year][measure][statistic] in the orders of
 * `MEASURES` and `STATISTICS`; with `rollUp` the first axis is England, the regions, the areas.
 * NaN where a value does not apply.
 */
export type EnsembleValues = Float64Array

/** What a simulation gives back. */
export interface EnsembleResult {
  readonly values: EnsembleValues
  /** Draws kept, in the order of the request: [unit][series][year][measure][draw]; null where none were asked for. */
  readonly kept: Float64Array | null
}

/** Runs an ensemble somewhere: on this thread, on worker threads, in a browser's worker. The same bits everywhere. */
export type Simulate = (
  request: EnsembleRequest,
  onProgress?: (done: number, total: number) => void,
  signal?: AbortSignal,
) => Promise<EnsembleResult>

/**
 * What one region contributes to a run: worked out alone, on any machine, and joined with the others to
 * the same bits as a run in one go.
 */
export interface RegionShard {
  /** Number of the region in the model, from 0. */
  readonly region: number
  /** Statistics of the region, then of its areas in order: rows of `EnsembleValues`. */
  readonly values: Float64Array
  /** Draw by draw, what the engine keeps of its areas, added up in order: England is the sum of these. */
  readonly sum: Float64Array
}

/** What some groups of draws contribute to a run of a single area: worked out alone and joined with the others to the same bits. */
export interface DrawShard {
  /** Groups of draws from `first` up to, not including, `end`. */
  readonly groups: GroupSpan
  /** What the engine stores of these draws, and their factors that results are worked out from: [row][draw]. */
  readonly stored: Float64Array
  readonly rows: Float64Array
}

/** Groups of draws from `first` up to, not including, `end`. */
export interface GroupSpan {
  readonly first: number
  readonly end: number
}
