import { exitShare } from './exit-share'
import {
  FACTOR_ILL,
  FACTOR_LEAVE,
  FACTOR_RETIRE,
  HIGH,
  LEAVERS,
  MOVES_OUT,
  SEXES,
  STORED,
  Task,
  WIDE,
  YEAR_FACTORS,
} from './task'

/** Below every hazard that matters: keeps 0 / 0 out, and lets a hazard of 0 give a share of 0. */
const TINY: f64 = 1e-300

/**
 * Competing ways out of every occupation in year y: writes the shares that stay and that move away,
 * by band, and the people who leave and move. Within a band the shares are equal, so the people are
 * counted by band, not by age.
 */
export function exits(task: Task, y: usize): void {
  const factors = task.factors + (y * task.occupations) * YEAR_FACTORS * WIDE
  const mobility = task.factors + (task.years * task.occupations * YEAR_FACTORS + y) * WIDE
  for (let o: usize = 0; o < task.occupations; o++) {
    const factor = factors + o * YEAR_FACTORS * WIDE
    const result = task.results + (y * STORED * task.occupations + o) * task.row
    const leavers = result + LEAVERS * task.occupations * task.row
    const movers = result + MOVES_OUT * task.occupations * task.row
    half(task, o, factor, mobility, leavers, movers, 0)
    half(task, o, factor, mobility, leavers, movers, HIGH)
  }
}

/** The same for one vector of draws, `side` bytes into the lanes. */
@inline
function half(task: Task, o: usize, factor: usize, mobility: usize, leavers: usize, movers: usize, side: usize): void {
  const leave = v128.load(factor + FACTOR_LEAVE * WIDE + side)
  const retire = v128.load(factor + FACTOR_RETIRE * WIDE + side)
  const ill = v128.load(factor + FACTOR_ILL * WIDE + side)
  const move = v128.load(mobility + side)
  const first = o * SEXES * task.bands
  let hazard = task.hazards + (first << 5)
  let wide = first * WIDE + side
  let left = f64x2.splat(0)
  let moved = f64x2.splat(0)
  for (let n = SEXES * task.bands; n > 0; n--) {
    const leaving = f64x2.add(
      f64x2.mul(v128.load_splat<f64>(hazard), leave),
      f64x2.add(
        f64x2.mul(v128.load_splat<f64>(hazard, 8), retire),
        f64x2.mul(v128.load_splat<f64>(hazard, 16), ill),
      ),
    )
    const moving = f64x2.mul(v128.load_splat<f64>(hazard, 24), move)
    const all = f64x2.add(leaving, moving)
    const share = exitShare(all)
    const perHazard = f64x2.div(share, f64x2.pmax(f64x2.splat(TINY), all))
    const away = f64x2.mul(perHazard, moving)
    const people = v128.load(task.bandHeads + wide)
    v128.store(task.stay + wide, f64x2.sub(f64x2.splat(1), share))
    v128.store(task.moveAway + wide, away)
    left = f64x2.add(left, f64x2.mul(people, f64x2.mul(perHazard, leaving)))
    moved = f64x2.add(moved, f64x2.mul(people, away))
    hazard += 32
    wide += WIDE
  }
  v128.store(leavers + side, left)
  v128.store(movers + side, moved)
}
