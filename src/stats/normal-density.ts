import exp from '@stdlib/math-base-special-exp'

const ROOT_OF_TWO_PI = 2.5066282746310002

/** Density of the standard normal distribution at z. */
export const normalDensity = (z: number): number => exp(-0.5 * z * z) / ROOT_OF_TWO_PI
