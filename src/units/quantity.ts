/**
 * A number that carries its unit in the type. Brands exist only at compile time: at run time a
 * quantity is a plain number. Arithmetic on brands yields plain numbers.
 */
declare const unit: unique symbol
export type Quantity<Unit extends string> = number & { readonly [unit]: Unit }

/** A hazard: events per person-year at risk; 0 or more, may exceed 1. */
export type PerYear = Quantity<'per-year'>
/** A proportion between 0 and 1. */
export type Share = Quantity<'share'>

function finite(value: number, what: string): number {
  if (!Number.isFinite(value)) throw new RangeError(`${what} must be a finite number, found ${value}`)
  return value
}

function nonNegative(value: number, what: string): number {
  if (finite(value, what) < 0) throw new RangeError(`${what} can't be negative, found ${value}`)
  return value
}

/** A hazard per person-year. Throws a RangeError where it is negative or not finite. */
export const perYear = (value: number): PerYear => nonNegative(value, 'a rate per year') as PerYear
/** A share. Throws a RangeError outside 0 to 1. */
export function share(value: number): Share {
  if (nonNegative(value, 'a share') > 1) throw new RangeError(`a share can't exceed 1, found ${value}`)
  return value as Share
}
