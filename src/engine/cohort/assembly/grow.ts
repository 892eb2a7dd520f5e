import { MOST_SICKNESS, press } from './pressure'
import {
  AGES,
  AreaTable,
  COHORT,
  FACTOR_ADDED,
  FACTOR_FILL,
  FACTOR_INTERNATIONAL,
  FACTOR_PARTICIPATION,
  FACTOR_RETURNING,
  FACTOR_SICKNESS,
  FACTOR_TRAINING,
  FTE_AT_WORK,
  HIGH,
  JOINERS,
  ON_SICKNESS,
  OVER_55,
  OccupationTable,
  ROUTES,
  SEXES,
  SUPPLY_FTE,
  SUPPLY_HEADS,
  Task,
  WIDE,
  tableOf,
  workingFactor,
  yearFactor,
} from './task'

/** Brings occupation o from 31 March of year y to the next: stayers, moves in, joiners. */
export function grow(task: Task, y: usize, o: usize): void {
  const last: usize = load<usize>(task.moveStart + ((o + 1) << 2))
  // FTE at the base's FTE per head, until the year's comes in.
  let fte0 = stayedFte(task, o, 0)
  let fte1 = stayedFte(task, o, HIGH)
  for (let m: usize = load<usize>(task.moveStart + (o << 2)); m < last; m++) {
    fte0 = f64x2.add(fte0, movedFte(task, o, m, 0))
    fte1 = f64x2.add(fte1, movedFte(task, o, m, HIGH))
  }
  const table = tableOf(task, o)
  const training = yearFactor(task, y, o, FACTOR_TRAINING)
  const abroad = yearFactor(task, y, o, FACTOR_INTERNATIONAL)
  const trained = task.trained + o * WIDE
  const training0 = f64x2.mul(times(table.training, training), v128.load(trained))
  const training1 = f64x2.mul(times(table.training, training + HIGH), v128.load(trained, HIGH))
  const abroad0 = times(table.international, abroad)
  const abroad1 = times(table.international, abroad + HIGH)
  let other0 = others(task, table, y, o, 0)
  let other1 = others(task, table, y, o, HIGH)
  fte0 = f64x2.add(fte0, joinersFte(table, training0, abroad0, other0))
  fte1 = f64x2.add(fte1, joinersFte(table, training1, abroad1, other1))
  const participation = workingFactor(task, y + 1, o, FACTOR_PARTICIPATION)
  const perHead0 = v128.load(participation)
  const perHead1 = v128.load(participation, HIGH)
  if (table.fill > 0) {
    const recruits0 = recruits(task, table, y, o, fte0, perHead0, 0)
    const recruits1 = recruits(task, table, y, o, fte1, perHead1, HIGH)
    other0 = f64x2.add(other0, recruits0)
    other1 = f64x2.add(other1, recruits1)
    fte0 = f64x2.add(fte0, f64x2.mul(recruits0, f64x2.splat(table.fteOpen)))
    fte1 = f64x2.add(fte1, f64x2.mul(recruits1, f64x2.splat(table.fteOpen)))
  }

  // The first move is taken in the same breath, since most occupations have one.
  const move: usize = load<usize>(task.moveStart + (o << 2))
  for (let s: usize = 0; s < SEXES; s++) {
    const cohort = o * SEXES + s
    if (move < last)
      ageAndMoveIn(task, cohort, training0, training1, abroad0, abroad1, other0, other1, move)
    else age(task, cohort, training0, training1, abroad0, abroad1, other0, other1)
  }
  for (let m = move + 1; m < last; m++) moveIn(task, o, m)
  for (let m = move; m < last; m++) moveInBands(task, o, m)

  const year = task.results + y * task.storedRows * task.row
  const joiners0 = f64x2.add(f64x2.add(training0, abroad0), other0)
  const joiners1 = f64x2.add(f64x2.add(training1, abroad1), other1)
  const work0 = note(task, y + 1, o, year, f64x2.mul(fte0, perHead0), joiners0, 0)
  const work1 = note(task, y + 1, o, year, f64x2.mul(fte1, perHead1), joiners1, HIGH)
  if (y + 1 < task.years) press(task, o, work0, work1)
}

/** Returners, other recruits, and those who join through programmes. */
@inline
function others(task: Task, table: OccupationTable, y: usize, o: usize, side: usize): v128 {
  return f64x2.add(
    times(table.returners, yearFactor(task, y, o, FACTOR_RETURNING) + side),
    times(table.added, yearFactor(task, y, o, FACTOR_ADDED) + side),
  )
}

@inline
function times(constant: f64, at: usize): v128 {
  return f64x2.mul(f64x2.splat(constant), v128.load(at))
}

/** FTE of those who stayed in occupation o. */
@inline
function stayedFte(task: Task, o: usize, side: usize): v128 {
  return dot(task, o, task.stayed + o * SEXES * task.bands * WIDE + side)
}

/** FTE, in occupation o, of those who came by move m. */
@inline
function movedFte(task: Task, o: usize, m: usize, side: usize): v128 {
  const from = load<usize>(task.moveFrom + (m << 2))
  const moved = dot(task, o, task.moved + from * SEXES * task.bands * WIDE + side)
  return f64x2.mul(moved, v128.load_splat<f64>(task.moveShare + (m << 3)))
}

/** Heads by sex and band, from `heads` on, times the FTE per head of occupation o. */
@inline
function dot(task: Task, o: usize, heads: usize): v128 {
  const cells = SEXES * task.bands
  let participation = task.participation + ((o * cells) << 3)
  const end = participation + (cells << 3)
  let sum = f64x2.splat(0)
  for (; participation < end; participation += 8) {
    sum = f64x2.add(sum, f64x2.mul(v128.load(heads), v128.load_splat<f64>(participation)))
    heads += WIDE
  }
  return sum
}

@inline
function joinersFte(table: OccupationTable, training: v128, abroad: v128, other: v128): v128 {
  return f64x2.add(
    f64x2.mul(training, f64x2.splat(table.fteTraining)),
    f64x2.add(
      f64x2.mul(abroad, f64x2.splat(table.fteInternational)),
      f64x2.mul(other, f64x2.splat(table.fteOpen)),
    ),
  )
}

/** Heads recruited into the posts that `fte`, at the year's FTE per head, leaves open. */
@inline
function recruits(
  task: Task,
  table: OccupationTable,
  y: usize,
  o: usize,
  fte: v128,
  perHead: v128,
  side: usize,
): v128 {
  const one = f64x2.splat(1)
  const place = v128.load(task.place + y * task.placeRows * WIDE + task.placeFill + side)
  const fill = f64x2.mul(times(table.fill, yearFactor(task, y, o, FACTOR_FILL) + side), place)
  const pool = f64x2.mul(v128.load_splat<f64>(task.pool + ((y + 1) << 3)), v128.load(task.carePool + side))
  const reach = f64x2.pmin(one, f64x2.mul(f64x2.pmin(one, fill), pool))
  const funded = v128.load(task.posts + (o * 2 + 1) * WIDE + side)
  const unfilled = f64x2.pmax(f64x2.splat(0), f64x2.sub(funded, f64x2.mul(fte, perHead)))
  return f64x2.div(f64x2.mul(f64x2.mul(reach, unfilled), f64x2.splat(table.headsPerFte)), perHead)
}

/** Stayers of an occupation and sex, a year older, and joiners. */
function age(
  task: Task,
  cohort: usize,
  training0: v128,
  training1: v128,
  abroad0: v128,
  abroad1: v128,
  other0: v128,
  other1: v128,
): void {
  ageWith(task, cohort, training0, training1, abroad0, abroad1, other0, other1, false, 0, 0)
}

/** The same, with the people of move m. */
function ageAndMoveIn(
  task: Task,
  cohort: usize,
  training0: v128,
  training1: v128,
  abroad0: v128,
  abroad1: v128,
  other0: v128,
  other1: v128,
  m: usize,
): void {
  const origin = load<usize>(task.moveFrom + (m << 2)) * SEXES + (cohort & 1)
  ageWith(task, cohort, training0, training1, abroad0, abroad1, other0, other1, true, origin, m)
}

/**
 * Stayers a year older, joiners, and those who move in where `moves`; the oldest age collects the two oldest.
 * Notes the heads of each band but for those who move in.
 */
@inline
function ageWith(
  task: Task,
  cohort: usize,
  training0: v128,
  training1: v128,
  abroad0: v128,
  abroad1: v128,
  other0: v128,
  other1: v128,
  moves: bool,
  origin: usize,
  m: usize,
): void {
  const bands = task.bands
  let joiners = task.joiners + cohort * AGES * ROUTES
  let routes = task.everyRoute + ((cohort * bands) << 2)
  let from = task.state + cohort * COHORT
  let to = task.nextState + cohort * COHORT
  let stay = task.stay + cohort * bands * WIDE
  let bandHeads = task.bandHeads + cohort * bands * WIDE
  let mover = task.state + origin * COHORT
  let away = task.away + origin * bands * WIDE
  const share = moves ? v128.load_splat<f64>(task.moveShare + (m << 3)) : f64x2.splat(0)
  const first = from
  // People of an age but for those who move in, and these.
  let own0 = joined(joiners, training0, abroad0, other0)
  let own1 = joined(joiners, training1, abroad1, other1)
  let came0 = f64x2.splat(0)
  let came1 = f64x2.splat(0)
  let sum0 = own0
  let sum1 = own1
  v128.store(to, own0)
  v128.store(to, own1, HIGH)
  for (let b: usize = 1; ; b++) {
    const stay0 = v128.load(stay)
    const stay1 = v128.load(stay, HIGH)
    const come0 = moves ? f64x2.mul(v128.load(away), share) : share
    const come1 = moves ? f64x2.mul(v128.load(away, HIGH), share) : share
    const last = first + (load<usize>(task.bandStart + (b << 2)) - 1) * WIDE
    if (load<usize>(routes))
      for (; from < last; from += WIDE) {
        joiners += ROUTES
        to += WIDE
        own0 = f64x2.add(f64x2.mul(v128.load(from), stay0), joined(joiners, training0, abroad0, other0))
        own1 = f64x2.add(f64x2.mul(v128.load(from, HIGH), stay1), joined(joiners, training1, abroad1, other1))
        sum0 = f64x2.add(sum0, own0)
        sum1 = f64x2.add(sum1, own1)
        if (moves) {
          came0 = f64x2.mul(v128.load(mover), come0)
          came1 = f64x2.mul(v128.load(mover, HIGH), come1)
          mover += WIDE
        }
        v128.store(to, moves ? f64x2.add(own0, came0) : own0)
        v128.store(to, moves ? f64x2.add(own1, came1) : own1, HIGH)
      }
    else
      for (; from < last; from += WIDE) {
        joiners += ROUTES
        to += WIDE
        const joining = v128.load_splat<f64>(joiners, 16)
        own0 = f64x2.add(f64x2.mul(v128.load(from), stay0), f64x2.mul(joining, other0))
        own1 = f64x2.add(f64x2.mul(v128.load(from, HIGH), stay1), f64x2.mul(joining, other1))
        sum0 = f64x2.add(sum0, own0)
        sum1 = f64x2.add(sum1, own1)
        if (moves) {
          came0 = f64x2.mul(v128.load(mover), come0)
          came1 = f64x2.mul(v128.load(mover, HIGH), come1)
          mover += WIDE
        }
        v128.store(to, moves ? f64x2.add(own0, came0) : own0)
        v128.store(to, moves ? f64x2.add(own1, came1) : own1, HIGH)
      }
    const last0 = f64x2.mul(v128.load(from), stay0)
    const last1 = f64x2.mul(v128.load(from, HIGH), stay1)
    const cameLast0 = moves ? f64x2.mul(v128.load(mover), come0) : share
    const cameLast1 = moves ? f64x2.mul(v128.load(mover, HIGH), come1) : share
    if (b == bands) {
      // The oldest stay at the oldest age.
      own0 = f64x2.add(own0, last0)
      own1 = f64x2.add(own1, last1)
      v128.store(to, moves ? f64x2.add(f64x2.add(own0, came0), cameLast0) : own0)
      v128.store(to, moves ? f64x2.add(f64x2.add(own1, came1), cameLast1) : own1, HIGH)
      v128.store(bandHeads, f64x2.add(sum0, last0))
      v128.store(bandHeads, f64x2.add(sum1, last1), HIGH)
      return
    }
    v128.store(bandHeads, sum0)
    v128.store(bandHeads, sum1, HIGH)
    // The last age of the band goes up to the next.
    joiners += ROUTES
    to += WIDE
    from += WIDE
    routes += 4
    stay += WIDE
    bandHeads += WIDE
    own0 = f64x2.add(last0, joined(joiners, training0, abroad0, other0))
    own1 = f64x2.add(last1, joined(joiners, training1, abroad1, other1))
    if (moves) {
      came0 = cameLast0
      came1 = cameLast1
      mover += WIDE
      away += WIDE
    }
    v128.store(to, moves ? f64x2.add(own0, came0) : own0)
    v128.store(to, moves ? f64x2.add(own1, came1) : own1, HIGH)
    sum0 = own0
    sum1 = own1
  }
}

/** Joiners of one age by every route. */
@inline
function joined(at: usize, training: v128, abroad: v128, other: v128): v128 {
  return f64x2.add(
    f64x2.add(
      f64x2.mul(v128.load_splat<f64>(at), training),
      f64x2.mul(v128.load_splat<f64>(at, 8), abroad),
    ),
    f64x2.mul(v128.load_splat<f64>(at, 16), other),
  )
}

/** Adds the people of move m to occupation o: a share of those who move away from its origin, a year older. */
function moveIn(task: Task, o: usize, m: usize): void {
  const origin = load<usize>(task.moveFrom + (m << 2))
  const share = v128.load_splat<f64>(task.moveShare + (m << 3))
  const bands = task.bands
  for (let s: usize = 0; s < SEXES; s++) {
    const cohort = o * SEXES + s
    const source = origin * SEXES + s
    const first = task.state + source * COHORT
    let from = first
    let to = task.nextState + cohort * COHORT
    let away = task.away + source * bands * WIDE
    for (let b: usize = 1; b <= bands; b++) {
      const stop = first + min(load<usize>(task.bandStart + (b << 2)), AGES - 1) * WIDE
      const come0 = f64x2.mul(v128.load(away), share)
      const come1 = f64x2.mul(v128.load(away, HIGH), share)
      for (; from < stop; from += WIDE) {
        to += WIDE
        addTo(to, f64x2.mul(v128.load(from), come0))
        addTo(to + HIGH, f64x2.mul(v128.load(from, HIGH), come1))
      }
      away += WIDE
    }
    away -= WIDE
    addTo(to, f64x2.mul(v128.load(from), f64x2.mul(v128.load(away), share)))
    addTo(to + HIGH, f64x2.mul(v128.load(from, HIGH), f64x2.mul(v128.load(away, HIGH), share)))
  }
}

/** Adds the people of move m to the heads by band, which are known already. */
function moveInBands(task: Task, o: usize, m: usize): void {
  const origin = load<usize>(task.moveFrom + (m << 2))
  const share = v128.load_splat<f64>(task.moveShare + (m << 3))
  const bands = task.bands
  let moved = task.moved + origin * SEXES * bands * WIDE
  let bandHeads = task.bandHeads + o * SEXES * bands * WIDE
  const end = moved + SEXES * bands * WIDE
  for (; moved < end; moved += HIGH) {
    addTo(bandHeads, f64x2.mul(v128.load(moved), share))
    bandHeads += HIGH
  }
}

@inline
function addTo(at: usize, value: v128): void {
  v128.store(at, f64x2.add(v128.load(at), value))
}

/** Notes how the year ended for occupation o. @returns FTE at work */
@inline
function note(task: Task, t: usize, o: usize, year: usize, fte: v128, joiners: v128, side: usize): v128 {
  const area = changetype<AreaTable>(task.area)
  let rate = f64x2.mul(
    f64x2.mul(f64x2.splat(area.sickness), v128.load(task.sickness + t * WIDE + side)),
    v128.load(workingFactor(task, t, o, FACTOR_SICKNESS) + side),
  )
  if (load<usize>(task.pressed + (o << 2)) & ON_SICKNESS)
    rate = f64x2.mul(rate, v128.load(task.feedback + (o * 3 + 1) * WIDE + side))
  const attendance = f64x2.sub(f64x2.splat(1), f64x2.min(f64x2.splat(MOST_SICKNESS), rate))
  const scale = v128.load_splat<f64>(task.workScale + ((t * task.occupations + o) << 3))
  const work = f64x2.mul(fte, f64x2.mul(attendance, scale))
  const hours = load<f64>(task.formalHours + (o << 3))
  if (hours > 0) addTo(task.paidHours + side, f64x2.mul(work, f64x2.splat(hours)))
  const measure = task.occupations * task.row
  const result = year + o * task.row
  const vacant = year + load<usize>(task.vacantRow + (o << 2))
  const funded = v128.load(task.posts + (o * 2 + 1) * WIDE + side)
  v128.store(result + SUPPLY_HEADS * measure + side, sumHeads(task, o, 0, side))
  v128.store(result + SUPPLY_FTE * measure + side, fte)
  v128.store(result + FTE_AT_WORK * measure + side, work)
  v128.store(result + JOINERS * measure + side, joiners)
  v128.store(result + OVER_55 * measure + side, sumHeads(task, o, task.band55, side))
  v128.store(vacant + side, f64x2.pmax(f64x2.splat(0), f64x2.sub(funded, fte)))
  return work
}

/** Heads of occupation o from a band up. */
@inline
function sumHeads(task: Task, o: usize, band: usize, side: usize): v128 {
  let sum = f64x2.splat(0)
  for (let s: usize = 0; s < SEXES; s++) {
    const first = task.bandHeads + (o * SEXES + s) * task.bands * WIDE + side
    const end = first + task.bands * WIDE
    for (let at = first + band * WIDE; at < end; at += WIDE) sum = f64x2.add(sum, v128.load(at))
  }
  return sum
}
