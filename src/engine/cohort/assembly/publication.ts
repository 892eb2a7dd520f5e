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
  /** Lower rank and weight of the next, ascending [q], and how many: u32 at 0, f64 at 8. */
  quantiles: usize
  quantileCount: usize
  /** Rows of each engine measure in the order of `ENGINE_MEASURES`, 0 where it has none this year [measure] -> [o][slot]. */
  rows: usize
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

  /** Services that call for each occupation: first [o + 1], service. */
  useStart: usize
  useService: usize
  /** The year's growth index of services [v][slot]. */
  service: usize
  /** The year's productivity [row][slot], and where each occupation's row is, in bytes [o]. */
  productivity: usize
  productivityRow: usize
  /** Multiplier on unmet need [o][slot]. */
  unmet: usize
  /** Need, its part in unmet need, and funded posts at the base, by service, times activity [o][v]. */
  needWeight: usize
  unmetWeight: usize
  fundedWeight: usize
  /** Arrivals from abroad, nationally [o][slot]; the share of them that comes here [o]. */
  international: usize
  internationalShare: usize
  /** Moves by destination, as in `Task`. */
  moveStart: usize
  moveFrom: usize
  moveShare: usize
}
