const LOG2_E: f64 = 1.4426950408889634
// ln 2 in two parts: the first has enough trailing zeros that k x LN2_HIGH is exact.
const LN2_HIGH: f64 = 6.93147180369123816490e-1
const LN2_LOW: f64 = 1.90821492927058770002e-10
/** 1.5 x 2^52: adding it leaves the nearest whole number in the low bits. */
const ROUNDER: f64 = 6755399441055744.0
const ONE_BITS: i64 = 0x3ff0000000000000
/** Beyond this hazard everyone leaves, and 2^-k would leave the normal range. */
const MOST: f64 = 700.0

/**
 * Share of people with an exit within a year at hazard h: 1 - exp(-h), h at least 0.
 * -h = f - k ln 2 with |f| at most ln(2)/2; expm1(f) by its Taylor series to f^12 (error below
 * 1e-15), so small hazards keep their relative precision: for k = 0 the result is -expm1(f).
 */
@inline
export function exitShare(hazard: v128): v128 {
  const h = f64x2.pmin(hazard, f64x2.splat(MOST))
  const rounded = f64x2.add(f64x2.mul(h, f64x2.splat(LOG2_E)), f64x2.splat(ROUNDER))
  const k = f64x2.sub(rounded, f64x2.splat(ROUNDER))
  const f = f64x2.add(
    f64x2.sub(f64x2.mul(k, f64x2.splat(LN2_HIGH)), h),
    f64x2.mul(k, f64x2.splat(LN2_LOW)),
  )
  // 2^-k: k sits in the low bits of `rounded`, and moves up to the exponent.
  const scale = i64x2.sub(i64x2.splat(ONE_BITS), i64x2.shl(rounded, 52))
  // Even and odd terms apart: two short chains instead of one long one.
  const ff = f64x2.mul(f, f)
  let odd = f64x2.splat(1.0 / 39916800.0)
  let even = f64x2.splat(1.0 / 479001600.0)
  odd = f64x2.add(f64x2.mul(odd, ff), f64x2.splat(1.0 / 362880.0))
  even = f64x2.add(f64x2.mul(even, ff), f64x2.splat(1.0 / 3628800.0))
  odd = f64x2.add(f64x2.mul(odd, ff), f64x2.splat(1.0 / 5040.0))
  even = f64x2.add(f64x2.mul(even, ff), f64x2.splat(1.0 / 40320.0))
  odd = f64x2.add(f64x2.mul(odd, ff), f64x2.splat(1.0 / 120.0))
  even = f64x2.add(f64x2.mul(even, ff), f64x2.splat(1.0 / 720.0))
  odd = f64x2.add(f64x2.mul(odd, ff), f64x2.splat(1.0 / 6.0))
  even = f64x2.add(f64x2.mul(even, ff), f64x2.splat(1.0 / 24.0))
  odd = f64x2.add(f64x2.mul(odd, ff), f64x2.splat(1.0))
  even = f64x2.add(f64x2.mul(even, ff), f64x2.splat(0.5))
  const expm1 = f64x2.add(f64x2.mul(odd, f), f64x2.mul(even, ff))
  return f64x2.sub(f64x2.sub(f64x2.splat(1.0), scale), f64x2.mul(scale, expm1))
}

/** For tests: one value. */
export function exitShareOf(hazard: f64): f64 {
  return f64x2.extract_lane(exitShare(f64x2.splat(hazard)), 0)
}
