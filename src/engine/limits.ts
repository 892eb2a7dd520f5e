/**
 * Bounds that keep the arithmetic within sense under any draw or scenario. They are part of the method
 * (docs/explanation/method.md), not estimates; the kernel has its own copy in cohort/assembly/pressure.ts.
 */

/** No pressure makes more than this share of a stage drop out in a year. */
export const MOST_ATTRITION = 0.95
/** No draw lets more than half of all days be lost. */
export const MOST_SICKNESS = 0.5
/** What pressure makes of a hazard or rate: at least half of it, at most twice. */
export const LEAST_FEEDBACK = 0.5
export const MOST_FEEDBACK = 2
/** What unpaid care makes of the labour pool. */
export const LEAST_POOL = 0.8
export const MOST_POOL = 1.2
/** A pressure or ratio beyond this, or below its inverse, counts as this. */
export const FARTHEST_RATIO = 1000
