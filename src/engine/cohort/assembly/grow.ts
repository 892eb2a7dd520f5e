import {
  AGES,
  COHORT,
  FACTOR_FILL,
  FACTOR_INTERNATIONAL,
  FACTOR_RETURNING,
  FACTOR_TRAINING,
  FTE_AT_WORK,
  HIGH,
  JOINERS,
  OccupationTable,
  SEXES,
  STORED,
  SUPPLY_FTE,
  SUPPLY_HEADS,
  Task,
  WIDE,
  YEAR_FACTORS,
} from './task'

/** Bytes of the table of one occupation, and of one age in `Task.cells`. */
const TABLE: usize = offsetof<OccupationTable>()
const CELL: usize = 32

/** Brings occupation o from 31 March of year y to the next: stayers, moves in, joiners. */
export function grow(task: Task, y: usize, o: usize): void {
  for (let s: usize = 0; s < SEXES; s++) {
    const cohort = o * SEXES + s
    age(task, cohort)
    const last: usize = load<usize>(task.moveStart + ((o + 1) << 2))
    for (let m: usize = load<usize>(task.moveStart + (o << 2)); m < last; m++) moveIn(task, cohort, m, s)
  }
  join(task, y, o)
}

/** Stayers, a year older; the oldest age collects the two oldest. */
function age(task: Task, cohort: usize): void {
  let from = task.state + cohort * COHORT
  let to = task.nextState + cohort * COHORT
  let stay = task.stay + cohort * task.bands * WIDE
  v128.store(to, f64x2.splat(0))
  v128.store(to, f64x2.splat(0), HIGH)
  const start = task.bandStart
  const end = task.state + cohort * COHORT
  for (let b: usize = 1; b < task.bands; b++) {
    const stop = end + load<usize>(start + (b << 2)) * WIDE
    const low = v128.load(stay)
    const high = v128.load(stay, HIGH)
    for (; from < stop; from += WIDE) {
      v128.store(to, f64x2.mul(v128.load(from), low), WIDE)
      v128.store(to, f64x2.mul(v128.load(from, HIGH), high), WIDE + HIGH)
      to += WIDE
    }
    stay += WIDE
  }
  addTo(to, f64x2.mul(v128.load(from), v128.load(stay)))
  addTo(to + HIGH, f64x2.mul(v128.load(from, HIGH), v128.load(stay, HIGH)))
}

/** Adds the people of one move: a share of those who move away from its origin, a year older. */
function moveIn(task: Task, cohort: usize, m: usize, s: usize): void {
  const origin: usize = load<usize>(task.moveFrom + (m << 2)) * SEXES + s
  const share = v128.load_splat<f64>(task.moveShare + (m << 3))
  const first = task.state + origin * COHORT
  let from = first
  let to = task.nextState + cohort * COHORT
  let away = task.moveAway + origin * task.bands * WIDE
  for (let b: usize = 1; b < task.bands; b++) {
    const stop = first + load<usize>(task.bandStart + (b << 2)) * WIDE
    const low = f64x2.mul(v128.load(away), share)
    const high = f64x2.mul(v128.load(away, HIGH), share)
    for (; from < stop; from += WIDE) {
      addTo(to + WIDE, f64x2.mul(v128.load(from), low))
      addTo(to + WIDE + HIGH, f64x2.mul(v128.load(from, HIGH), high))
      to += WIDE
    }
    away += WIDE
  }
  addTo(to, f64x2.mul(v128.load(from), f64x2.mul(v128.load(away), share)))
  addTo(to + HIGH, f64x2.mul(v128.load(from, HIGH), f64x2.mul(v128.load(away, HIGH), share)))
}

@inline
function addTo(at: usize, value: v128): void {
  v128.store(at, f64x2.add(v128.load(at), value))
}

/** Joiners of the year by every route, the posts that open recruitment fills among them. */
function join(task: Task, y: usize, o: usize): void {
  const table = changetype<OccupationTable>(task.occupationTable + o * TABLE)
  const factor = task.factors + (y * task.occupations + o) * YEAR_FACTORS * WIDE
  const first = o * SEXES * COHORT
  const cell = task.cells + o * SEXES * AGES * CELL

  let fteLow = f64x2.splat(0)
  let fteHigh = f64x2.splat(0)
  let at = task.nextState + first
  let fte = cell + 24
  const end = at + SEXES * COHORT
  for (; at < end; at += WIDE) {
    const each = v128.load_splat<f64>(fte)
    fteLow = f64x2.add(fteLow, f64x2.mul(v128.load(at), each))
    fteHigh = f64x2.add(fteHigh, f64x2.mul(v128.load(at, HIGH), each))
    fte += CELL
  }

  joinHalf(task, y, o, table, factor, fteLow, 0)
  joinHalf(task, y, o, table, factor, fteHigh, HIGH)
}

@inline
function joinHalf(task: Task, y: usize, o: usize, table: OccupationTable, factor: usize, aged: v128, side: usize): void {
  const training = times(table.training, factor + FACTOR_TRAINING * WIDE + side)
  const international = times(table.international, factor + FACTOR_INTERNATIONAL * WIDE + side)
  let open = times(table.returners, factor + FACTOR_RETURNING * WIDE + side)
  let fte = f64x2.add(
    aged,
    f64x2.add(
      f64x2.mul(training, f64x2.splat(table.fteTraining)),
      f64x2.add(
        f64x2.mul(international, f64x2.splat(table.fteInternational)),
        f64x2.mul(open, f64x2.splat(table.fteOpen)),
      ),
    ),
  )
  if (table.fill > 0) {
    const one = f64x2.splat(1)
    const share = f64x2.pmin(one, times(table.fill, factor + FACTOR_FILL * WIDE + side))
    const reach = f64x2.pmin(one, f64x2.mul(share, v128.load_splat<f64>(task.pool + ((y + 1) << 3))))
    const unfilled = f64x2.pmax(f64x2.splat(0), f64x2.sub(funded(task, y + 1, o, side), fte))
    const recruits = f64x2.mul(f64x2.mul(reach, unfilled), f64x2.splat(table.headsPerFte))
    open = f64x2.add(open, recruits)
    fte = f64x2.add(fte, f64x2.mul(recruits, f64x2.splat(table.fteOpen)))
  }

  let people = f64x2.splat(0)
  let at = task.nextState + o * SEXES * COHORT + side
  let cell = task.cells + o * SEXES * AGES * CELL
  let bandHeads = task.bandHeads + o * SEXES * task.bands * WIDE + side
  for (let s: usize = 0; s < SEXES; s++) {
    const first = at
    for (let b: usize = 1; b <= task.bands; b++) {
      const stop = first + load<usize>(task.bandStart + (b << 2)) * WIDE
      let sum = f64x2.splat(0)
      for (; at < stop; at += WIDE) {
        const joiners = f64x2.add(
          f64x2.add(
            f64x2.mul(v128.load_splat<f64>(cell), training),
            f64x2.mul(v128.load_splat<f64>(cell, 8), international),
          ),
          f64x2.mul(v128.load_splat<f64>(cell, 16), open),
        )
        const heads = f64x2.add(v128.load(at), joiners)
        v128.store(at, heads)
        sum = f64x2.add(sum, heads)
        cell += CELL
      }
      v128.store(bandHeads, sum)
      people = f64x2.add(people, sum)
      bandHeads += WIDE
    }
  }

  const result = task.results + (y * STORED * task.occupations + o) * task.row + side
  const measure = task.occupations * task.row
  v128.store(result + SUPPLY_HEADS * measure, people)
  v128.store(result + SUPPLY_FTE * measure, fte)
  const attendance = v128.load(task.attendance + (y + 1) * WIDE + side)
  v128.store(result + FTE_AT_WORK * measure, f64x2.mul(fte, attendance))
  v128.store(result + JOINERS * measure, f64x2.add(f64x2.add(training, international), open))
}

@inline
function times(constant: f64, at: usize): v128 {
  return f64x2.mul(f64x2.splat(constant), v128.load(at))
}

/** Funded posts of occupation o in year t. */
@inline
function funded(task: Task, t: usize, o: usize, side: usize): v128 {
  const services = task.factors + (task.years * (task.occupations * YEAR_FACTORS + 1)) * WIDE
  const productivity = services + (task.years + 1) * task.services * WIDE
  let weight = task.posts + ((t * task.occupations + o) * task.services << 3)
  let service = services + t * task.services * WIDE + side
  let posts = f64x2.splat(0)
  for (let v: usize = 0; v < task.services; v++) {
    posts = f64x2.add(posts, f64x2.mul(v128.load_splat<f64>(weight), v128.load(service)))
    weight += 8
    service += WIDE
  }
  return f64x2.div(posts, v128.load(productivity + (t * task.occupations + o) * WIDE + side))
}
