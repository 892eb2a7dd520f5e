/** A distribution of an uncertain assumption or effect. */
export type Distribution =
  | { readonly kind: 'point'; readonly value: number }
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number }
  | { readonly kind: 'triangular'; readonly low: number; readonly mode: number; readonly high: number }
  | { readonly kind: 'normal'; readonly mean: number; readonly sd: number }
  /** Median and standard deviation of the logarithm. */
  | { readonly kind: 'lognormal'; readonly median: number; readonly sdLog: number }
  /** Beta of two shapes, stretched from 0 to 1 over 0 to `high`. */
  | { readonly kind: 'beta'; readonly alpha: number; readonly beta: number; readonly high: number }
  /** Equally likely values, in rising order, at least one. */
  | { readonly kind: 'empirical'; readonly values: readonly number[] }
