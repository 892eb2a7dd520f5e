import { growOlder } from './ages'
import { MOST_SICKNESS, press } from './pressure'
import {
  AreaTable,
  BAND,
  BAND_TABLE,
  CARRIED,
  FACTOR_ADDED,
  FACTOR_FILL,
  FACTOR_INTERNATIONAL,
  FACTOR_PARTICIPATION,
  FACTOR_RETURNING,
  FACTOR_SICKNESS,
  FACTOR_TRAINING,
  FTE_AT_WORK,
  HEADS,
  HIGH,
  JOINERS,
  MOVED,
  ON_SICKNESS,
  OVER_55,
  OccupationTable,
  SEXES,
  SUPPLY_FTE,
  SUPPLY_HEADS,
  TABLE_FTE,
  TABLE_INTERNATIONAL,
  TABLE_OPEN,
  TABLE_TRAINING,
  Task,
  WIDE,
  tableOf,
  workingFactor,
  yearFactor,
} from './task'

/** Brings occupation o from 31 March of year y to the next: stayers, moves in, joiners. */
export function grow(task: Task, y: usize, o: usize): void {
  const first: usize = load<usize>(task.moveStart + (o << 2))
  const last: usize = load<usize>(task.moveStart + ((o + 1) << 2))
  const table = tableOf(task, o)
  // FTE at the base's FTE per head, until the year's comes in.
  const kept = task.stayedFte + o * WIDE
  for (let m = first; m < last; m++) comeByBand(task, o, m, kept)
  let fte0 = v128.load(kept)
  let fte1 = v128.load(kept, HIGH)
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
  v128.store(task.joining, other0)
  v128.store(task.joining, other1, HIGH)
  v128.store(task.joining, abroad0, WIDE)
  v128.store(task.joining, abroad1, WIDE + HIGH)
  v128.store(task.joining, training0, 2 * WIDE)
  v128.store(task.joining, training1, 2 * WIDE + HIGH)
  growOlder(task, o)

  const year = task.results + y * task.storedRows * task.row
  countBands(task, o, year, 0)
  countBands(task, o, year, HIGH)
  const joiners0 = f64x2.add(f64x2.add(training0, abroad0), other0)
  const joiners1 = f64x2.add(f64x2.add(training1, abroad1), other1)
  const work0 = note(task, y + 1, o, year, f64x2.mul(fte0, perHead0), joiners0, 0)
  const work1 = note(task, y + 1, o, year, f64x2.mul(fte1, perHead1), joiners1, HIGH)
  if (y + 1 < task.years) press(task, o, work0, work1)
}

/** Adds those who come to occupation o by move m to the heads by band, and their FTE to what `fte` points at. */
function comeByBand(task: Task, o: usize, m: usize, fte: usize): void {
  const origin = load<usize>(task.moveFrom + (m << 2))
  const share = v128.load_splat<f64>(task.moveShare + (m << 3))
  const cells = SEXES * task.bands
  let table = task.bandTable + o * cells * BAND_TABLE
  let from = task.bandState + origin * cells * BAND
  let to = task.bandState + o * cells * BAND
  const end = to + cells * BAND
  let fte0 = v128.load(fte)
  let fte1 = v128.load(fte, HIGH)
  for (; to < end; to += BAND) {
    const came0 = f64x2.mul(v128.load(from, MOVED), share)
    const came1 = f64x2.mul(v128.load(from, MOVED + HIGH), share)
    const perHead = v128.load_splat<f64>(table, TABLE_FTE)
    v128.store(to, f64x2.add(v128.load(to, CARRIED), came0), CARRIED)
    v128.store(to, f64x2.add(v128.load(to, CARRIED + HIGH), came1), CARRIED + HIGH)
    fte0 = f64x2.add(fte0, f64x2.mul(came0, perHead))
    fte1 = f64x2.add(fte1, f64x2.mul(came1, perHead))
    table += BAND_TABLE
    from += BAND
  }
  v128.store(fte, fte0)
  v128.store(fte, fte1, HIGH)
}

/** Heads of occupation o by band at the end of the year, joiners among them; notes all of them and those aged 55 and over. */
@inline
function countBands(task: Task, o: usize, year: usize, side: usize): void {
  const other = v128.load(task.joining + side)
  const abroad = v128.load(task.joining + side, WIDE)
  const training = v128.load(task.joining + side, 2 * WIDE)
  let table = task.bandTable + o * SEXES * task.bands * BAND_TABLE
  let band = task.bandState + o * SEXES * task.bands * BAND + side
  let younger = f64x2.splat(0)
  let older = f64x2.splat(0)
  for (let s: usize = 0; s < SEXES; s++)
    for (let b: usize = 0; b < task.bands; b++) {
      const joined = f64x2.add(
        f64x2.add(
          f64x2.mul(v128.load_splat<f64>(table, TABLE_OPEN), other),
          f64x2.mul(v128.load_splat<f64>(table, TABLE_INTERNATIONAL), abroad),
        ),
        f64x2.mul(v128.load_splat<f64>(table, TABLE_TRAINING), training),
      )
      const heads = f64x2.add(v128.load(band, CARRIED), joined)
      v128.store(band, heads, HEADS)
      if (b < task.band55) younger = f64x2.add(younger, heads)
      else older = f64x2.add(older, heads)
      table += BAND_TABLE
      band += BAND
    }
  const measure = task.occupations * task.row
  const result = year + o * task.row + side
  v128.store(result + SUPPLY_HEADS * measure, f64x2.add(younger, older))
  v128.store(result + OVER_55 * measure, older)
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
  if (hours > 0) {
    const paid = task.paidHours + side
    v128.store(paid, f64x2.add(v128.load(paid), f64x2.mul(work, f64x2.splat(hours))))
  }
  const measure = task.occupations * task.row
  const result = year + o * task.row
  const vacant = year + load<usize>(task.vacantRow + (o << 2))
  const funded = v128.load(task.posts + (o * 2 + 1) * WIDE + side)
  v128.store(result + SUPPLY_FTE * measure + side, fte)
  v128.store(result + FTE_AT_WORK * measure + side, work)
  v128.store(result + JOINERS * measure + side, joiners)
  v128.store(vacant + side, f64x2.pmax(f64x2.splat(0), f64x2.sub(funded, fte)))
  return work
}
