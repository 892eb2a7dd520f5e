// What the host tells the kernel: sizes, and addresses in its memory. `../task.ts` writes the same
// fields in the same order.

/** Draws simulated at once: the innermost index of every array that varies by draw. */
export const LANES: usize = 4
/** Bytes of one number in all lanes: two vectors of two numbers. */
export const WIDE: usize = LANES * 8
/** Bytes from the first to the second vector of a number in all lanes. */
export const HIGH: usize = 16

export const SEXES: usize = 2
export const AGES: usize = 60
/** Bytes of one age in `Task.joiners`. */
export const ROUTES: usize = 24
/** Bytes of the state of one occupation and sex. */
export const COHORT: usize = AGES * WIDE

/** Measures the kernel writes, in the order of `../stored-measure.ts`. */
export const STORED: usize = 6
export const SUPPLY_HEADS: usize = 0
export const SUPPLY_FTE: usize = 1
export const FTE_AT_WORK: usize = 2
export const JOINERS: usize = 3
export const LEAVERS: usize = 4
export const MOVES_OUT: usize = 5

@unmanaged
export class Task {
  occupations: usize
  years: usize
  services: usize
  /** Bands of neighbouring ages with the same hazards and FTE per head. */
  bands: usize
  /** First age of each band, and the number of ages at the end: usize [band + 1]. */
  bandStart: usize
  /** Heads at the base [o][s][a]. */
  heads: usize
  /** Shares of the joiners by training, from abroad and other [o][s][a][3]. */
  joiners: usize
  /** FTE per head [o][s][b]. */
  participation: usize
  /** By band: hazards of leaving, retiring, illness and moving, before the draw's factors [o][s][b][4]. */
  hazards: usize
  /** Constants of each occupation: see `OccupationTable` [o]. */
  occupationTable: usize
  /** Working-age population relative to the base [t]. */
  pool: usize
  /** Funded posts at the base by the service they follow, times activity [t][o][v]. */
  posts: usize
  /** Moves by destination: first move of each occupation [o + 1], origin [m], share of the origin's moves [m]. */
  moveStart: usize
  moveFrom: usize
  moveShare: usize
  /** The draws' factors, lanes innermost: of years [y][row], then moves [y], services [t][v], productivity [t][row]. */
  factors: usize
  /** Rows of a year, and where in a year each occupation's are, in bytes [o][`YEAR_FACTORS`]. */
  yearRows: usize
  yearRow: usize
  /** Rows of productivity, and where among a year's each occupation's is, in bytes [o]. */
  productivityRows: usize
  productivityRow: usize
  /** Attendance relative to the base, lanes innermost [t]. */
  attendance: usize
  /** Heads, lanes innermost, this year's and next year's [o][s][a]. */
  state: usize
  nextState: usize
  /** By band of age at the start of the year, lanes innermost [o][s][b]: heads, share that stays, share that moves away. */
  bandHeads: usize
  stay: usize
  away: usize
  /** By band of age at the end of the year, lanes innermost [o][s][b]: heads who stayed, and who moved away. */
  stayed: usize
  moved: usize
  /** Where the first of these draws goes in the results [t - 1][measure][o][draw], and the bytes of a row of draws. */
  results: usize
  row: usize
}

/** Constants of an occupation in an area. */
@unmanaged
export class OccupationTable {
  /** Share of national joiners by training and from abroad. */
  training: f64
  international: f64
  /** Returners and other recruits, heads a year. */
  returners: f64
  /** Share of open posts filled in a year; 0 where posts don't drive recruitment. */
  fill: f64
  /** Heads per FTE of open recruits; 0 where `fill` is. */
  headsPerFte: f64
  /** FTE per head of joiners by training, from abroad, and others. */
  fteTraining: f64
  fteInternational: f64
  fteOpen: f64
}

// The factors on an occupation in a year, in the order of YEAR_TARGETS in ../factor-rows.ts.
export const FACTOR_LEAVE: usize = 0
export const FACTOR_RETIRE: usize = 1
export const FACTOR_ILL: usize = 2
export const FACTOR_TRAINING: usize = 3
export const FACTOR_INTERNATIONAL: usize = 4
export const FACTOR_RETURNING: usize = 5
export const FACTOR_FILL: usize = 6
export const YEAR_FACTORS: usize = 7

/** Address of a factor on occupation o in year y, in all lanes. */
@inline
export function yearFactor(task: Task, y: usize, o: usize, factor: usize): usize {
  return task.factors + y * task.yearRows * WIDE + load<usize>(task.yearRow + ((o * YEAR_FACTORS + factor) << 2))
}

/** Address of the factor on moves in year y. */
@inline
export function moveFactor(task: Task, y: usize): usize {
  return task.factors + (task.years * task.yearRows + y) * WIDE
}

/** Address of the first service's growth index in year t. */
@inline
export function serviceIndex(task: Task, t: usize): usize {
  return task.factors + (task.years * (task.yearRows + 1) + t * task.services) * WIDE
}

/** Address of the productivity index of occupation o in year t. */
@inline
export function productivityIndex(task: Task, t: usize, o: usize): usize {
  const rows = task.services * (task.years + 1) + t * task.productivityRows
  return (
    task.factors +
    (task.years * (task.yearRows + 1) + rows) * WIDE +
    load<usize>(task.productivityRow + (o << 2))
  )
}
