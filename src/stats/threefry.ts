/**
 * Threefry-2x32 with 20 rounds (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as
 * 1, 2, 3", SC11, 2011): a counter-based generator. The same key and counter give the same words in
 * any order, on any thread and on any machine; only 32-bit integer arithmetic is used.
 */
const ROTATIONS = [13, 15, 26, 6, 17, 29, 16, 24] as const
const PARITY = 0x1bd11bda

const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by))

/**
 * Two 32-bit words, unsigned.
 * @param key0 first word of the key @param key1 second word of the key
 * @param counter0 first word of the counter @param counter1 second word of the counter
 */
export function threefry(key0: number, key1: number, counter0: number, counter1: number): [number, number] {
  const keys = [key0 | 0, key1 | 0, PARITY ^ key0 ^ key1]
  let x0 = (counter0 + keys[0]!) | 0
  let x1 = (counter1 + keys[1]!) | 0
  for (let round = 0; round < 20; round++) {
    x0 = (x0 + x1) | 0
    x1 = rotate(x1, ROTATIONS[round % 8]!) ^ x0
    if (round % 4 === 3) {
      const injection = (round + 1) / 4
      // The indices are taken modulo the three key words, so they are in range.
      x0 = (x0 + keys[injection % 3]!) | 0
      x1 = (x1 + keys[(injection + 1) % 3]! + injection) | 0
    }
  }
  return [x0 >>> 0, x1 >>> 0]
}

/** A uniform number strictly between 0 and 1 with 52 random bits, for one key and counter. */
export function uniform(key0: number, key1: number, counter0: number, counter1: number): number {
  const [high, low] = threefry(key0, key1, counter0, counter1)
  return ((high >>> 6) * 67108864 + (low >>> 6) + 0.5) / 4503599627370496
}
