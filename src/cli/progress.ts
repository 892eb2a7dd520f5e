import { SingleBar } from 'cli-progress'
import type { Terminal } from './terminal.ts'

/** Work shorter than this shows no bar. */
const PATIENCE = 1000

/** Tells how far a piece of work is. */
export type OnProgress = (done: number, total: number) => void

/**
 * Runs work under a progress bar with the time left, on stderr. The bar shows only to a person at a
 * terminal, only once the work has taken a second, and is gone when the work ends.
 * @param label what is being done, for example `Projecting`
 */
export async function withProgress<T>(
  terminal: Terminal,
  label: string,
  work: (onProgress: OnProgress) => Promise<T>,
): Promise<T> {
  if (!terminal.err.isTTY) return work(() => undefined)
  const started = Date.now()
  let bar: SingleBar | null = null
  const onProgress: OnProgress = (done, total) => {
    if (bar === null && Date.now() - started > PATIENCE && done < total) {
      bar = createBar(label)
      bar.start(total, done)
    }
    bar?.update(done)
  }
  try {
    return await work(onProgress)
  } finally {
    stop(bar)
  }
}

// a function of its own because the compiler can't see that the callback above has set the variable
const stop = (bar: SingleBar | null): void => bar?.stop()

const createBar = (label: string): SingleBar =>
  new SingleBar({
    format: `${label} [{bar}] {percentage}%  {eta_formatted} left`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 30,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    gracefulExit: false,
    etaBuffer: 50,
  })
