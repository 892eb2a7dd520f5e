import { HIGH, Task, WIDE, fundingFactor, productivityIndex, tableOf } from './task'

/** Need and funded posts of every occupation at time t: `task.posts` [o][need, funded]. */
export function fillPosts(task: Task, t: usize): void {
  for (let o: usize = 0; o < task.occupations; o++) {
    const given = load<f64>(task.postsGiven + ((t * task.occupations + o) << 3))
    const funding = fundingFactor(task, t, o)
    undivided(task, t, o, given, funding, 0)
    undivided(task, t, o, given, funding, HIGH)
  }
  memory.copy(task.posts, task.undivided, task.occupations * 2 * WIDE)
  for (let k: usize = 0; k < task.transfers; k++) {
    const from: usize = load<usize>(task.transferFrom + (k << 2))
    const to: usize = load<usize>(task.transferTo + (k << 2))
    const rate = f64x2.splat(load<f64>(task.transferRate + (k << 3)))
    const share = task.transferShare + (t * task.transfers + k) * WIDE
    const isFree = isNaN(givenAt(task, t, from)) && isNaN(givenAt(task, t, to))
    for (let side: usize = 0; side < WIDE; side += HIGH) {
      transfer(task, from, to, rate, v128.load(share + side), side)
      if (isFree) transfer(task, from, to, rate, v128.load(share + side), WIDE + side)
    }
  }
}

@inline
function givenAt(task: Task, t: usize, o: usize): f64 {
  return load<f64>(task.postsGiven + ((t * task.occupations + o) << 3))
}

@inline
function transfer(task: Task, from: usize, to: usize, rate: v128, share: v128, offset: usize): void {
  const relieved = f64x2.mul(share, v128.load(task.undivided + from * 2 * WIDE + offset))
  const source = task.posts + from * 2 * WIDE + offset
  v128.store(source, f64x2.sub(v128.load(source), relieved))
  const target = task.posts + to * 2 * WIDE + offset
  v128.store(target, f64x2.add(v128.load(target), f64x2.mul(rate, relieved)))
}

/** Need and funded posts of one occupation before the division of work. */
@inline
function undivided(task: Task, t: usize, o: usize, given: f64, funding: usize, side: usize): void {
  const table = tableOf(task, o)
  const first = task.activity + (((t * task.occupations + o) * task.services) << 3)
  const indices = task.service + t * task.services * WIDE + side
  const last: usize = load<usize>(task.useStart + ((o + 1) << 2))
  let sum = f64x2.splat(0)
  for (let i: usize = load<usize>(task.useStart + (o << 2)); i < last; i++) {
    const v: usize = load<usize>(task.useService + (i << 2))
    sum = f64x2.add(sum, f64x2.mul(v128.load_splat<f64>(first + (v << 3)), v128.load(indices + v * WIDE)))
  }
  const activity = f64x2.div(sum, v128.load(productivityIndex(task, t, o) + side))
  const extra = f64x2.sub(v128.load(task.unmet + o * WIDE + side), f64x2.splat(1))
  const perActivity = f64x2.add(f64x2.splat(table.need), f64x2.mul(f64x2.splat(table.unmet), extra))
  const at = task.undivided + o * 2 * WIDE + side
  v128.store(at, f64x2.mul(perActivity, activity))
  const funded = isNaN(given) ? f64x2.mul(f64x2.splat(table.funded), activity) : f64x2.splat(given)
  v128.store(at, f64x2.mul(funded, v128.load(funding + side)), WIDE)
}
