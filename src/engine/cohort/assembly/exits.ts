import { exitPerHazard, exitPerHazardLow } from './exit-share'
import {
  AWAY,
  BAND,
  BAND_TABLE,
  CARRIED,
  COHORT,
  FACTOR_ILL,
  FACTOR_LEAVE,
  FACTOR_MOVE,
  FACTOR_RETIRE,
  HEADS,
  HIGH,
  LEAVERS,
  MOVED,
  ON_LEAVING,
  SEXES,
  STAY,
  TABLE_FTE,
  TABLE_ILL,
  TABLE_LEAVE,
  TABLE_MOVE,
  TABLE_RETIRE,
  Task,
  WIDE,
  yearFactor,
} from './task'

/**
 * Competing ways out of occupation o in year y: the shares that stay and that move away, the people who
 * leave and move, and those who stay and who move away by the band they are in a year later, those of a
 * band's last age having gone up to the next. Within a band the shares are equal, so people are counted by
 * band, not by age, which lets posts be filled before people are aged one by one.
 */
export function exits(task: Task, y: usize, o: usize): void {
  const year = task.results + y * task.storedRows * task.row
  const leavers = year + (LEAVERS * task.occupations + o) * task.row
  if (load<usize>(task.movesAway + (o << 2)))
    exitsAndMoves(task, y, o, leavers, year + load<usize>(task.movesOutRow + (o << 2)))
  else exitsAlone(task, y, o, leavers)
}

function exitsAndMoves(task: Task, y: usize, o: usize, leavers: usize, movers: usize): void {
  exitsOf(task, y, o, leavers, movers, 0, true)
  exitsOf(task, y, o, leavers, movers, HIGH, true)
}

/** The same where nobody moves away. */
function exitsAlone(task: Task, y: usize, o: usize, leavers: usize): void {
  exitsOf(task, y, o, leavers, 0, 0, false)
  exitsOf(task, y, o, leavers, 0, HIGH, false)
}

/** One vector of the draws: with both, what is at hand wouldn't fit the registers. */
@inline
function exitsOf(
  task: Task,
  y: usize,
  o: usize,
  leavers: usize,
  movers: usize,
  side: usize,
  moves: bool,
): void {
  const place = task.place + y * task.placeRows * WIDE + task.placeLeave + side
  const retire = v128.load(yearFactor(task, y, o, FACTOR_RETIRE) + side)
  const ill = v128.load(yearFactor(task, y, o, FACTOR_ILL) + side)
  const mobility = v128.load(yearFactor(task, y, o, FACTOR_MOVE) + side)
  let leave = f64x2.mul(v128.load(yearFactor(task, y, o, FACTOR_LEAVE) + side), v128.load(place))
  if (load<usize>(task.pressed + (o << 2)) & ON_LEAVING)
    leave = f64x2.mul(leave, v128.load(task.feedback + o * 3 * WIDE + side))
  // The residual flow comes to, or goes from, those who stay.
  const remain = v128.load_splat<f64>(task.stayFactor + ((y * task.occupations + o) << 3))
  const none = f64x2.splat(0)
  const series = task.exitSeries
  const bands = task.bands
  let table = task.bandTable + o * SEXES * bands * BAND_TABLE
  let band = task.bandState + o * SEXES * bands * BAND
  let left = none
  let gone = none
  let fte = none
  for (let s: usize = 0; s < SEXES; s++) {
    const beforeFirst = task.state + (o * SEXES + s) * COHORT - WIDE + side
    let stayedUp = none
    let movedUp = none
    for (let b: usize = 1; b <= bands; b++) {
      const leaving = f64x2.add(
        f64x2.mul(v128.load_splat<f64>(table, TABLE_LEAVE), leave),
        f64x2.add(
          f64x2.mul(v128.load_splat<f64>(table, TABLE_RETIRE), retire),
          f64x2.mul(v128.load_splat<f64>(table, TABLE_ILL), ill),
        ),
      )
      const moving = moves ? f64x2.mul(v128.load_splat<f64>(table, TABLE_MOVE), mobility) : none
      const all = moves ? f64x2.add(leaving, moving) : leaving
      const per = v128.any_true(f64x2.gt(all, v128.load(series)))
        ? exitPerHazard(all)
        : exitPerHazardLow(all, series)
      const stay = f64x2.mul(remain, f64x2.sub(f64x2.splat(1), f64x2.mul(per, all)))
      v128.store(band + side, stay, STAY)
      const people = v128.load(band + side, HEADS)
      left = f64x2.add(left, f64x2.mul(people, f64x2.mul(per, leaving)))
      // Nobody leaves the last band by ageing.
      const last = b < bands ? v128.load(beforeFirst + load<usize>(task.bandStart + (b << 2)) * WIDE) : none
      // The band's sum and its last age are rounded apart: never let their difference fall below 0.
      const younger = f64x2.pmax(none, f64x2.sub(people, last))
      const carried = f64x2.add(stayedUp, f64x2.mul(younger, stay))
      stayedUp = f64x2.mul(last, stay)
      v128.store(band + side, carried, CARRIED)
      fte = f64x2.add(fte, f64x2.mul(carried, v128.load_splat<f64>(table, TABLE_FTE)))
      if (moves) {
        const away = f64x2.mul(per, moving)
        v128.store(band + side, away, AWAY)
        gone = f64x2.add(gone, f64x2.mul(people, away))
        v128.store(band + side, f64x2.add(movedUp, f64x2.mul(younger, away)), MOVED)
        movedUp = f64x2.mul(last, away)
      }
      table += BAND_TABLE
      band += BAND
    }
  }
  v128.store(task.stayedFte + o * WIDE + side, fte)
  v128.store(leavers + side, left)
  if (moves) v128.store(movers + side, gone)
}
