/** Sorts the numbers from address `start` to `end`, ascending: Shell's method, which for a few numbers is plain insertion. */
export function sort(start: usize, end: usize): void {
  let gap: usize = 8
  // Knuth's gaps 1, 4, 13, 40 ...; up to twelve numbers insertion alone is faster.
  while (gap * 12 < end - start) gap = 3 * gap + 8
  for (; gap >= 8; gap = ((gap >> 3) / 3) << 3) {
    for (let at = start + gap; at < end; at += 8) {
      const value = load<f64>(at)
      let hole = at
      while (hole >= start + gap && load<f64>(hole - gap) > value) {
        store<f64>(hole, load<f64>(hole - gap))
        hole -= gap
      }
      store<f64>(hole, value)
    }
  }
}
