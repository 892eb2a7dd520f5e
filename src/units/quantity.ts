/**
 * A number that carries its unit in the type. Brands exist only at compile time: at run time a
 * quantity is a plain number. Arithmetic on brands yields plain numbers, so it lives in this folder.
 */
declare const unit: unique symbol
export type Quantity<Unit extends string> = number & { readonly [unit]: Unit }

/** People, counted by main job. */
export type Heads = Quantity<'heads'>
/** Full-time equivalents, on the publisher's full-time week (37.5 hours unless the source says otherwise). */
export type Fte = Quantity<'fte'>
/** Pounds sterling, in the price year the field names. */
export type Pounds = Quantity<'pounds'>
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

/** A number of people. Throws a RangeError where it is negative or not finite. */
export const heads = (value: number): Heads => nonNegative(value, 'heads') as Heads
/** A number of full-time equivalents. Throws a RangeError where it is negative or not finite. */
export const fte = (value: number): Fte => nonNegative(value, 'FTE') as Fte
/** An amount of money in pounds; may be negative (a saving). Throws a RangeError where it is not finite. */
export const pounds = (value: number): Pounds => finite(value, 'pounds') as Pounds
/** A hazard per person-year. Throws a RangeError where it is negative or not finite. */
export const perYear = (value: number): PerYear => nonNegative(value, 'a rate per year') as PerYear
/** A share. Throws a RangeError outside 0 to 1. */
export function share(value: number): Share {
  if (nonNegative(value, 'a share') > 1) throw new RangeError(`a share can't exceed 1, found ${value}`)
  return value as Share
}

/** Sum of quantities of one unit, left to right. */
export function sum<Unit extends string>(values: Iterable<Quantity<Unit>>): Quantity<Unit> {
  let total = 0
  for (const value of values) total += value
  return total as Quantity<Unit>
}

/** A quantity times a share or any plain factor keeps its unit. */
export const scale = <Unit extends string>(value: Quantity<Unit>, factor: number): Quantity<Unit> =>
  (value * factor) as Quantity<Unit>

/** Ratio of two quantities of one unit: a plain number. Throws a RangeError where the divisor is 0. */
export function ratio<Unit extends string>(part: Quantity<Unit>, whole: Quantity<Unit>): number {
  if (whole === 0) throw new RangeError('a ratio needs a divisor that is not 0')
  return part / whole
}

/** Full-time equivalents that a number of people give at a mean participation (FTE per head). */
export const headsToFte = (people: Heads, ftePerHead: number): Fte => fte(people * ftePerHead)
/** People needed for a number of full-time equivalents at a mean participation (FTE per head). */
export const fteToHeads = (posts: Fte, ftePerHead: number): Heads => heads(posts / ftePerHead)
