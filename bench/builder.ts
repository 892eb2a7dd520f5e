import { readFile } from 'node:fs/promises'
import { chromium, type Page } from '@playwright/test'
import type { EnsembleRequest } from '../src/domain/ensemble.ts'
import { createSimulate } from '../src/engine/ensemble/simulate.ts'
import { COMPARED } from '../src/pipeline/builder/builder-runs.ts'
import { builderSeries } from '../src/pipeline/builder/bundle.ts'
import { mergeAreas } from '../src/pipeline/merge-areas.ts'
import { readInputs } from '../src/pipeline/read-inputs.ts'
import { startServer } from '../src/server/start-server.ts'
import { loadInputFiles } from '../src/storage/load-input-files.ts'
import { findChromium } from '../tests/support/chromium.ts'
import { createTestProjection } from '../tests/support/projection.ts'
import { row } from './rounds.js'

const DRAWS = 200
const MOVES = 15
/** A slow line, as page-speed tests use it: 1.6 megabits a second, 150 milliseconds to the server and back. */
const SLOW_LINE = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 }

/** What one move of a slider took, in milliseconds. */
interface Move {
  readonly fan: number
  readonly engine: number
}

/** The scenario builder in a real browser: from a slider to England’s fan, to all areas, and what the page itself does meanwhile. */
export async function builder(): Promise<void> {
  console.log(`\nThe scenario builder in a browser: ${DRAWS} draws, England as one area, then 42 areas`)
  const files = await loadInputFiles('data')
  const inputs = readInputs(files, 20)
  const { reference } = inputs
  const projection = createTestProjection(reference)
  const server = await startServer({ projection, reference, files, host: '127.0.0.1', port: 0 })
  const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] })
  try {
    const address = `${server.address}/build?pay-award=0.01&draws=${DRAWS}`
    await (await fetch(address)).text()
    row('plain engine call in Node, median', `${median(await plainCalls(inputs)).toFixed(0)} ms`)
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    await page.goto(address)
    await page.waitForSelector('[data-checksum-each]', { timeout: 600_000 })
    const moves = await moveSlider(page)
    row(
      'engine call in the browser’s worker, median',
      `${median(moves.map(({ engine }) => engine)).toFixed(0)} ms`,
    )
    row(
      'from slider to England’s fan, median',
      `${median(moves.map(({ fan }) => fan)).toFixed(0)} ms (goal: 100 ms)`,
    )
    const { sketch, each } = await page.evaluate(refine)
    row('from slider to all areas, a third of the draws', `${(sketch / 1000).toFixed(1)} s (goal: 2 s)`)
    row('from slider to all areas, every draw', `${(each / 1000).toFixed(1)} s (goal: 2 s)`)
    const { longest, over, fans } = await page.evaluate(drag)
    row(
      'longest task of the page in 3 s of dragging',
      `${longest.toFixed(0)} ms, ${over} over 50 ms, ${fans} fans drawn`,
    )
    await page.close()
    await firstPaint(await browser.newPage({ viewport: { width: 1280, height: 900 } }), address)
  } finally {
    await browser.close()
    await server.close()
  }
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

/** The engine alone on what the page asks of it, one policy after the other on one thread. */
async function plainCalls(inputs: ReturnType<typeof readInputs>): Promise<number[]> {
  const simulate = createSimulate(new Uint8Array(await readFile(new URL('./kernel.wasm', import.meta.url))))
  const model = mergeAreas(inputs.model)
  const { aggregation } = builderSeries(inputs.reference)
  const request: EnsembleRequest = {
    model,
    aggregation,
    seed: 1,
    draws: DRAWS,
    rollUp: false,
    keep: { units: [0], series: [0] },
    measures: [...COMPARED, 'funded_fte'],
  }
  const times: number[] = []
  for (let i = 0; i < MOVES; i++) {
    const start = performance.now()
    await simulate(request)
    times.push(performance.now() - start)
  }
  return times
}

/** Moves the first slider step by step, each time waiting for the fan and the frame that shows it. */
const moveSlider = (page: Page): Promise<Move[]> =>
  page.evaluate(async (moves) => {
    const root = document.querySelector('[data-builder]')!
    const slider = document.querySelector<HTMLInputElement>('[data-slider]')!
    const found: Move[] = []
    for (let i = 0; i < moves; i++) {
      const start = performance.now()
      const engine = await new Promise<number>((resolve) => {
        const hear = (event: Event): void => {
          const { stage, engine: took } = (event as CustomEvent<{ stage: string; engine: number }>).detail
          if (stage !== 'one') return
          root.removeEventListener('headroom:drawn', hear)
          resolve(took)
        }
        root.addEventListener('headroom:drawn', hear)
        slider.stepUp() // a state that was never worked out, so that nothing kept of one serves
        slider.dispatchEvent(new Event('input', { bubbles: true }))
      })
      await new Promise(requestAnimationFrame)
      found.push({ fan: performance.now() - start, engine })
    }
    return found
  }, MOVES)

/** Milliseconds from one move to all areas: the first look, and all draws. Runs in the page. */
async function refine(): Promise<{ sketch: number; each: number }> {
  const root = document.querySelector('[data-builder]')!
  const slider = document.querySelector<HTMLInputElement>('[data-slider]')!
  const found = { sketch: 0, each: 0 }
  const start = performance.now()
  slider.stepUp()
  slider.dispatchEvent(new Event('input', { bubbles: true }))
  await new Promise<void>((resolve) => {
    root.addEventListener('headroom:drawn', (event) => {
      const { stage } = (event as CustomEvent<{ stage: string }>).detail
      if (stage === 'sketch') found.sketch = performance.now() - start
      if (stage !== 'each') return
      found.each = performance.now() - start
      resolve()
    })
  })
  return found
}

/** Drags the first slider for three seconds, an event a frame, and watches the page’s own tasks. Runs in the page. */
async function drag(): Promise<{ longest: number; over: number; fans: number }> {
  const root = document.querySelector('[data-builder]')!
  const slider = document.querySelector<HTMLInputElement>('[data-slider]')!
  let [longest, over, fans] = [0, 0, 0]
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      longest = Math.max(longest, duration)
      over++
    }
  })
  observer.observe({ type: 'longtask' })
  const count = (): void => {
    fans++
  }
  root.addEventListener('headroom:drawn', count)
  const start = performance.now()
  while (performance.now() - start < 3000) {
    slider.value = String(((performance.now() - start) / 3000) * 4)
    slider.dispatchEvent(new Event('input', { bubbles: true }))
    await new Promise(requestAnimationFrame)
  }
  await new Promise((resolve) => setTimeout(resolve, 500))
  root.removeEventListener('headroom:drawn', count)
  observer.disconnect()
  return { longest, over, fans }
}

/** First useful paint on a slow line, and the script it took. */
async function firstPaint(page: Page, address: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', SLOW_LINE)
  await page.goto(address, { waitUntil: 'load' })
  // the page may have loaded before its first frame is out
  const paint = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const [entry] = list.getEntriesByName('first-contentful-paint')
          if (entry) resolve(entry.startTime)
        }).observe({ type: 'paint', buffered: true })
      }),
  )
  row('first paint with figures on a slow line', `${paint.toFixed(0)} ms (goal: 1,000 ms)`)
  await page.waitForSelector('[data-ready]', { timeout: 600_000 })
  const script = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => /\.js$/.test(name))
      .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).decodedBodySize, 0),
  )
  row(
    'script before interaction, worker included',
    `${(script / 1000).toFixed(0)} kB unpacked (goal: 300 kB)`,
  )
  const keeper = await (await page.request.get(new URL('/service-worker.js', address).href)).body()
  row('the script that keeps pages, loaded after it', `${(keeper.length / 1000).toFixed(0)} kB unpacked`)
}
