import {
  CARE_MEASURES,
  FTE_AT_WORK,
  FUNDED,
  INTERNATIONAL,
  JOINERS,
  LEAVERS,
  MEASURES,
  MOVES_IN,
  MOVES_OUT,
  MoneyWeight,
  NEED,
  NET,
  OVER_55,
  PAY_BILL,
  POLICY,
  Publication,
  RESIDUAL,
  ROW_MEASURES,
  SUPPLY_FTE,
  SUPPLY_HEADS,
  TEMPORARY,
} from './publication'
import { summarise } from './summary'
import { HEAVY_CARERS, UNPAID_HOURS, WOMEN_HOURS } from './task'

/** Weeks of a year: 365.25 / 7. */
const WEEKS: f64 = 52.17857142857143

/** The measure at hand, and where its statistics and its kept draws go; 0 for draws that aren't kept. */
let measure: usize = 0
let out: usize = 0
let kept: usize = 0

/** Writes the statistics of one year of every series. */
export function publish(task: Publication): void {
  const statistics = (task.quantileCount + 2) << 3
  for (let i: usize = 0; i < task.series; i++) {
    const place: usize = load<usize>(task.seriesKept + (i << 2))
    kept = task.keptRows && place ? task.keptRows + (place - 1) * MEASURES * (task.draws << 3) : 0
    out = task.out + i * task.seriesBytes
    measure = 0
    const twin: usize = load<usize>(task.seriesTwin + (i << 2))
    if (i == task.careSeries) publishCare(task)
    else if (twin < i && !kept) memory.copy(out, task.out + twin * task.seriesBytes, MEASURES * statistics)
    else {
      for (let m: usize = 0; m < ROW_MEASURES; m++) sum(task, i, m)
      publishStaff(task, i)
    }
  }
}

/** Published measures of staff, in the order of MEASURES in src/domain/measure.ts; those of unpaid care don't apply. */
function publishStaff(task: Publication, i: usize): void {
  const training = load<f64>(task.fixed + (i << 4))
  const fixed = load<f64>(task.fixed + (i << 4), 8)
  const residents = load<f64>(task.people)
  const labourForce = load<f64>(task.people, 8)
  const heads = row(task, SUPPLY_HEADS)
  const fte = row(task, SUPPLY_FTE)
  put(task, heads)
  const fteAt = out
  put(task, fte)
  put(task, row(task, FTE_AT_WORK))
  put(task, row(task, NEED))
  put(task, row(task, FUNDED))
  put(task, isWanted(task) ? difference(task, FTE_AT_WORK, NEED) : 0)
  put(task, isWanted(task) ? ratio(task, FTE_AT_WORK, NEED) : 0)
  put(task, isWanted(task) ? vacancyRate(task) : 0)
  put(task, row(task, JOINERS))
  put(task, row(task, LEAVERS))
  put(task, row(task, MOVES_IN))
  put(task, row(task, MOVES_OUT))
  put(task, isWanted(task) ? ratio(task, INTERNATIONAL, JOINERS) : 0)
  put(task, row(task, RESIDUAL))
  put(task, isWanted(task) ? ratio(task, OVER_55, SUPPLY_HEADS) : 0)
  putScaled(task, fte, fteAt, 1000 / residents)
  putScaled(task, heads, fteAt - ((task.quantileCount + 2) << 3), 1 / labourForce)
  const members = task.seriesMember + (load<usize>(task.seriesStart + (i << 2)) << 2)
  const isSingle = load<usize>(task.seriesStart + ((i + 1) << 2)) == load<usize>(task.seriesStart + (i << 2)) + 1
  if (isSingle) {
    const weight = task.moneyWeight + load<usize>(members) * offsetof<MoneyWeight>()
    putScaled(task, fte, fteAt, changetype<MoneyWeight>(weight).pay)
  } else put(task, row(task, PAY_BILL))
  put(task, row(task, TEMPORARY))
  putConstant(task, training)
  put(task, isWanted(task) ? plus(task, POLICY, fixed) : 0)
  put(task, isWanted(task) ? plus(task, NET, training + fixed) : 0)
  for (let m = CARE_MEASURES; m < MEASURES; m++) put(task, 0)
}

/** Published measures of unpaid care; those of staff don't apply. */
function publishCare(task: Publication): void {
  const adults = load<f64>(task.people, 16)
  const bytes = task.slots << 3
  const hours = task.careRows + UNPAID_HOURS * bytes
  const heavy = task.careRows + HEAVY_CARERS * bytes
  for (let m: usize = 0; m < CARE_MEASURES; m++) put(task, 0)
  const hoursAt = out
  put(task, hours)
  putScaled(task, hours, hoursAt, 1 / (adults * WEEKS))
  const heavyAt = out
  put(task, heavy)
  putScaled(task, heavy, heavyAt, 1 / adults)
  put(task, isWanted(task) ? womenToMen(task, hours) : 0)
}

/** Address of the current series' row of a measure, 0 where the year has none. */
@inline
function row(task: Publication, measure: usize): usize {
  return load<usize>(task.sums + (measure << 2))
}

/** Whether the measure at hand is to be published. */
@inline
function isWanted(task: Publication): bool {
  return ((task.measures >> measure) & 1) != 0
}

/** Publishes a row as the next measure: central value, mean and quantiles; NaN where there is no row or none is wanted. */
function put(task: Publication, row: usize): void {
  const count = task.quantileCount + 2
  const values = isWanted(task) ? row : 0
  measure++
  if (values) {
    store<f64>(out, load<f64>(values + (task.draws << 3)))
    summarise(values, task, out + 8)
  } else for (let i: usize = 0; i < count; i++) store<f64>(out + (i << 3), NaN)
  out += count << 3
  if (!kept) return
  if (values) memory.copy(kept, values, task.draws << 3)
  else for (let i: usize = 0; i < task.draws; i++) store<f64>(kept + (i << 3), NaN)
  kept += task.draws << 3
}

/** Publishes a row times a constant of 0 or more, from the statistics of the row: no quantile changes its place. */
function putScaled(task: Publication, values: usize, statistics: usize, factor: f64): void {
  if (!isWanted(task)) return put(task, 0)
  const count = task.quantileCount + 2
  measure++
  for (let i: usize = 0; i < count; i++)
    store<f64>(out + (i << 3), load<f64>(statistics + (i << 3)) * factor)
  out += count << 3
  if (!kept) return
  for (let i: usize = 0; i < task.draws; i++)
    store<f64>(kept + (i << 3), load<f64>(values + (i << 3)) * factor)
  kept += task.draws << 3
}

/** Publishes what no draw changes. */
function putConstant(task: Publication, value: f64): void {
  if (!isWanted(task)) return put(task, 0)
  const count = task.quantileCount + 2
  measure++
  for (let i: usize = 0; i < count; i++) store<f64>(out + (i << 3), value)
  out += count << 3
  if (!kept) return
  for (let i: usize = 0; i < task.draws; i++) store<f64>(kept + (i << 3), value)
  kept += task.draws << 3
}

/** Sums a measure over the occupations of series i, in their order, and notes the row's address in `sums`. */
function sum(task: Publication, i: usize, measure: usize): void {
  const note = task.sums + (measure << 2)
  const rows: usize = load<usize>(task.rows + (measure << 2))
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
  const total = task.sums + 128 + measure * bytes
  store<usize>(note, total)
  memory.copy(total, first, bytes)
  for (member += 4; member < last; member += 4) {
    const from = rows + load<usize>(member) * bytes
    for (let at: usize = 0; at < bytes; at += 16)
      v128.store(total + at, f64x2.add(v128.load(total + at), v128.load(from + at)))
  }
}

/** One measure less another. */
function difference(task: Publication, whole: usize, part: usize): usize {
  const from = row(task, whole)
  const less = row(task, part)
  for (let at: usize = 0; at < task.slots << 3; at += 16)
    v128.store(task.derived + at, f64x2.sub(v128.load(from + at), v128.load(less + at)))
  return task.derived
}

/** A measure and a constant. */
function plus(task: Publication, measure: usize, constant: f64): usize {
  const values = row(task, measure)
  if (constant == 0) return values
  for (let at: usize = 0; at < task.slots << 3; at += 16)
    v128.store(task.derived + at, f64x2.add(v128.load(values + at), f64x2.splat(constant)))
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

/** Hours of unpaid care that women give over those that men give; NaN where men give none. */
function womenToMen(task: Publication, hours: usize): usize {
  const women = task.careRows + WOMEN_HOURS * (task.slots << 3)
  for (let at: usize = 0; at < task.slots << 3; at += 16) {
    const ofWomen = v128.load(women + at)
    v128.store(task.derived + at, share(ofWomen, f64x2.sub(v128.load(hours + at), ofWomen)))
  }
  return task.derived
}

@inline
function share(part: v128, whole: v128): v128 {
  return v128.bitselect(f64x2.div(part, whole), f64x2.splat(NaN), f64x2.gt(whole, f64x2.splat(0)))
}
