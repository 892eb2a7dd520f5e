import { AGES, AWAY, BAND, COHORT, HIGH, ROUTES, SEXES, STAY, Task, WIDE } from './task'

/** People of occupation o a year older, age by age: those who stayed, those who moved in, those who joined. */
export function growOlder(task: Task, o: usize): void {
  // The first move is taken in the same breath, since most occupations have one.
  const move: usize = load<usize>(task.moveStart + (o << 2))
  const last: usize = load<usize>(task.moveStart + ((o + 1) << 2))
  for (let cohort = o * SEXES; cohort < (o + 1) * SEXES; cohort++)
    if (move < last) ageAndMoveIn(task, cohort, move)
    else ageAlone(task, cohort)
  for (let m = move + 1; m < last; m++) moveIn(task, o, m)
}

function ageAlone(task: Task, cohort: usize): void {
  age(task, cohort, false, 0, 0)
}

function ageAndMoveIn(task: Task, cohort: usize, m: usize): void {
  const origin = load<usize>(task.moveFrom + (m << 2)) * SEXES + (cohort & 1)
  age(task, cohort, true, origin, m)
}

/** Stayers a year older, joiners, and those who come by move m where `moves`; the oldest age collects the two oldest. */
@inline
function age(task: Task, cohort: usize, moves: bool, origin: usize, m: usize): void {
  const other0 = v128.load(task.joining)
  const other1 = v128.load(task.joining, HIGH)
  const abroad0 = v128.load(task.joining, WIDE)
  const abroad1 = v128.load(task.joining, WIDE + HIGH)
  const training0 = v128.load(task.joining, 2 * WIDE)
  const training1 = v128.load(task.joining, 2 * WIDE + HIGH)
  const bands = task.bands
  const share = moves ? v128.load_splat<f64>(task.moveShare + (m << 3)) : f64x2.splat(0)
  let band = task.bandState + cohort * bands * BAND
  let away = task.bandState + origin * bands * BAND
  let routes = task.routes + ((cohort * bands) << 2)
  let joiners = task.joiners + cohort * AGES * ROUTES
  let from = task.state + cohort * COHORT
  let to = task.nextState + cohort * COHORT
  let mover = task.state + origin * COHORT
  const first = from
  v128.store(to, joined(joiners, training0, abroad0, other0))
  v128.store(to, joined(joiners, training1, abroad1, other1), HIGH)
  let stay0 = share
  let stay1 = share
  let come0 = share
  let come1 = share
  for (let b: usize = 1; b <= bands; b++) {
    stay0 = v128.load(band, STAY)
    stay1 = v128.load(band, STAY + HIGH)
    if (moves) {
      come0 = f64x2.mul(v128.load(away, AWAY), share)
      come1 = f64x2.mul(v128.load(away, AWAY + HIGH), share)
      away += BAND
    }
    band += BAND
    const stop = first + min(load<usize>(task.bandStart + (b << 2)), AGES - 1) * WIDE
    const by = load<usize>(routes)
    routes += 4
    // A loop for each, so that the loops needn't ask.
    if (by == 0)
      for (; from < stop; from += WIDE) {
        joiners += ROUTES
        to += WIDE
        oneAge(from, to, mover, joiners, 0, moves, stay0, come0, other0, abroad0, training0, stay1, come1, other1, abroad1, training1)
        if (moves) mover += WIDE
      }
    else if (by == 1)
      for (; from < stop; from += WIDE) {
        joiners += ROUTES
        to += WIDE
        oneAge(from, to, mover, joiners, 1, moves, stay0, come0, other0, abroad0, training0, stay1, come1, other1, abroad1, training1)
        if (moves) mover += WIDE
      }
    else
      for (; from < stop; from += WIDE) {
        joiners += ROUTES
        to += WIDE
        oneAge(from, to, mover, joiners, 2, moves, stay0, come0, other0, abroad0, training0, stay1, come1, other1, abroad1, training1)
        if (moves) mover += WIDE
      }
  }
  let oldest0 = f64x2.mul(v128.load(from), stay0)
  let oldest1 = f64x2.mul(v128.load(from, HIGH), stay1)
  if (moves) {
    oldest0 = f64x2.add(oldest0, f64x2.mul(v128.load(mover), come0))
    oldest1 = f64x2.add(oldest1, f64x2.mul(v128.load(mover, HIGH), come1))
  }
  addTo(to, oldest0)
  addTo(to + HIGH, oldest1)
}

/**
 * People of one age: a share of those a year younger, here and where some move in from, and joiners.
 * @param by routes that joiners come by: see `Task.routes`
 */
@inline
function oneAge(
  from: usize,
  to: usize,
  mover: usize,
  joiners: usize,
  by: i32,
  moves: bool,
  stay0: v128,
  come0: v128,
  other0: v128,
  abroad0: v128,
  training0: v128,
  stay1: v128,
  come1: v128,
  other1: v128,
  abroad1: v128,
  training1: v128,
): void {
  const open = v128.load_splat<f64>(joiners)
  let people0 = f64x2.add(f64x2.mul(v128.load(from), stay0), f64x2.mul(open, other0))
  let people1 = f64x2.add(f64x2.mul(v128.load(from, HIGH), stay1), f64x2.mul(open, other1))
  if (by > 0) {
    const fromAbroad = v128.load_splat<f64>(joiners, 8)
    people0 = f64x2.add(people0, f64x2.mul(fromAbroad, abroad0))
    people1 = f64x2.add(people1, f64x2.mul(fromAbroad, abroad1))
  }
  if (by > 1) {
    const byTraining = v128.load_splat<f64>(joiners, 16)
    people0 = f64x2.add(people0, f64x2.mul(byTraining, training0))
    people1 = f64x2.add(people1, f64x2.mul(byTraining, training1))
  }
  if (moves) {
    people0 = f64x2.add(people0, f64x2.mul(v128.load(mover), come0))
    people1 = f64x2.add(people1, f64x2.mul(v128.load(mover, HIGH), come1))
  }
  v128.store(to, people0)
  v128.store(to, people1, HIGH)
}

/** Joiners of one age by every route. */
@inline
function joined(joiners: usize, training: v128, abroad: v128, other: v128): v128 {
  return f64x2.add(
    f64x2.add(
      f64x2.mul(v128.load_splat<f64>(joiners), other),
      f64x2.mul(v128.load_splat<f64>(joiners, 8), abroad),
    ),
    f64x2.mul(v128.load_splat<f64>(joiners, 16), training),
  )
}

/** Adds the people of move m to occupation o: a share of those who move away from its origin, a year older. */
function moveIn(task: Task, o: usize, m: usize): void {
  const origin = load<usize>(task.moveFrom + (m << 2))
  const share = v128.load_splat<f64>(task.moveShare + (m << 3))
  const bands = task.bands
  for (let s: usize = 0; s < SEXES; s++) {
    const source = origin * SEXES + s
    const first = task.state + source * COHORT
    let from = first
    let to = task.nextState + (o * SEXES + s) * COHORT
    let away = task.bandState + source * bands * BAND
    for (let b: usize = 1; b <= bands; b++) {
      const stop = first + min(load<usize>(task.bandStart + (b << 2)), AGES - 1) * WIDE
      const come0 = f64x2.mul(v128.load(away, AWAY), share)
      const come1 = f64x2.mul(v128.load(away, AWAY + HIGH), share)
      for (; from < stop; from += WIDE) {
        to += WIDE
        addTo(to, f64x2.mul(v128.load(from), come0))
        addTo(to + HIGH, f64x2.mul(v128.load(from, HIGH), come1))
      }
      away += BAND
    }
    away -= BAND
    addTo(to, f64x2.mul(v128.load(from), f64x2.mul(v128.load(away, AWAY), share)))
    addTo(to + HIGH, f64x2.mul(v128.load(from, HIGH), f64x2.mul(v128.load(away, AWAY + HIGH), share)))
  }
}

@inline
function addTo(at: usize, value: v128): void {
  v128.store(at, f64x2.add(v128.load(at), value))
}
