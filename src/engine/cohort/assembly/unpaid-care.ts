import { exp } from './power'
import { LEAST_POOL, MOST_POOL, held, lnRatio } from './pressure'
import { AreaTable, CARE_STORED, HEAVY_CARERS, HIGH, Task, UNPAID_HOURS, WIDE, WOMEN_HOURS } from './task'

/** Before the first year unpaid care is as it was: only policies move the labour pool. */
export function startCare(task: Task): void {
  v128.store(task.carePool, v128.load(task.carersWork))
  v128.store(task.carePool, v128.load(task.carersWork, HIGH), HIGH)
}

/**
 * Unpaid care at time t, once every occupation's hours are in `task.paidHours`: writes the hours and who
 * bears them, and what they make of the labour pool in the next step.
 */
export function care(task: Task, t: usize): void {
  const area = changetype<AreaTable>(task.area)
  const adults = load<f64>(task.adults + (t << 3))
  const baseAdults = load<f64>(task.adults)
  const asAtBase = f64x2.splat((area.baseHours * adults) / baseAdults)
  const out = task.careResults + (t - 1) * CARE_STORED * task.row
  for (let side: usize = 0; side < WIDE; side += HIGH) {
    const needed = f64x2.mul(
      v128.load_splat<f64>(task.needHours + (t << 3)),
      v128.load(task.careGrowth + t * WIDE + side),
    )
    const hours = f64x2.max(f64x2.splat(0), f64x2.sub(needed, v128.load(task.paidHours + side)))
    const burden =
      area.hoursPerAdult > 0
        ? f64x2.div(f64x2.div(hours, f64x2.splat(adults)), f64x2.splat(area.hoursPerAdult))
        : f64x2.splat(1)
    const heavier = exp(f64x2.mul(f64x2.splat(area.heavyElasticity), lnRatio(burden)))
    const extra = f64x2.mul(f64x2.splat(area.womenMarginal), f64x2.sub(hours, asAtBase))
    const women = f64x2.add(f64x2.mul(f64x2.splat(area.womenShare), asAtBase), extra)
    v128.store(out + UNPAID_HOURS * task.row + side, hours)
    v128.store(out + HEAVY_CARERS * task.row + side, f64x2.mul(f64x2.splat(adults * area.heavyShare), heavier))
    v128.store(out + WOMEN_HOURS * task.row + side, f64x2.min(hours, f64x2.max(f64x2.splat(0), women)))
    if (t == task.years) continue
    const grown = f64x2.sub(burden, f64x2.splat(1))
    const reach = f64x2.sub(f64x2.splat(1), f64x2.mul(v128.load(task.careReach + side), grown))
    const policies = v128.load(task.carersWork + t * WIDE + side)
    v128.store(task.carePool + side, f64x2.mul(held(reach, LEAST_POOL, MOST_POOL), policies))
  }
}
