import { type Options, type Params, SingleBar } from 'cli-progress'
import type { Terminal } from './terminal.ts'

/** Work shorter than this, in milliseconds, shows no bar. */
const PATIENCE = 1000
const WIDTH = 30

/** Tells how far a piece of work is. */
export type OnProgress = (done: number, total: number) => void

/**
 * Runs work under a progress bar with the time left, on the error output. The bar shows only to a person
 * at a terminal, only once the work has taken a second, and is gone when the work ends.
 * @param label what is being done, for example `Projecting`
 * @param isLong true for work known to take longer than a second: the bar shows at once
 */
export async function withProgress<T>(
  terminal: Terminal,
  label: string,
  work: (onProgress: OnProgress) => Promise<T>,
  isLong = false,
): Promise<T> {
  if (!terminal.err.isTTY) return work(() => undefined)
  const started = Date.now()
  const bar = createBar(label)
  if (isLong) bar.start(1, 0)
  const onProgress: OnProgress = (done, total) => {
    if (!bar.isActive && Date.now() - started > PATIENCE && done < total) bar.start(total, done)
    bar.setTotal(total)
    bar.update(done)
  }
  try {
    return await work(onProgress)
  } finally {
    bar.stop()
  }
}

/**
 * Works out the time left from the pace since the first report, because what comes before it (reading
 * and fitting the data) says nothing about what comes after.
 */
export function createEstimate(): (done: number, total: number, now: number) => number | null {
  let first: { readonly done: number; readonly now: number } | null = null
  return (done, total, now) => {
    if (done <= 0) return null
    first ??= { done, now }
    return done === first.done ? null : ((now - first.now) * (total - done)) / (done - first.done)
  }
}

/** A time in words a person waits in: `8 s`, `2 min`. */
export const formatTime = (milliseconds: number): string =>
  milliseconds < 90_000 ? `${Math.ceil(milliseconds / 1000)} s` : `${Math.round(milliseconds / 60_000)} min`

function createBar(label: string): SingleBar {
  const estimate = createEstimate()
  const format = (_: Options, { progress, value, total }: Params): string => {
    const full = Math.round(progress * WIDTH)
    const left = estimate(value, total, Date.now())
    const time = left === null ? '' : `, about ${formatTime(left)} left`
    return `${label} ${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${Math.floor(progress * 100)}%${time}`
  }
  return new SingleBar({ format, stream: process.stderr, hideCursor: true, clearOnComplete: true })
}
