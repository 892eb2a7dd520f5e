const LOG2_E: f64 = 1.4426950408889634
// ln 2 in two parts: the first has enough trailing zeros that k x LN2_HIGH is exact.
const LN2_HIGH: f64 = 6.9314718036912381649e-1
const LN2_LOW: f64 = 1.9082149292705877e-10
/** 1.5 x 2^52: adding it leaves the nearest whole number in the low bits. */
const ROUNDER: f64 = 6755399441055744.0
const ONE_BITS: i64 = 0x3ff0000000000000
/** Beyond this hazard everyone leaves, and 2^-k would leave the normal range. */
const MOST: f64 = 700.0
/** Below every hazard that matters: keeps 0 / 0 out. */
const TINY: f64 = 1e-300

/**
 * Share of people with an exit within a year, per unit of hazard: (1 - exp(-h)) / h for h from 0 to the
 * first of `series`, where it needs neither a division nor a range reduction: the polynomial of
 * `exitSeries` in ../series.ts.
 */
@inline
export function exitPerHazardLow(hazard: v128, series: usize): v128 {
  const z = f64x2.sub(hazard, v128.load(series, 16))
  // Even and odd powers apart: two short chains instead of one long one.
  const zz = f64x2.mul(z, z)
  let even = f64x2.add(f64x2.mul(v128.load(series, 32), zz), v128.load(series, 64))
  let odd = f64x2.add(f64x2.mul(v128.load(series, 48), zz), v128.load(series, 80))
  even = f64x2.add(f64x2.mul(even, zz), v128.load(series, 96))
  odd = f64x2.add(f64x2.mul(odd, zz), v128.load(series, 112))
  even = f64x2.add(f64x2.mul(even, zz), v128.load(series, 128))
  odd = f64x2.add(f64x2.mul(odd, zz), v128.load(series, 144))
  even = f64x2.add(f64x2.mul(even, zz), v128.load(series, 160))
  odd = f64x2.add(f64x2.mul(odd, zz), v128.load(series, 176))
  return f64x2.add(even, f64x2.mul(odd, z))
}

/**
 * The same for any hazard of 0 or more. -h = f - k ln 2 with |f| at most ln(2)/2; exp(f) - 1 by its
 * Taylor series to f^12 (error below 1e-15), so small hazards keep their relative precision: for k = 0
 * the share is 1 - exp(f) itself.
 */
export function exitPerHazard(hazard: v128): v128 {
  const h = f64x2.pmin(hazard, f64x2.splat(MOST))
  const rounded = f64x2.add(f64x2.mul(h, f64x2.splat(LOG2_E)), f64x2.splat(ROUNDER))
  const k = f64x2.sub(rounded, f64x2.splat(ROUNDER))
  const f = f64x2.add(
    f64x2.sub(f64x2.mul(k, f64x2.splat(LN2_HIGH)), h),
    f64x2.mul(k, f64x2.splat(LN2_LOW)),
  )
  // 2^-k: k sits in the low bits of `rounded`, and moves up to the exponent.
  const scale = i64x2.sub(i64x2.splat(ONE_BITS), i64x2.shl(rounded, 52))
  let series = f64x2.splat(1.0 / 479001600.0)
  series = f64x2.add(f64x2.mul(series, f), f64x2.splat(1.0 / 39916800.0))
  series = f64x2.add(f64x2.mul(series, f), f64x2.splat(1.0 / 3628800.0))
  series = f64x2.add(f64x2.mul(series, f), f64x2.splat(1.0 / 362880.0))
  series = f64x2.add(f64x2.mul(series, f), f64x2.splat(1.0 / 40320.0))
  series = f64x2.add(f64x2.mul(series, f), f64x2.splat(1.0 / 5040.0))
  series = f64x2.add(f64x2.mul(series, f), f64x2.splat(1.0 / 720.0))
  series = f64x2.add(f64x2.mul(series, f), f64x2.splat(1.0 / 120.0))
  series = f64x2.add(f64x2.mul(series, f), f64x2.splat(1.0 / 24.0))
  series = f64x2.add(f64x2.mul(series, f), f64x2.splat(1.0 / 6.0))
  series = f64x2.add(f64x2.mul(series, f), f64x2.splat(1.0 / 2.0))
  series = f64x2.add(f64x2.mul(series, f), f64x2.splat(1.0))
  const expm1 = f64x2.mul(series, f)
  const share = f64x2.sub(f64x2.sub(f64x2.splat(1.0), scale), f64x2.mul(scale, expm1))
  return f64x2.div(share, f64x2.pmax(f64x2.splat(TINY), hazard))
}

/** Share with an exit within a year at one hazard, as the kernel works it out: for tests. */
export function exitShare(hazard: f64, series: usize): f64 {
  const h = f64x2.splat(hazard)
  const perHazard = hazard <= load<f64>(series) ? exitPerHazardLow(h, series) : exitPerHazard(h)
  return f64x2.extract_lane(f64x2.mul(h, perHazard), 0)
}

/** The same by the way for any hazard. */
export function exitShareAny(hazard: f64): f64 {
  const h = f64x2.splat(hazard)
  return f64x2.extract_lane(f64x2.mul(h, exitPerHazard(h)), 0)
}
