import { MoneyWeight, Publication } from './publication'

/**
 * Rows that need no simulation: each is the draw's factors, or stored rows, times constants of the area,
 * so regions and England follow from sums of the constants.
 */

/** Need and funded posts of every occupation in the year: [o][slot] each. `room` is as large as one of them. */
export function postRows(task: Publication, need: usize, funded: usize, room: usize): void {
  const bytes = task.slots << 3
  for (let o: usize = 0; o < task.occupations; o++) undividedRow(task, o, need + o * bytes, funded + o * bytes)
  if (!task.transfers) return
  const all = task.occupations * bytes
  memory.copy(room, need, all)
  for (let k: usize = 0; k < task.transfers; k++) transferRow(task, k, room, need)
  memory.copy(room, funded, all)
  for (let k: usize = 0; k < task.transfers; k++)
    if (follows(task, load<usize>(task.transferFrom + (k << 2))) && follows(task, load<usize>(task.transferTo + (k << 2))))
      transferRow(task, k, room, funded)
}

/** Whether an occupation's funded posts follow need. */
@inline
function follows(task: Publication, o: usize): bool {
  return isNaN(load<f64>(task.fundedGiven + (o << 3)))
}

function transferRow(task: Publication, k: usize, before: usize, after: usize): void {
  const bytes = task.slots << 3
  const from: usize = load<usize>(task.transferFrom + (k << 2)) * bytes
  const to: usize = load<usize>(task.transferTo + (k << 2)) * bytes
  const rate = v128.load_splat<f64>(task.transferRate + (k << 3))
  const share = task.transferShare + k * bytes
  for (let at: usize = 0; at < bytes; at += 16) {
    const relieved = f64x2.mul(v128.load(share + at), v128.load(before + from + at))
    v128.store(after + from + at, f64x2.sub(v128.load(after + from + at), relieved))
    v128.store(after + to + at, f64x2.add(v128.load(after + to + at), f64x2.mul(rate, relieved)))
  }
}

/** Need and funded posts of one occupation before the division of work. */
function undividedRow(task: Publication, o: usize, need: usize, funded: usize): void {
  const bytes = task.slots << 3
  const one = f64x2.splat(1)
  const first = (o * task.services) << 3
  const index = task.productivity + load<usize>(task.slotProductivityRow + (o << 2))
  const funding = task.funding + load<usize>(task.slotFundingRow + (o << 2))
  const firstUse: usize = load<usize>(task.useStart + (o << 2))
  const lastUse: usize = load<usize>(task.useStart + ((o + 1) << 2))
  const given = load<f64>(task.fundedGiven + (o << 3))
  for (let at: usize = 0; at < bytes; at += 16) {
    let needed = f64x2.splat(0)
    let unmet = f64x2.splat(0)
    let posts = f64x2.splat(0)
    for (let i = firstUse; i < lastUse; i++) {
      const v: usize = load<usize>(task.useService + (i << 2))
      const weight = first + (v << 3)
      const growth = v128.load(task.service + v * bytes + at)
      needed = f64x2.add(needed, f64x2.mul(growth, v128.load_splat<f64>(task.needWeight + weight)))
      unmet = f64x2.add(unmet, f64x2.mul(growth, v128.load_splat<f64>(task.unmetWeight + weight)))
      posts = f64x2.add(posts, f64x2.mul(growth, v128.load_splat<f64>(task.fundedWeight + weight)))
    }
    const productivity = v128.load(index + at)
    const extra = f64x2.mul(unmet, f64x2.sub(v128.load(task.unmet + o * bytes + at), one))
    v128.store(need + at, f64x2.div(f64x2.add(needed, extra), productivity))
    posts = isNaN(given) ? f64x2.div(posts, productivity) : f64x2.splat(given)
    v128.store(funded + at, f64x2.mul(posts, v128.load(funding + at)))
  }
}

/** Joiners from abroad [o][slot]. */
export function internationalRows(task: Publication, out: usize): void {
  const bytes = task.slots << 3
  for (let o: usize = 0; o < task.occupations; o++) {
    const share = v128.load_splat<f64>(task.internationalShare + (o << 3))
    const from = task.international + load<usize>(task.internationalRow + (o << 2))
    for (let at: usize = 0; at < bytes; at += 16)
      v128.store(out + o * bytes + at, f64x2.mul(v128.load(from + at), share))
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

/**
 * What the flows don't explain of one occupation's change in heads: the residual flow. Rows: heads at the
 * end and at the start, leavers, movers away, movers in, joiners [slot].
 */
export function residualRow(
  task: Publication,
  end: usize,
  start: usize,
  left: usize,
  away: usize,
  came: usize,
  joined: usize,
  out: usize,
): void {
  const bytes = task.slots << 3
  for (let at: usize = 0; at < bytes; at += 16) {
    const stayed = f64x2.sub(f64x2.sub(v128.load(start + at), v128.load(left + at)), v128.load(away + at))
    const arrived = f64x2.add(v128.load(came + at), v128.load(joined + at))
    v128.store(out + at, f64x2.sub(f64x2.sub(v128.load(end + at), arrived), stayed))
  }
}

/** Pay, temporary staff, policies and net cost of every occupation, [o][slot] each; 0 for joiners at the base. */
export function moneyRows(
  task: Publication,
  heads: usize,
  fte: usize,
  vacant: usize,
  joiners: usize,
  out: usize,
): void {
  const bytes = task.slots << 3
  const all = task.occupations * bytes
  for (let o: usize = 0; o < task.occupations; o++) {
    const weight = changetype<MoneyWeight>(task.moneyWeight + o * offsetof<MoneyWeight>())
    const pay = f64x2.splat(weight.pay)
    const temporary = f64x2.splat(weight.temporary)
    const perFte = f64x2.splat(weight.policyFte)
    const perHead = f64x2.splat(weight.policyHead)
    const perJoiner = f64x2.splat(weight.policyJoiner)
    const net = f64x2.splat(weight.netFte)
    const last = (o + 1) * bytes
    for (let at = o * bytes; at < last; at += 16) {
      const staff = v128.load(fte + at)
      const covered = f64x2.mul(v128.load(vacant + at), temporary)
      let people = f64x2.mul(v128.load(heads + at), perHead)
      if (joiners) people = f64x2.add(people, f64x2.mul(v128.load(joiners + at), perJoiner))
      v128.store(out + at, f64x2.mul(staff, pay))
      v128.store(out + all + at, covered)
      v128.store(out + 2 * all + at, f64x2.add(f64x2.mul(staff, perFte), people))
      v128.store(out + 3 * all + at, f64x2.add(f64x2.add(f64x2.mul(staff, net), people), covered))
    }
  }
}

/** The same number in every slot of each row: what no draw changes. */
export function constantRows(task: Publication, values: usize, out: usize, rows: usize): void {
  for (let row: usize = 0; row < rows; row++) {
    const value = v128.load_splat<f64>(values + (row << 3))
    for (let slot: usize = 0; slot < task.slots; slot += 2) {
      v128.store(out, value)
      out += 16
    }
  }
}
