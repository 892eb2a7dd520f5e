// The cohort workload of the common benchmark, by the building blocks of the engine's kernel: lanes
// innermost, two to a vector; moves gathered, not scattered; tables that a draw makes worked out once.
// As nothing in this workload depends on totals, each birth cohort is followed through all its years
// while its state stays in the nearest cache. Here the lanes are the areas.

const AREAS: usize = 42
const OCCUPATIONS: usize = 30
const SEXES: usize = 2
const AGES: usize = 55
const YEARS: usize = 20
const MOVES: usize = 120
/** Bytes of one number in all areas, and of a third of them: seven vectors. */
const WIDE: usize = AREAS * 8
const BLOCK: usize = 7 * 16

/** Addresses of the workload's tables, in the order of ../workload.js. */
@unmanaged
class Tables {
  /** Base stock [s][a][o][area]. */
  heads: usize
  /** Rates of leaving, of retiring, of FTE, and joiners by two routes [s][a][o]. */
  leave: usize
  retire: usize
  fte: usize
  joiners: usize
  arrivals: usize
  /** Factors of the areas on leaving, joiners and arrivals [area]. */
  leaveArea: usize
  joinersArea: usize
  arrivalsArea: usize
  /** Mobility of occupations [o] and ages [a]. */
  mobility: usize
  ages: usize
  /** Moves by destination: first move [o + 1] (u32), origin [m] (u32), share [m]. */
  moveStart: usize
  moveFrom: usize
  moveShare: usize
  /** Factors of the years on joiners, arrivals and leaving [t]. */
  joinersYear: usize
  arrivalsYear: usize
  leaveYear: usize
  /** Room: share not retiring [s][a][o], share not moving [a][o], moving by each move [a][m]. */
  kept: usize
  stay: usize
  moving: usize
  /** Room: people of a cohort, and those of them still employed [o][area]. */
  state: usize
  employed: usize
  /** FTE [t - 1][o][area]. */
  out: usize
}

/** Simulates a draw, whose 65 factors start at `factors`. */
export function simulate(tables: Tables, factors: usize): void {
  prepare(tables, factors)
  memory.fill(tables.out, 0, YEARS * OCCUPATIONS * WIDE)
  for (let s: usize = 0; s < SEXES; s++) {
    for (let a: usize = 0; a < AGES - 1; a++) {
      memory.copy(tables.state, tables.heads + (s * AGES + a) * OCCUPATIONS * WIDE, OCCUPATIONS * WIDE)
      follow(tables, factors, s, a, 1)
    }
    for (let t: usize = 1; t <= YEARS; t++) {
      memory.fill(tables.state, 0, OCCUPATIONS * WIDE)
      join(tables, factors, s, 0, t, false)
      follow(tables, factors, s, 0, t + 1)
    }
  }
  const scale = load<f64>(factors, 64 * 8)
  const end = tables.out + YEARS * OCCUPATIONS * WIDE
  for (let at = tables.out; at < end; at += 8) store<f64>(at, load<f64>(at) * scale)
}

/** Works out what depends on the draw but not on the area. */
function prepare(tables: Tables, factors: usize): void {
  const retire = load<f64>(factors, 31 * 8)
  const move = load<f64>(factors, 32 * 8)
  for (let i: usize = 0; i < SEXES * AGES * OCCUPATIONS; i++)
    store<f64>(tables.kept + (i << 3), 1 - min(1, load<f64>(tables.retire + (i << 3)) * retire))
  for (let a: usize = 0; a < AGES; a++) {
    const mobility = load<f64>(tables.ages + (a << 3))
    const stay = tables.stay + ((a * OCCUPATIONS) << 3)
    for (let o: usize = 0; o < OCCUPATIONS; o++)
      store<f64>(stay + (o << 3), 1 - min(0.5, mobility * (load<f64>(tables.mobility + (o << 3)) * move)))
    for (let m: usize = 0; m < MOVES; m++) {
      const away = 1 - load<f64>(stay + (load<usize>(tables.moveFrom + (m << 2)) << 3))
      store<f64>(tables.moving + ((a * MOVES + m) << 3), away * load<f64>(tables.moveShare + (m << 3)))
    }
  }
}

/** Follows a cohort of age a at the start of year t to the end. */
function follow(tables: Tables, factors: usize, s: usize, a: usize, t: usize): void {
  for (; t <= YEARS && a < AGES - 1; t++, a++) {
    leave(tables, factors, s, a, t)
    join(tables, factors, s, a + 1, t, true)
  }
}

/** Takes leavers and retirements out of the people of age a. */
function leave(tables: Tables, factors: usize, s: usize, a: usize, t: usize): void {
  const common = load<f64>(factors) * load<f64>(tables.leaveYear + (t << 3))
  let cell = ((s * AGES + a) * OCCUPATIONS) << 3
  let from = tables.state
  let to = tables.employed
  for (let o: usize = 0; o < OCCUPATIONS; o++) {
    const kept = load<f64>(tables.kept + cell)
    const rate = load<f64>(tables.leave + cell) * (common * load<f64>(factors + 8 + (o << 3))) * kept
    // People x (1 - min(0.95, rate x area)) x kept, with kept multiplied in.
    const rates = f64x2.splat(rate)
    const most = f64x2.splat(0.95 * kept)
    const all = f64x2.splat(kept)
    let area = tables.leaveArea
    const end = from + WIDE
    for (; from < end; from += BLOCK) {
      v128.store(to, f64x2.mul(v128.load(from, 0), f64x2.sub(all, f64x2.pmin(most, f64x2.mul(rates, v128.load(area, 0))))), 0)
      v128.store(to, f64x2.mul(v128.load(from, 16), f64x2.sub(all, f64x2.pmin(most, f64x2.mul(rates, v128.load(area, 16))))), 16)
      v128.store(to, f64x2.mul(v128.load(from, 32), f64x2.sub(all, f64x2.pmin(most, f64x2.mul(rates, v128.load(area, 32))))), 32)
      v128.store(to, f64x2.mul(v128.load(from, 48), f64x2.sub(all, f64x2.pmin(most, f64x2.mul(rates, v128.load(area, 48))))), 48)
      v128.store(to, f64x2.mul(v128.load(from, 64), f64x2.sub(all, f64x2.pmin(most, f64x2.mul(rates, v128.load(area, 64))))), 64)
      v128.store(to, f64x2.mul(v128.load(from, 80), f64x2.sub(all, f64x2.pmin(most, f64x2.mul(rates, v128.load(area, 80))))), 80)
      v128.store(to, f64x2.mul(v128.load(from, 96), f64x2.sub(all, f64x2.pmin(most, f64x2.mul(rates, v128.load(area, 96))))), 96)
      area += BLOCK
      to += BLOCK
    }
    cell += 8
  }
}

/** Brings people to age a: those who stay and move in (where there are any) and joiners; adds their FTE to year t. */
@inline
function join(tables: Tables, factors: usize, s: usize, a: usize, t: usize, grown: bool): void {
  const joinersYear = load<f64>(tables.joinersYear + (t << 3))
  const arrivalsYear = load<f64>(factors, 63 * 8) * load<f64>(tables.arrivalsYear + (t << 3))
  let cell = ((s * AGES + a) * OCCUPATIONS) << 3
  let out = tables.out + (t - 1) * OCCUPATIONS * WIDE
  let to = tables.state
  for (let o: usize = 0; o < OCCUPATIONS; o++) {
    const joiners = f64x2.splat(load<f64>(tables.joiners + cell) * (load<f64>(factors + 33 * 8 + (o << 3)) * joinersYear))
    const arrivals = f64x2.splat(load<f64>(tables.arrivals + cell) * arrivalsYear)
    const fte = v128.load_splat<f64>(tables.fte + cell)
    const stay = grown ? v128.load_splat<f64>(tables.stay + (((a - 1) * OCCUPATIONS + o) << 3)) : f64x2.splat(0)
    const first = load<usize>(tables.moveStart + (o << 2))
    const last = load<usize>(tables.moveStart + ((o + 1) << 2))
    const moving = tables.moving + (((a - 1) * MOVES) << 3)
    for (let block: usize = 0; block < WIDE; block += BLOCK) {
      const joinersArea = tables.joinersArea + block
      const arrivalsArea = tables.arrivalsArea + block
      let sum0 = f64x2.add(f64x2.mul(v128.load(joinersArea, 0), joiners), f64x2.mul(v128.load(arrivalsArea, 0), arrivals))
      let sum1 = f64x2.add(f64x2.mul(v128.load(joinersArea, 16), joiners), f64x2.mul(v128.load(arrivalsArea, 16), arrivals))
      let sum2 = f64x2.add(f64x2.mul(v128.load(joinersArea, 32), joiners), f64x2.mul(v128.load(arrivalsArea, 32), arrivals))
      let sum3 = f64x2.add(f64x2.mul(v128.load(joinersArea, 48), joiners), f64x2.mul(v128.load(arrivalsArea, 48), arrivals))
      let sum4 = f64x2.add(f64x2.mul(v128.load(joinersArea, 64), joiners), f64x2.mul(v128.load(arrivalsArea, 64), arrivals))
      let sum5 = f64x2.add(f64x2.mul(v128.load(joinersArea, 80), joiners), f64x2.mul(v128.load(arrivalsArea, 80), arrivals))
      let sum6 = f64x2.add(f64x2.mul(v128.load(joinersArea, 96), joiners), f64x2.mul(v128.load(arrivalsArea, 96), arrivals))
      if (grown) {
        const own = tables.employed + o * WIDE + block
        sum0 = f64x2.add(sum0, f64x2.mul(v128.load(own, 0), stay))
        sum1 = f64x2.add(sum1, f64x2.mul(v128.load(own, 16), stay))
        sum2 = f64x2.add(sum2, f64x2.mul(v128.load(own, 32), stay))
        sum3 = f64x2.add(sum3, f64x2.mul(v128.load(own, 48), stay))
        sum4 = f64x2.add(sum4, f64x2.mul(v128.load(own, 64), stay))
        sum5 = f64x2.add(sum5, f64x2.mul(v128.load(own, 80), stay))
        sum6 = f64x2.add(sum6, f64x2.mul(v128.load(own, 96), stay))
        for (let m = first; m < last; m++) {
          const share = v128.load_splat<f64>(moving + (m << 3))
          const origin = tables.employed + load<usize>(tables.moveFrom + (m << 2)) * WIDE + block
          sum0 = f64x2.add(sum0, f64x2.mul(v128.load(origin, 0), share))
          sum1 = f64x2.add(sum1, f64x2.mul(v128.load(origin, 16), share))
          sum2 = f64x2.add(sum2, f64x2.mul(v128.load(origin, 32), share))
          sum3 = f64x2.add(sum3, f64x2.mul(v128.load(origin, 48), share))
          sum4 = f64x2.add(sum4, f64x2.mul(v128.load(origin, 64), share))
          sum5 = f64x2.add(sum5, f64x2.mul(v128.load(origin, 80), share))
          sum6 = f64x2.add(sum6, f64x2.mul(v128.load(origin, 96), share))
        }
      }
      v128.store(to, sum0, 0)
      v128.store(to, sum1, 16)
      v128.store(to, sum2, 32)
      v128.store(to, sum3, 48)
      v128.store(to, sum4, 64)
      v128.store(to, sum5, 80)
      v128.store(to, sum6, 96)
      v128.store(out, f64x2.add(v128.load(out, 0), f64x2.mul(sum0, fte)), 0)
      v128.store(out, f64x2.add(v128.load(out, 16), f64x2.mul(sum1, fte)), 16)
      v128.store(out, f64x2.add(v128.load(out, 32), f64x2.mul(sum2, fte)), 32)
      v128.store(out, f64x2.add(v128.load(out, 48), f64x2.mul(sum3, fte)), 48)
      v128.store(out, f64x2.add(v128.load(out, 64), f64x2.mul(sum4, fte)), 64)
      v128.store(out, f64x2.add(v128.load(out, 80), f64x2.mul(sum5, fte)), 80)
      v128.store(out, f64x2.add(v128.load(out, 96), f64x2.mul(sum6, fte)), 96)
      to += BLOCK
      out += BLOCK
    }
    cell += 8
  }
}
