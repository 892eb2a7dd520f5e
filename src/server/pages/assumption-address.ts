/**
 * The address of the page of an assumption, from the place that an explanation gives it: the table and the row, as in
 * `assumptions/pay.csv, row 3`. Null for a place that is no row of the book.
 */
export function rowAddress(place: string | null): string | null {
  const found = /(?:^|\/)assumptions\/([a-z-]+)\.csv, row (\d+)$/.exec(place ?? '')
  return found ? `/assumptions/${found[1]}/${found[2]}` : null
}
