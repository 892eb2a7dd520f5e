import { Publication } from './publication'

/**
 * Rows that need no simulation: each is the draw's factors times constants of the area, so regions and
 * England follow from sums of the constants.
 */

/** Need and funded posts of every occupation in the year: [o][slot] each. */
export function postRows(task: Publication, need: usize, funded: usize): void {
  const bytes = task.slots << 3
  const one = f64x2.splat(1)
  for (let o: usize = 0; o < task.occupations; o++) {
    const first = (o * task.services) << 3
    const index = task.productivity + load<usize>(task.productivityRow + (o << 2))
    const firstUse = load<usize>(task.useStart + (o << 2))
    const lastUse = load<usize>(task.useStart + ((o + 1) << 2))
    for (let at: usize = 0; at < bytes; at += 16) {
      let needed = f64x2.splat(0)
      let unmet = f64x2.splat(0)
      let posts = f64x2.splat(0)
      for (let i = firstUse; i < lastUse; i++) {
        const v = load<usize>(task.useService + (i << 2))
        const weight = first + (v << 3)
        const growth = v128.load(task.service + v * bytes + at)
        needed = f64x2.add(needed, f64x2.mul(growth, v128.load_splat<f64>(task.needWeight + weight)))
        unmet = f64x2.add(unmet, f64x2.mul(growth, v128.load_splat<f64>(task.unmetWeight + weight)))
        posts = f64x2.add(posts, f64x2.mul(growth, v128.load_splat<f64>(task.fundedWeight + weight)))
      }
      const productivity = v128.load(index + at)
      const extra = f64x2.mul(unmet, f64x2.sub(v128.load(task.unmet + o * bytes + at), one))
      v128.store(need + o * bytes + at, f64x2.div(f64x2.add(needed, extra), productivity))
      v128.store(funded + o * bytes + at, f64x2.div(posts, productivity))
    }
  }
}

/** Joiners from abroad [o][slot]. */
export function internationalRows(task: Publication, out: usize): void {
  const bytes = task.slots << 3
  for (let o: usize = 0; o < task.occupations; o++) {
    const share = v128.load_splat<f64>(task.internationalShare + (o << 3))
    for (let at = o * bytes; at < (o + 1) * bytes; at += 16)
      v128.store(out + at, f64x2.mul(v128.load(task.international + at), share))
  }
}

/** People who moved in [o][slot]: their share of those who moved away from each origin. */
export function moveInRows(task: Publication, away: usize, out: usize): void {
  const bytes = task.slots << 3
  memory.fill(out, 0, task.occupations * bytes)
  for (let o: usize = 0; o < task.occupations; o++) {
    const last: usize = load<usize>(task.moveStart + ((o + 1) << 2))
    for (let m: usize = load<usize>(task.moveStart + (o << 2)); m < last; m++) {
      const origin = away + load<usize>(task.moveFrom + (m << 2)) * bytes
      const share = v128.load_splat<f64>(task.moveShare + (m << 3))
      const to = out + o * bytes
      for (let at: usize = 0; at < bytes; at += 16)
        v128.store(to + at, f64x2.add(v128.load(to + at), f64x2.mul(v128.load(origin + at), share)))
    }
  }
}

/** The same number in every slot of each occupation's row: the base year, which no draw changes. */
export function constantRows(task: Publication, values: usize, out: usize): void {
  for (let o: usize = 0; o < task.occupations; o++) {
    const value = v128.load_splat<f64>(values + (o << 3))
    for (let slot: usize = 0; slot < task.slots; slot += 2) {
      v128.store(out, value)
      out += 16
    }
  }
}
