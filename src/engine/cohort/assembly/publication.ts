/** What the host tells the kernel to publish one year of one area, region or country. */
@unmanaged
export class Publication {
  /** Draws that count; the next slot of each row is the central run. */
  draws: usize
  /** Slots of a row, even. */
  slots: usize
  occupations: usize
  services: usize
  /** Published series, and their occupations: first member [i + 1], member. */
  series: usize
  seriesStart: usize
  seriesMember: usize
  /** The first series with the same occupations: itself, for most [i]. */
  seriesTwin: usize
  /** Place of the series among those whose draws are kept, plus 1; 0 for others [i]. */
  seriesKept: usize
  /** The series of unpaid care; as many as there are series where there is none. */
  careSeries: usize
  /** Lower rank and weight of the next, ascending [q], and how many: u32 at 0, f64 at 8. */
  quantiles: usize
  quantileCount: usize
  /** Rows of each row measure in the order of `ROW_MEASURES`, 0 where it has none this year [measure] -> [o][slot]. */
  rows: usize
  /** The year's rows of unpaid care [measure][slot]. */
  careRows: usize
  /** Costs that no draw moves: training and fixed costs of policies, f64 [series][2]. */
  fixed: usize
  /** Places of the year's residents, labour force and adults: f64. */
  people: usize
  /** Room for the rows of one series [measure][slot], and for a derived measure [slot]. */
  sums: usize
  derived: usize
  /** Room to find quantiles in: a place for each draw, counts of buckets and how many there are, buckets found, values gathered. */
  scratch: usize
  counts: usize
  buckets: usize
  taken: usize
  pairs: usize
  gathered: usize
  /** Where the year's statistics of the first series go, and the bytes to the next series. */
  out: usize
  seriesBytes: usize
  /** Measures to publish, a bit each in the order of MEASURES; others are NaN. What they are worked out from has rows. */
  measures: usize
  /** Where the year's draws of the kept series go [series][measure][draw]; 0 where none of this unit are kept. */
  keptRows: usize

  /** Services that call for each occupation: first [o + 1], service. */
  useStart: usize
  useService: usize
  /** The year's growth index of services [v][slot]. */
  service: usize
  /** The year's productivity [row][slot], and where each occupation's row is, in bytes [o]. */
  productivity: usize
  slotProductivityRow: usize
  /** The year's factors on funded posts [row][slot], and where each occupation's row is, in bytes [o]. */
  funding: usize
  slotFundingRow: usize
  /** Multiplier on unmet need [o][slot]. */
  unmet: usize
  /** Need, its part in unmet need, and funded posts at the base, by service, times activity [o][v]. */
  needWeight: usize
  unmetWeight: usize
  fundedWeight: usize
  /** Funded posts where they are given, NaN where they follow need [o]. */
  fundedGiven: usize
  /** Division of work: from, to, FTE per FTE relieved [k], and the share taken over [k][slot]. */
  transfers: usize
  transferFrom: usize
  transferTo: usize
  transferRate: usize
  transferShare: usize
  /** Arrivals from abroad, nationally [row][slot], where each occupation's row is, in bytes [o]; the share of them that comes here [o]. */
  international: usize
  internationalRow: usize
  internationalShare: usize
  /** Moves by destination, as in `Task`. */
  moveStart: usize
  moveFrom: usize
  moveShare: usize
  /** What each occupation's money is worked out from in the year: `MoneyWeight` [o]. */
  moneyWeight: usize
}

/** Pounds of an occupation per unit of what they go with. */
@unmanaged
export class MoneyWeight {
  /** Pay per FTE. */
  pay: f64
  /** Temporary staff per vacant FTE. */
  temporary: f64
  /** Policies per FTE, head and joiner. */
  policyFte: f64
  policyHead: f64
  policyJoiner: f64
  /** Pay and policies less tax returned, per FTE. */
  netFte: f64
}

// Row measures, in the order of ROW_MEASURES in ../stored-measure.ts.
export const SUPPLY_HEADS: usize = 0
export const SUPPLY_FTE: usize = 1
export const FTE_AT_WORK: usize = 2
export const NEED: usize = 3
export const FUNDED: usize = 4
export const JOINERS: usize = 5
export const LEAVERS: usize = 6
export const MOVES_IN: usize = 7
export const MOVES_OUT: usize = 8
export const INTERNATIONAL: usize = 9
export const RESIDUAL: usize = 10
export const OVER_55: usize = 11
export const PAY_BILL: usize = 12
export const TEMPORARY: usize = 13
export const POLICY: usize = 14
export const NET: usize = 15
export const ROW_MEASURES: usize = 16

/** Published measures: as many as MEASURES in src/domain/measure.ts. */
export const MEASURES: usize = 27
/** The first of unpaid care among them. */
export const CARE_MEASURES: usize = 22
