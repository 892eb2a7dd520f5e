import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { interleaved, row } from './rounds.js'

const DRAWS = 1000
const ROUNDS = 3

/** The project's own model: 1,000 draws of England, percentiles included, and what a second thread brings. */
export async function fullModel(): Promise<void> {
  console.log(`\nThe full model: 51 occupations, 42 areas, 20 years, ${DRAWS.toLocaleString('en')} draws`)
  const peaks: number[] = []
  let cells = 0
  const run = (threads: number) => () => {
    const script = fileURLToPath(new URL('./full-model-run.js', import.meta.url))
    const printed = execFileSync(process.execPath, [script, String(threads), String(DRAWS)], {
      encoding: 'utf8',
    })
    const result: { seconds: number; peak: number; cells: number } = JSON.parse(printed)
    cells = result.cells
    if (threads === 2) peaks.push(result.peak)
    return result.seconds
  }
  const seconds = await interleaved(ROUNDS, { one: run(1), two: run(2) })
  const [one = 0, two = 0] = Object.values(seconds)
  row('2 threads', `${two.toFixed(1)} s (goal: under 15 s)`)
  row('1 thread', `${one.toFixed(1)} s`)
  row('2 threads to 1', (one / two).toFixed(2))
  row('peak memory on 2 threads', `${Math.max(...peaks).toFixed(0)} MiB (goal: under 600 MB, 572 MiB)`)
  row('2 threads, percentiles and all', `${(cells / two / 1e6).toFixed(0)} million cell-updates a second`)
}
