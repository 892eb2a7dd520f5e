import { Publication } from './publication'
import { sort } from './sort'

/** 2^52: adding it leaves the nearest whole number of a small positive number in the low bits. */
const ROUNDER: f64 = 4503599627370496.0
/** Bytes of one quantile in `Publication.quantiles`. */
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
  spread(values, task, low, high)
  const pairs = locate(task)
  gather(values, task)
  for (let q: usize = 0; q < task.quantileCount; q++) {
    const pair = pairs + (q << 3)
    const below = load<f64>(load<usize>(pair))
    const above = load<f64>(load<usize>(pair, 4))
    out += 8
    store<f64>(out, below + load<f64>(task.quantiles + q * QUANTILE, 8) * (above - below))
  }
}

function fill(task: Publication, out: usize, value: f64): void {
  for (let q: usize = 0; q <= task.quantileCount; q++) store<f64>(out + (q << 3), value)
}

/**
 * Counts the values of each bucket, and notes of each value where its bucket's count is: its low 32
 * bits, eight bytes a value.
 */
function spread(values: usize, task: Publication, low: f64, high: f64): void {
  const counts = task.counts
  const stop = counts + (task.buckets << 2)
  for (let at = counts; at < stop; at += 16) v128.store(at, i64x2.splat(0))
  // Four bytes a bucket. A range too narrow for a finite scale can't be spread: one bucket, sorted whole.
  const scale = <f64>((task.buckets - 1) << 2) / (high - low)
  const scales = f64x2.splat(scale < Infinity ? scale : 0)
  const lows = f64x2.splat(low)
  const base = f64x2.splat(ROUNDER + <f64>counts)
  const words = i64x2.splat(~3)
  const paired = task.draws & ~1
  let bucket = task.scratch
  const end = bucket + (paired << 3)
  for (; bucket < end; bucket += 16) {
    const place = v128.and(f64x2.add(f64x2.mul(f64x2.sub(v128.load(values), lows), scales), base), words)
    v128.store(bucket, place)
    const first = <usize>i64x2.extract_lane(place, 0)
    store<u32>(first, load<u32>(first) + 1)
    const second = <usize>i64x2.extract_lane(place, 1)
    store<u32>(second, load<u32>(second) + 1)
    values += 16
  }
  if (task.draws > paired) {
    const place = v128.and(
      f64x2.add(f64x2.mul(f64x2.sub(v128.load_splat<f64>(values), lows), scales), base),
      words,
    )
    const last = <usize>i64x2.extract_lane(place, 0)
    store<u32>(bucket, last)
    store<u32>(last, load<u32>(last) + 1)
  }
}

/**
 * Finds the buckets that hold wanted ranks. Their counts become the addresses to gather them at, other
 * counts become 0.
 * @returns where the addresses of the values at both ranks of each quantile are: u32 [q][2]
 */
function locate(task: Publication): usize {
  const pairs = task.pairs
  const wanted = task.quantileCount << 1
  let next = task.gathered
  let before: usize = 0
  let bucket = task.counts
  let count: usize = load<u32>(bucket)
  let place: usize = 0
  let taken = task.taken
  for (let q: usize = 0; q < wanted; q++) {
    // Ranks ascend, lower and upper rank of a quantile in turn; the upper never passes the last draw.
    const rank = min(load<usize>(task.quantiles + (q >> 1) * QUANTILE) + (q & 1), task.draws - 1)
    while (before + count <= rank) {
      before += count
      if (!place) store<u32>(bucket, 0)
      place = 0
      bucket += 4
      count = load<u32>(bucket)
    }
    if (!place) {
      place = next
      next += count << 3
      store<u32>(bucket, place)
      store<u32>(taken, bucket)
      store<u32>(taken, place, 4)
      taken += 8
    }
    store<u32>(pairs + (q << 2), place + ((rank - before) << 3))
  }
  store<u32>(taken, 0)
  const stop = task.counts + (task.buckets << 2)
  for (bucket += 4; bucket < stop; bucket += 4) store<u32>(bucket, 0)
  return pairs
}

/** Gathers the values of the buckets found, and sorts each. */
function gather(values: usize, task: Publication): void {
  let bucket = task.scratch
  const end = bucket + (task.draws << 3)
  for (; bucket < end; bucket += 8) {
    const slot = load<usize>(bucket)
    const place = load<usize>(slot)
    if (place) {
      store<f64>(place, load<f64>(values))
      store<usize>(slot, place + 8)
    }
    values += 8
  }
  for (let taken = task.taken; load<usize>(taken); taken += 8)
    sort(load<usize>(taken, 4), load<usize>(load<usize>(taken)))
}
