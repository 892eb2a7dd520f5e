const LOG2_E: f64 = 1.4426950408889634
// ln 2 in two parts: the first has enough trailing zeros that k x LN2_HIGH is exact.
const LN2_HIGH: f64 = 6.9314718036912381649e-1
const LN2_LOW: f64 = 1.9082149292705877e-10
/** 1.5 x 2^52: adding it leaves the nearest whole number in the low bits. */
const ROUNDER: f64 = 6755399441055744.0
const ROUNDER_BITS: i64 = 0x4338000000000000
const ONE_BITS: i64 = 0x3ff0000000000000
/** The bits of the square root of a half: where a number's power of two changes. */
const ROOT_BITS: i64 = 0x3fe6a09e667f3bcd
/** Beyond this, powers of two leave the normal range. */
const FARTHEST: f64 = 700.0

/**
 * Natural logarithm of positive normal numbers. x = 2^k m with m within a factor of the square root of 2
 * of 1; ln m = 2 atanh(s) with s = (m - 1) / (m + 1), by its series to s^21 (error below 1e-17). Exactly
 * 0 at 1.
 */
@inline
export function ln(x: v128): v128 {
  const k = i64x2.shr_s(i64x2.sub(x, i64x2.splat(ROOT_BITS)), 52)
  const m = i64x2.sub(x, i64x2.shl(k, 52))
  const power = f64x2.sub(i64x2.add(k, i64x2.splat(ROUNDER_BITS)), f64x2.splat(ROUNDER))
  const s = f64x2.div(f64x2.sub(m, f64x2.splat(1)), f64x2.add(m, f64x2.splat(1)))
  const ss = f64x2.mul(s, s)
  // Even and odd powers apart: two short chains instead of one long one.
  const q = f64x2.mul(ss, ss)
  let even = f64x2.splat(2.0 / 19.0)
  let odd = f64x2.splat(2.0 / 21.0)
  even = f64x2.add(f64x2.mul(even, q), f64x2.splat(2.0 / 15.0))
  odd = f64x2.add(f64x2.mul(odd, q), f64x2.splat(2.0 / 17.0))
  even = f64x2.add(f64x2.mul(even, q), f64x2.splat(2.0 / 11.0))
  odd = f64x2.add(f64x2.mul(odd, q), f64x2.splat(2.0 / 13.0))
  even = f64x2.add(f64x2.mul(even, q), f64x2.splat(2.0 / 7.0))
  odd = f64x2.add(f64x2.mul(odd, q), f64x2.splat(2.0 / 9.0))
  even = f64x2.add(f64x2.mul(even, q), f64x2.splat(2.0 / 3.0))
  odd = f64x2.add(f64x2.mul(odd, q), f64x2.splat(2.0 / 5.0))
  const series = f64x2.mul(f64x2.mul(f64x2.add(even, f64x2.mul(odd, ss)), ss), s)
  const low = f64x2.add(f64x2.mul(power, f64x2.splat(LN2_LOW)), series)
  return f64x2.add(f64x2.mul(power, f64x2.splat(LN2_HIGH)), f64x2.add(f64x2.add(s, s), low))
}

/**
 * Exponential, of arguments held within 700 of 0. x = f + k ln 2 with |f| at most ln(2)/2; exp(f) by its
 * Taylor series to f^13 (error below 1e-16). Exactly 1 at 0.
 */
@inline
export function exp(argument: v128): v128 {
  const x = f64x2.min(f64x2.splat(FARTHEST), f64x2.max(f64x2.splat(-FARTHEST), argument))
  const rounded = f64x2.add(f64x2.mul(x, f64x2.splat(LOG2_E)), f64x2.splat(ROUNDER))
  const k = f64x2.sub(rounded, f64x2.splat(ROUNDER))
  const f = f64x2.sub(f64x2.sub(x, f64x2.mul(k, f64x2.splat(LN2_HIGH))), f64x2.mul(k, f64x2.splat(LN2_LOW)))
  const ff = f64x2.mul(f, f)
  let even = f64x2.splat(1.0 / 6227020800.0)
  let odd = f64x2.splat(1.0 / 479001600.0)
  even = f64x2.add(f64x2.mul(even, ff), f64x2.splat(1.0 / 39916800.0))
  odd = f64x2.add(f64x2.mul(odd, ff), f64x2.splat(1.0 / 3628800.0))
  even = f64x2.add(f64x2.mul(even, ff), f64x2.splat(1.0 / 362880.0))
  odd = f64x2.add(f64x2.mul(odd, ff), f64x2.splat(1.0 / 40320.0))
  even = f64x2.add(f64x2.mul(even, ff), f64x2.splat(1.0 / 5040.0))
  odd = f64x2.add(f64x2.mul(odd, ff), f64x2.splat(1.0 / 720.0))
  even = f64x2.add(f64x2.mul(even, ff), f64x2.splat(1.0 / 120.0))
  odd = f64x2.add(f64x2.mul(odd, ff), f64x2.splat(1.0 / 24.0))
  even = f64x2.add(f64x2.mul(even, ff), f64x2.splat(1.0 / 6.0))
  odd = f64x2.add(f64x2.mul(odd, ff), f64x2.splat(1.0 / 2.0))
  even = f64x2.add(f64x2.mul(even, ff), f64x2.splat(1.0))
  const series = f64x2.add(even, f64x2.mul(odd, f))
  const grown = f64x2.add(f64x2.splat(1), f64x2.mul(series, f))
  // 2^k: k sits in the low bits of `rounded`, and moves up to the exponent.
  const scale = i64x2.add(i64x2.splat(ONE_BITS), i64x2.shl(rounded, 52))
  return f64x2.mul(grown, scale)
}

/** The same of arguments within 0.7 of 0, by `growthSeries` of ../series.ts. Exactly 1 at 0. */
@inline
export function expNear(x: v128, series: usize): v128 {
  const xx = f64x2.mul(x, x)
  let odd = f64x2.add(f64x2.mul(v128.load(series), xx), v128.load(series, 32))
  let even = f64x2.add(f64x2.mul(v128.load(series, 16), xx), v128.load(series, 48))
  odd = f64x2.add(f64x2.mul(odd, xx), v128.load(series, 64))
  even = f64x2.add(f64x2.mul(even, xx), v128.load(series, 80))
  odd = f64x2.add(f64x2.mul(odd, xx), v128.load(series, 96))
  even = f64x2.add(f64x2.mul(even, xx), v128.load(series, 112))
  odd = f64x2.add(f64x2.mul(odd, xx), v128.load(series, 128))
  even = f64x2.add(f64x2.mul(even, xx), v128.load(series, 144))
  odd = f64x2.add(f64x2.mul(odd, xx), v128.load(series, 160))
  even = f64x2.add(f64x2.mul(even, xx), v128.load(series, 176))
  return f64x2.add(f64x2.splat(1), f64x2.mul(f64x2.add(even, f64x2.mul(odd, x)), x))
}

/** A number's logarithm and exponentials as the kernel works them out: for tests. */
export function lnOf(x: f64): f64 {
  return f64x2.extract_lane(ln(f64x2.splat(x)), 0)
}
export function expNearOf(x: f64, series: usize): f64 {
  return f64x2.extract_lane(expNear(f64x2.splat(x), series), 0)
}
export function expOf(x: f64): f64 {
  return f64x2.extract_lane(exp(f64x2.splat(x)), 0)
}
