// What the host tells the kernel: sizes, and addresses in its memory. `../fields.ts` writes the same
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

/** Bytes of a band in `Task.bandTable`, and where in it each number is. */
export const BAND_TABLE: usize = 64
export const TABLE_LEAVE: usize = 0
export const TABLE_RETIRE: usize = 8
export const TABLE_ILL: usize = 16
export const TABLE_MOVE: usize = 24
export const TABLE_FTE: usize = 32
export const TABLE_TRAINING: usize = 40
export const TABLE_INTERNATIONAL: usize = 48
export const TABLE_OPEN: usize = 56

/** Bytes of a band in `Task.bandState`, and where in it each number, in all lanes, is. */
export const BAND: usize = 5 * WIDE
export const HEADS: usize = 0
export const STAY: usize = WIDE
export const AWAY: usize = 2 * WIDE
export const CARRIED: usize = 3 * WIDE
export const MOVED: usize = 4 * WIDE

/** Measures the kernel writes for every occupation, in the order of `../stored-measure.ts`. */
export const SUPPLY_HEADS: usize = 0
export const SUPPLY_FTE: usize = 1
export const FTE_AT_WORK: usize = 2
export const JOINERS: usize = 3
export const LEAVERS: usize = 4
export const OVER_55: usize = 5

/** Measures of unpaid care, in the order of `../stored-measure.ts`. */
export const CARE_STORED: usize = 3
export const UNPAID_HOURS: usize = 0
export const HEAVY_CARERS: usize = 1
export const WOMEN_HOURS: usize = 2

/** Bits of `Task.pressed`: what pressure acts on. */
export const ON_LEAVING: usize = 1
export const ON_SICKNESS: usize = 2
export const ON_ATTRITION: usize = 4

@unmanaged
export class Task {
  occupations: usize
  years: usize
  /** Bands of neighbouring ages with the same hazards and FTE per head. */
  bands: usize
  /** The first band aged 55 or over. */
  band55: usize
  /** First age of each band, and the number of ages at the end: usize [band + 1]. */
  bandStart: usize
  /** Heads at the base [o][s][a]. */
  heads: usize
  /** Shares of joiners by other routes, from abroad and by training [o][s][a][3]. */
  joiners: usize
  /** Routes that joiners come by at the ages that follow those of a band: 0 only others, 1 from abroad too, 2 training as well [o][s][b]. */
  routes: usize
  /**
   * By band: hazards of leaving, retiring, illness and moving, before the draw's factors; FTE per head at the
   * base; shares of joiners by training, from abroad and other [o][s][b][8].
   */
  bandTable: usize
  /** What exits and what pressure does are worked out with: ../series.ts. */
  exitSeries: usize
  growthSeries: usize
  /** Constants of each occupation: see `OccupationTable` [o]. */
  occupationTable: usize
  /** Services that call for each occupation: first [o + 1], service. */
  useStart: usize
  useService: usize
  /** Weight of a service in an occupation's need, times its activity [t][o][v]. */
  services: usize
  activity: usize
  /** Funded posts where they are given, NaN where they follow need [t][o]. */
  postsGiven: usize
  /** Division of work: from, to, FTE per FTE relieved [k]. */
  transfers: usize
  transferFrom: usize
  transferTo: usize
  transferRate: usize
  /** What remains of stayers after the residual flow [y][o]. */
  stayFactor: usize
  /** Contracted time at work over attendance at the base [t][o]. */
  workScale: usize
  /** Working-age population relative to the base [t]. */
  pool: usize
  /** Adults, and hours of care needed by population alone [t]. */
  adults: usize
  needHours: usize
  /** Hours of care a year per FTE at work [o]. */
  formalHours: usize
  /** Moves by destination: first move of each occupation [o + 1], origin [m], share of the origin's moves [m]. */
  moveStart: usize
  moveFrom: usize
  moveShare: usize
  /** Whether anyone moves away from each occupation: 0 or 1 [o]. */
  movesAway: usize
  /** Training programmes: occupation, stages, place of their attrition in bytes, u32 [p][3]. */
  programmes: usize
  programmeTable: usize
  /** Students at the base [stage]; entrants and share of completers who join [y][p]. */
  stages: usize
  stageBase: usize
  intake: usize
  join: usize
  /** Attrition of the first stage over that of the others [p]. */
  firstYear: usize
  /** Bits: what pressure acts on in any draw [o]. */
  pressed: usize

  // The draws' factors, lanes innermost, and where each occupation's row is, in bytes.
  yearFactors: usize
  yearRows: usize
  yearRow: usize
  attrition: usize
  attritionRows: usize
  /** Rows of the area's factors on leaving and filling, in bytes. */
  place: usize
  placeRows: usize
  placeLeave: usize
  placeFill: usize
  carersWork: usize
  service: usize
  productivity: usize
  productivityRows: usize
  productivityRow: usize
  funding: usize
  fundingRows: usize
  fundingRow: usize
  working: usize
  workingRows: usize
  workingRow: usize
  transferShare: usize
  sickness: usize
  careGrowth: usize
  unmet: usize
  pressure: usize
  careReach: usize

  /** Heads, lanes innermost, this year's and next year's [o][s][a]. */
  state: usize
  nextState: usize
  /**
   * By band of age, lanes innermost [o][s][b][5]: heads at the start of the year, share that stays, share that moves
   * away; heads at the end of the year who were here or moved in, and those who moved away.
   */
  bandState: usize
  /** FTE, at the base's FTE per head, of those who stayed [o]. */
  stayedFte: usize
  /** Students by stage; those who complete and join, all England [o]. */
  stageHeads: usize
  trained: usize
  /** Need and funded posts of the year, before and after the division of work [o][2]. */
  undivided: usize
  posts: usize
  /** Need per FTE at work at the base [o]. */
  baseRatio: usize
  /** Joiners of the year into the occupation at hand: by other routes, from abroad, by training. */
  joining: usize
  /** What pressure makes of leaving, sickness and attrition [o][3]. */
  feedback: usize
  /** What unpaid care makes of the labour pool; hours of care by staff this year. */
  carePool: usize
  paidHours: usize

  /** Sickness rate at the base; hours of unpaid care at the base; and what turns them into duties. */
  area: usize
  /** Where the first of these draws goes in the results [t - 1][row][draw], the rows of a year, and the bytes of one. */
  results: usize
  storedRows: usize
  row: usize
  /** Where in a year those who move away and the vacant posts of each occupation go, in bytes [o]. */
  movesOutRow: usize
  vacantRow: usize
  /** The same for unpaid care [t - 1][measure][draw]. */
  careResults: usize
}

/** Constants of an occupation in an area. */
@unmanaged
export class OccupationTable {
  /** Share of national joiners by training, from abroad and through programmes. */
  training: f64
  international: f64
  added: f64
  /** Returners and other recruits, heads a year. */
  returners: f64
  /** Share of open posts filled in a year; 0 where posts don't drive recruitment. */
  fill: f64
  /** Heads per FTE of open recruits at the base; 0 where `fill` is. */
  headsPerFte: f64
  /** FTE per head of joiners by training, from abroad, and others, at the base. */
  fteTraining: f64
  fteInternational: f64
  fteOpen: f64
  /** FTE in post at the base, and by its need, its unmet need and its funded posts. */
  fte: f64
  need: f64
  unmet: f64
  funded: f64
}

/** Constants of an area. */
@unmanaged
export class AreaTable {
  /** Sickness rate at the base. */
  sickness: f64
  /** Hours of unpaid care a year at the base, and per adult. */
  baseHours: f64
  hoursPerAdult: f64
  /** Share of adults with 35 hours a week or more, and how it moves with hours per adult. */
  heavyShare: f64
  heavyElasticity: f64
  womenShare: f64
  womenMarginal: f64
}

// The factors on an occupation in a year, in the order of YEAR_TARGETS in ../factor-rows.ts.
export const FACTOR_LEAVE: usize = 0
export const FACTOR_RETIRE: usize = 1
export const FACTOR_ILL: usize = 2
export const FACTOR_MOVE: usize = 3
export const FACTOR_TRAINING: usize = 4
export const FACTOR_INTERNATIONAL: usize = 5
export const FACTOR_RETURNING: usize = 6
export const FACTOR_FILL: usize = 7
export const FACTOR_ADDED: usize = 8
export const YEAR_FACTORS: usize = 9

// The factors on an occupation's work.
export const FACTOR_PARTICIPATION: usize = 0
export const FACTOR_SICKNESS: usize = 1
export const WORKING_FACTORS: usize = 2

/** Address of a factor on occupation o in year y, in all lanes. */
@inline
export function yearFactor(task: Task, y: usize, o: usize, factor: usize): usize {
  return task.yearFactors + y * task.yearRows * WIDE + load<usize>(task.yearRow + ((o * YEAR_FACTORS + factor) << 2))
}

/** Address of a factor on the work of occupation o at time t. */
@inline
export function workingFactor(task: Task, t: usize, o: usize, factor: usize): usize {
  return task.working + t * task.workingRows * WIDE + load<usize>(task.workingRow + ((o * WORKING_FACTORS + factor) << 2))
}

/** Address of the productivity index of occupation o at time t. */
@inline
export function productivityIndex(task: Task, t: usize, o: usize): usize {
  return task.productivity + t * task.productivityRows * WIDE + load<usize>(task.productivityRow + (o << 2))
}

/** Address of the factor on funded posts of occupation o at time t. */
@inline
export function fundingFactor(task: Task, t: usize, o: usize): usize {
  return task.funding + t * task.fundingRows * WIDE + load<usize>(task.fundingRow + (o << 2))
}

/** Constants of occupation o. */
@inline
export function tableOf(task: Task, o: usize): OccupationTable {
  return changetype<OccupationTable>(task.occupationTable + o * offsetof<OccupationTable>())
}
