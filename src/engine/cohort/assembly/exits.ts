import { exitPerHazard, exitPerHazardLow, LOW_HAZARD } from './exit-share'
import {
  COHORT,
  FACTOR_ILL,
  FACTOR_LEAVE,
  FACTOR_MOVE,
  FACTOR_RETIRE,
  HIGH,
  LEAVERS,
  ON_LEAVING,
  SEXES,
  Task,
  WIDE,
  yearFactor,
} from './task'

/**
 * Competing ways out of occupation o in year y: writes the shares that stay and that move away by band,
 * and counts the people who leave and move. Within a band the shares are equal, so people are counted by
 * band, not by age.
 */
export function exits(task: Task, y: usize, o: usize): void {
  if (load<usize>(task.movesAway + (o << 2))) exitsWith(task, y, o, true)
  else exitsWith(task, y, o, false)
}

/** The same, with moves away or without, where they would be 0. */
@inline
function exitsWith(task: Task, y: usize, o: usize, moves: bool): void {
  const leave = yearFactor(task, y, o, FACTOR_LEAVE)
  const retire = yearFactor(task, y, o, FACTOR_RETIRE)
  const ill = yearFactor(task, y, o, FACTOR_ILL)
  const mobility = yearFactor(task, y, o, FACTOR_MOVE)
  const place = task.place + y * task.placeRows * WIDE + task.placeLeave
  let leave0 = f64x2.mul(v128.load(leave), v128.load(place))
  let leave1 = f64x2.mul(v128.load(leave, HIGH), v128.load(place, HIGH))
  if (load<usize>(task.pressed + (o << 2)) & ON_LEAVING) {
    const feedback = task.feedback + o * 3 * WIDE
    leave0 = f64x2.mul(leave0, v128.load(feedback))
    leave1 = f64x2.mul(leave1, v128.load(feedback, HIGH))
  }
  // The residual flow comes to, or goes from, those who stay.
  const remain = v128.load_splat<f64>(task.stayFactor + ((y * task.occupations + o) << 3))
  const retire0 = v128.load(retire)
  const retire1 = v128.load(retire, HIGH)
  const ill0 = v128.load(ill)
  const ill1 = v128.load(ill, HIGH)
  const move0 = v128.load(mobility)
  const move1 = v128.load(mobility, HIGH)
  const first = o * SEXES * task.bands
  let hazard = task.hazards + (first << 5)
  let people = task.bandHeads + first * WIDE
  let stay = task.stay + first * WIDE
  let away = task.away + first * WIDE
  const end = people + SEXES * task.bands * WIDE
  let left0 = f64x2.splat(0)
  let left1 = f64x2.splat(0)
  let gone0 = f64x2.splat(0)
  let gone1 = f64x2.splat(0)
  for (; people < end; people += WIDE) {
    const leaving0 = leaving(hazard, leave0, retire0, ill0)
    const leaving1 = leaving(hazard, leave1, retire1, ill1)
    const moving0 = moves ? f64x2.mul(v128.load_splat<f64>(hazard, 24), move0) : left0
    const moving1 = moves ? f64x2.mul(v128.load_splat<f64>(hazard, 24), move1) : left1
    const all0 = moves ? f64x2.add(leaving0, moving0) : leaving0
    const all1 = moves ? f64x2.add(leaving1, moving1) : leaving1
    let per0: v128
    let per1: v128
    if (v128.any_true(f64x2.gt(f64x2.pmax(all0, all1), f64x2.splat(LOW_HAZARD)))) {
      per0 = exitPerHazard(all0)
      per1 = exitPerHazard(all1)
    } else {
      per0 = exitPerHazardLow(all0)
      per1 = exitPerHazardLow(all1)
    }
    const people0 = v128.load(people)
    const people1 = v128.load(people, HIGH)
    v128.store(stay, f64x2.mul(remain, f64x2.sub(f64x2.splat(1), f64x2.mul(per0, all0))))
    v128.store(stay, f64x2.mul(remain, f64x2.sub(f64x2.splat(1), f64x2.mul(per1, all1))), HIGH)
    left0 = f64x2.add(left0, f64x2.mul(people0, f64x2.mul(per0, leaving0)))
    left1 = f64x2.add(left1, f64x2.mul(people1, f64x2.mul(per1, leaving1)))
    if (moves) {
      const away0 = f64x2.mul(per0, moving0)
      const away1 = f64x2.mul(per1, moving1)
      v128.store(away, away0)
      v128.store(away, away1, HIGH)
      gone0 = f64x2.add(gone0, f64x2.mul(people0, away0))
      gone1 = f64x2.add(gone1, f64x2.mul(people1, away1))
    }
    hazard += 32
    stay += WIDE
    away += WIDE
  }
  const year = task.results + y * task.storedRows * task.row
  const leavers = year + (LEAVERS * task.occupations + o) * task.row
  v128.store(leavers, left0)
  v128.store(leavers, left1, HIGH)
  if (moves) {
    const movers = year + load<usize>(task.movesOutRow + (o << 2))
    v128.store(movers, gone0)
    v128.store(movers, gone1, HIGH)
  }
}

/** Hazard of leaving the model's workforce: for other work or none, retiring, illness. */
@inline
function leaving(hazard: usize, leave: v128, retire: v128, ill: v128): v128 {
  return f64x2.add(
    f64x2.mul(v128.load_splat<f64>(hazard), leave),
    f64x2.add(
      f64x2.mul(v128.load_splat<f64>(hazard, 8), retire),
      f64x2.mul(v128.load_splat<f64>(hazard, 16), ill),
    ),
  )
}

/**
 * People of occupation o who stay and who move away, by the band they are in a year later: those of a
 * band's last age have gone up to the next. Lets the posts be filled before the people are aged one by one.
 */
export function carry(task: Task, o: usize): void {
  const bands = task.bands
  const moves = load<usize>(task.movesAway + (o << 2))
  for (let s: usize = 0; s < SEXES; s++) {
    const cohort = o * SEXES + s
    if (moves) {
      carryHalf(task, cohort, cohort * bands * WIDE, bands, 0, true)
      carryHalf(task, cohort, cohort * bands * WIDE, bands, HIGH, true)
    } else {
      carryHalf(task, cohort, cohort * bands * WIDE, bands, 0, false)
      carryHalf(task, cohort, cohort * bands * WIDE, bands, HIGH, false)
    }
  }
}

@inline
function carryHalf(task: Task, cohort: usize, first: usize, bands: usize, side: usize, moves: bool): void {
  const state = task.state + cohort * COHORT + side
  let at = first + side
  let stayedUp = f64x2.splat(0)
  let movedUp = f64x2.splat(0)
  for (let b: usize = 1; b < bands; b++) {
    const lastAge = v128.load(state + (load<usize>(task.bandStart + (b << 2)) - 1) * WIDE)
    // The band's sum and its last age are rounded apart: never let their difference fall below 0.
    const younger = f64x2.pmax(f64x2.splat(0), f64x2.sub(v128.load(task.bandHeads + at), lastAge))
    const stay = v128.load(task.stay + at)
    v128.store(task.stayed + at, f64x2.add(stayedUp, f64x2.mul(younger, stay)))
    stayedUp = f64x2.mul(lastAge, stay)
    if (moves) {
      const away = v128.load(task.away + at)
      v128.store(task.moved + at, f64x2.add(movedUp, f64x2.mul(younger, away)))
      movedUp = f64x2.mul(lastAge, away)
    }
    at += WIDE
  }
  // Nobody leaves the last band by ageing.
  const oldest = v128.load(task.bandHeads + at)
  v128.store(task.stayed + at, f64x2.add(stayedUp, f64x2.mul(oldest, v128.load(task.stay + at))))
  if (moves) v128.store(task.moved + at, f64x2.add(movedUp, f64x2.mul(oldest, v128.load(task.away + at))))
}
