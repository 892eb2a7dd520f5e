import { setTimeout as sleep } from 'node:timers/promises'
import { type Database, RunGone, type TakenJob } from './database.ts'
import { queueOf } from './run-board.ts'

/** Milliseconds between two signs of life for a job; well under the time after which it is offered again. */
const SIGN = 3000
/** Milliseconds between two looks for something to do. */
export const LOOK = 500

/**
 * Does a job that was taken, with signs of life so that nobody else takes it, and ends it. Where the work
 * fails or is stopped, gives the job back at once.
 * @param work does it; stops when its signal fires
 * @returns false where nobody waits for the job any more
 * @throws whatever the work throws
 */
export async function doJob(
  database: Database,
  key: string,
  job: TakenJob,
  work: (signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
): Promise<boolean> {
  const queue = queueOf(key)
  const stop = new AbortController()
  const sign = setInterval(() => {
    database.touch(queue, job).then(
      (isThere) => {
        if (!isThere) stop.abort(new RunGone())
      },
      (cause) => stop.abort(cause),
    )
  }, SIGN)
  try {
    await work(AbortSignal.any([signal, stop.signal]))
    await database.complete(queue, job)
    return true
  } catch (cause) {
    if (cause instanceof RunGone) return false
    await database.giveBack(queue, job, sentenceOf(cause)).catch(() => undefined)
    throw cause
  } finally {
    clearInterval(sign)
  }
}

/** What went wrong, in words for another machine. */
export const sentenceOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))

/** Waits a moment, or until the signal fires. */
export async function rest(signal: AbortSignal): Promise<void> {
  await sleep(LOOK, undefined, { signal }).catch(() => undefined)
}
