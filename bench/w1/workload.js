import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Sizes of the workload. */
export const AREAS = 42
export const OCCUPATIONS = 30
export const SEXES = 2
export const AGES = 55
export const YEARS = 20
export const FACTORS = 65

/** Cell-updates of a number of draws. @param {number} draws */
export const cellUpdates = (draws) => draws * YEARS * AREAS * OCCUPATIONS * SEXES * AGES

/**
 * Loads the workload's tables into a fresh kernel.
 * @param {Uint8Array<ArrayBuffer>} kernel compiled bench/w1/assembly/cohort.ts
 * @param {string} folder tables that the workload's generator wrote
 */
export async function loadWorkload(kernel, folder) {
  const memory = new WebAssembly.Memory({ initial: 1024 })
  const { instance } = await WebAssembly.instantiate(kernel, { env: { memory } })
  const simulate = /** @type {(tables: number, factors: number) => void} */ (instance.exports.simulate)
  let next = 4096
  const room = (/** @type {number} */ numbers) => {
    const at = next
    next += Math.ceil(numbers / 8) * 64
    return at
  }
  const read = (/** @type {string} */ name) => {
    const bytes = readFileSync(join(folder, `${name}.bin`))
    return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)
  }
  const numbers = (/** @type {ArrayLike<number>} */ values) => {
    const at = room(values.length)
    new Float64Array(memory.buffer, at, values.length).set(values)
    return at
  }
  const words = (/** @type {ArrayLike<number>} */ values) => {
    const at = room(values.length / 2 + 1)
    new Uint32Array(memory.buffer, at, values.length).set(values)
    return at
  }
  const table = (/** @type {string} */ name) => new Float64Array(read(name))
  const bySexAge = (/** @type {Float64Array} */ values) => {
    const turned = new Float64Array(values.length)
    for (let o = 0; o < OCCUPATIONS; o++)
      for (let cell = 0; cell < SEXES * AGES; cell++)
        turned[cell * OCCUPATIONS + o] = values[o * SEXES * AGES + cell] ?? 0
    return turned
  }
  const moves = movesIn(new Int32Array(read('dst')), table('shr'))
  const tables = [
    numbers(baseByCell(table('H0'))),
    ...['L', 'Q', 'P', 'JN', 'IN'].map((name) => numbers(bySexAge(table(name)))),
    ...['LR', 'regW', 'RI'].map((name) => numbers(table(name))),
    numbers(table('mu')),
    numbers(table('G')),
    words(moves.start),
    words(moves.from),
    numbers(moves.share),
    ...['YJ', 'YI', 'YL'].map((name) => numbers(table(name))),
    room(SEXES * AGES * OCCUPATIONS),
    room(AGES * OCCUPATIONS),
    room(AGES * OCCUPATIONS * 4),
    room(OCCUPATIONS * AREAS),
    room(OCCUPATIONS * AREAS),
  ]
  const out = room(YEARS * OCCUPATIONS * AREAS)
  new Uint32Array(memory.buffer, 64, tables.length + 1).set([...tables, out])
  const factors = room(FACTORS)
  const drawFactors = new Float64Array(read('factors'))
  const result = new Float64Array(memory.buffer, out, YEARS * OCCUPATIONS * AREAS)
  return {
    /** Simulates a draw. @param {number} draw @returns FTE [t - 1][o][area], overwritten by the next draw */
    simulate(/** @type {number} */ draw) {
      new Float64Array(memory.buffer, factors, FACTORS).set(
        drawFactors.subarray(draw * FACTORS, (draw + 1) * FACTORS),
      )
      simulate(64, factors)
      return result
    },
  }
}

/** [area][o][s][a] as [s][a][o][area]. @param {Float64Array} heads */
function baseByCell(heads) {
  const turned = new Float64Array(heads.length)
  for (let area = 0; area < AREAS; area++)
    for (let o = 0; o < OCCUPATIONS; o++)
      for (let cell = 0; cell < SEXES * AGES; cell++)
        turned[(cell * OCCUPATIONS + o) * AREAS + area] =
          heads[(area * OCCUPATIONS + o) * SEXES * AGES + cell] ?? 0
  return turned
}

/** Four moves from each occupation, ordered by destination. @param {Int32Array} to @param {Float64Array} shares */
function movesIn(to, shares) {
  /** @type {number[]} */
  const start = [0]
  /** @type {number[]} */
  const from = []
  /** @type {number[]} */
  const share = []
  for (let destination = 0; destination < OCCUPATIONS; destination++) {
    to.forEach((occupation, move) => {
      if (occupation !== destination) return
      from.push(Math.floor(move / 4))
      share.push(shares[move] ?? 0)
    })
    start.push(from.length)
  }
  return { start, from, share }
}
