import { Publication } from './publication'
import { summarise } from './summary'

// Engine measures, in the order of ENGINE_MEASURES in src/domain/measure.ts.
const SUPPLY_FTE: usize = 1
const FTE_AT_WORK: usize = 2
const NEED: usize = 3
const FUNDED: usize = 4
const JOINERS: usize = 5
const INTERNATIONAL: usize = 9
const ENGINE_MEASURES: usize = 10
/** Published measures. */
const MEASURES: usize = 13

/** Writes the statistics of one year of every series. */
export function publish(task: Publication): void {
  const statisticBytes = (task.quantileCount + 2) << 3
  for (let i: usize = 0; i < task.series; i++) {
    const twin = load<usize>(task.seriesTwin + (i << 2))
    if (twin < i) {
      memory.copy(task.out + i * task.seriesBytes, task.out + twin * task.seriesBytes, MEASURES * statisticBytes)
      continue
    }
    for (let m: usize = 0; m < ENGINE_MEASURES; m++) sum(task, i, m)
    const out = task.out + i * task.seriesBytes
    const bytes = statisticBytes
    // Published measures, in the order of MEASURES in src/domain/measure.ts.
    statistics(task, row(task, 0), out)
    statistics(task, row(task, 1), out + bytes)
    statistics(task, row(task, 2), out + bytes * 2)
    statistics(task, row(task, 3), out + bytes * 3)
    statistics(task, row(task, 4), out + bytes * 4)
    statistics(task, gap(task), out + bytes * 5)
    statistics(task, ratio(task, FTE_AT_WORK, NEED), out + bytes * 6)
    statistics(task, vacancyRate(task), out + bytes * 7)
    statistics(task, row(task, 5), out + bytes * 8)
    statistics(task, row(task, 6), out + bytes * 9)
    statistics(task, row(task, 7), out + bytes * 10)
    statistics(task, row(task, 8), out + bytes * 11)
    statistics(task, ratio(task, INTERNATIONAL, JOINERS), out + bytes * 12)
  }
}

/** Address of the current series' row of a measure, 0 where the year has none. */
@inline
function row(task: Publication, measure: usize): usize {
  return load<usize>(task.sums + (measure << 2))
}

/** Central value, then mean and quantiles, of a row; NaN where there is no row. */
function statistics(task: Publication, values: usize, out: usize): void {
  if (!values) {
    for (let i: usize = 0; i < task.quantileCount + 2; i++) store<f64>(out + (i << 3), NaN)
    return
  }
  store<f64>(out, load<f64>(values + (task.draws << 3)))
  summarise(values, task, out + 8)
}

/** Sums a measure over the occupations of series i, in their order, and notes the row's address in `sums`. */
function sum(task: Publication, i: usize, measure: usize): void {
  const note = task.sums + (measure << 2)
  const rows = load<usize>(task.rows + (measure << 2))
  let member = task.seriesMember + (load<usize>(task.seriesStart + (i << 2)) << 2)
  const last = task.seriesMember + (load<usize>(task.seriesStart + ((i + 1) << 2)) << 2)
  if (!rows) {
    store<usize>(note, 0)
    return
  }
  const bytes = task.slots << 3
  const first = rows + load<usize>(member) * bytes
  if (last - member == 4) {
    store<usize>(note, first)
    return
  }
  const total = task.sums + 64 + measure * bytes
  store<usize>(note, total)
  memory.copy(total, first, bytes)
  for (member += 4; member < last; member += 4) {
    const from = rows + load<usize>(member) * bytes
    for (let at: usize = 0; at < bytes; at += 16)
      v128.store(total + at, f64x2.add(v128.load(total + at), v128.load(from + at)))
  }
}

/** At work less needed. */
function gap(task: Publication): usize {
  const work = row(task, FTE_AT_WORK)
  const need = row(task, NEED)
  for (let at: usize = 0; at < task.slots << 3; at += 16)
    v128.store(task.derived + at, f64x2.sub(v128.load(work + at), v128.load(need + at)))
  return task.derived
}

/** Vacant share of funded posts; NaN where none is funded. */
function vacancyRate(task: Publication): usize {
  const funded = row(task, FUNDED)
  const fte = row(task, SUPPLY_FTE)
  for (let at: usize = 0; at < task.slots << 3; at += 16) {
    const posts = v128.load(funded + at)
    v128.store(task.derived + at, share(f64x2.sub(posts, v128.load(fte + at)), posts))
  }
  return task.derived
}

/** One measure over another; NaN where the other is 0, and no row where either has none. */
function ratio(task: Publication, part: usize, whole: usize): usize {
  const parts = row(task, part)
  const wholes = row(task, whole)
  if (!parts || !wholes) return 0
  for (let at: usize = 0; at < task.slots << 3; at += 16)
    v128.store(task.derived + at, share(v128.load(parts + at), v128.load(wholes + at)))
  return task.derived
}

@inline
function share(part: v128, whole: v128): v128 {
  return v128.bitselect(f64x2.div(part, whole), f64x2.splat(NaN), f64x2.gt(whole, f64x2.splat(0)))
}
