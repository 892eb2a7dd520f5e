import { Publication } from './publication'
import { sort } from './sort'

/** Buckets a row of draws is spread over. */
const BUCKETS: usize = 512
/** 2^52: adding it leaves the nearest whole number of a small positive number in the low bits. */
const ROUNDER: f64 = 4503599627370496.0
/** Numbers of one quantile in `Publication.quantiles`: its lower rank (a whole number) and the weight of the next rank. */
const QUANTILE: usize = 16

/**
 * Mean and quantiles (type 7, exact) of a row of draws, written to `out` one after the other.
 * NaN throughout where any draw is NaN. Values are spread over buckets between the least and the
 * greatest; only buckets that hold a wanted rank are gathered and sorted. The mean is summed in eight
 * interleaved parts, an order that depends on nothing but the number of draws.
 */
export function summarise(values: usize, task: Publication, out: usize): void {
  const draws = task.draws
  const end = values + (draws << 3)
  const paired = values + ((draws >> 3) << 6)
  let at = values
  let least = f64x2.splat(Infinity)
  let most = f64x2.splat(-Infinity)
  let sum0 = f64x2.splat(0)
  let sum1 = f64x2.splat(0)
  let sum2 = f64x2.splat(0)
  let sum3 = f64x2.splat(0)
  for (; at < paired; at += 64) {
    const v0 = v128.load(at)
    const v1 = v128.load(at, 16)
    const v2 = v128.load(at, 32)
    const v3 = v128.load(at, 48)
    sum0 = f64x2.add(sum0, v0)
    sum1 = f64x2.add(sum1, v1)
    sum2 = f64x2.add(sum2, v2)
    sum3 = f64x2.add(sum3, v3)
    least = f64x2.pmin(least, f64x2.pmin(f64x2.pmin(v0, v1), f64x2.pmin(v2, v3)))
    most = f64x2.pmax(most, f64x2.pmax(f64x2.pmax(v0, v1), f64x2.pmax(v2, v3)))
  }
  const sums = f64x2.add(f64x2.add(sum0, sum1), f64x2.add(sum2, sum3))
  let total = f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1)
  let low = min(f64x2.extract_lane(least, 0), f64x2.extract_lane(least, 1))
  let high = max(f64x2.extract_lane(most, 0), f64x2.extract_lane(most, 1))
  for (; at < end; at += 8) {
    const value = load<f64>(at)
    total += value
    low = min(low, value)
    high = max(high, value)
  }
  if (total != total) return fill(task, out, NaN)
  // A constant's mean is the constant, whatever rounding the sum met.
  if (low == high) return fill(task, out, low)

  store<f64>(out, total / <f64>draws)
  const candidates = gather(values, task, low, (<f64>(BUCKETS - 1)) / (high - low))
  let rank = task.quantiles
  for (let q: usize = 0; q < task.quantileCount; q++) {
    const first = load<f64>(candidates + (q << 4))
    const next = load<f64>(candidates + (q << 4), 8)
    out += 8
    store<f64>(out, first + load<f64>(rank, 8) * (next - first))
    rank += QUANTILE
  }
}

function fill(task: Publication, out: usize, value: f64): void {
  for (let q: usize = 0; q <= task.quantileCount; q++) store<f64>(out + (q << 3), value)
}

/**
 * Finds the values at both ranks of every quantile.
 * @returns address of pairs of values [q][2]
 */
function gather(values: usize, task: Publication, low: f64, scale: f64): usize {
  const draws = task.draws
  const buckets = task.scratch
  const counts = buckets + (draws << 3) + 16
  const places = counts + (BUCKETS << 2)
  const pairs = places + (BUCKETS << 2)
  const gathered = pairs + (task.quantileCount << 4)
  memory.fill(counts, 0, BUCKETS << 3)

  // A range too narrow for a finite scale can't be spread: one bucket, sorted whole.
  const factor = scale < Infinity ? scale : 0
  const lows = f64x2.splat(low)
  const scales = f64x2.splat(factor)
  let bucket = buckets
  const end = buckets + (draws << 3)
  for (let at = values; bucket < end; at += 16) {
    // The last pair may reach one value past the draws; its bucket is written but not counted.
    const spread = f64x2.add(f64x2.mul(f64x2.sub(v128.load(at), lows), scales), f64x2.splat(ROUNDER))
    v128.store(bucket, spread)
    bucket += 16
  }
  for (bucket = buckets; bucket < end; bucket += 8) {
    const count = counts + (load<usize>(bucket) << 2)
    store<usize>(count, load<usize>(count) + 1)
  }
  place(task, counts, places, pairs, gathered)
  let at = values
  for (bucket = buckets; bucket < end; bucket += 8) {
    const slot = places + (load<usize>(bucket) << 2)
    const place = load<usize>(slot)
    if (place) {
      store<f64>(place, load<f64>(at))
      store<usize>(slot, place + 8)
    }
    at += 8
  }
  for (let b: usize = 0; b < BUCKETS; b++) {
    const stop = load<usize>(places + (b << 2))
    if (stop) sort(stop - (load<usize>(counts + (b << 2)) << 3), stop)
  }
  for (let q: usize = 0; q < task.quantileCount << 1; q++) {
    const pair = pairs + (q << 3)
    store<f64>(pair, load<f64>(load<usize>(pair)))
  }
  return pairs
}

/** Gives each bucket that holds a wanted rank a place to be gathered in, and notes where the ranks will be. */
function place(task: Publication, counts: usize, places: usize, pairs: usize, gathered: usize): void {
  let before: usize = 0
  let bucket: usize = 0
  let next = gathered
  const wanted = task.quantileCount << 1
  for (let q: usize = 0; q < wanted; q++) {
    // Ranks ascend, lower and upper rank of a quantile in turn; the upper never passes the last draw.
    const rank = min(load<usize>(task.quantiles + (q >> 1) * QUANTILE) + (q & 1), task.draws - 1)
    let count = load<usize>(counts + (bucket << 2))
    while (before + count <= rank) {
      before += count
      bucket++
      count = load<usize>(counts + (bucket << 2))
    }
    const slot = places + (bucket << 2)
    if (!load<usize>(slot)) {
      store<usize>(slot, next)
      next += count << 3
    }
    store<usize>(pairs + (q << 3), load<usize>(slot) + ((rank - before) << 3))
  }
}
