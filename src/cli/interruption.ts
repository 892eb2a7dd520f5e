import { HeadroomError } from '../errors/headroom-error.ts'

/** A user's wish to stop. */
export interface Interruption {
  readonly signal: AbortSignal
  /** Exit status that says how the program was stopped: 130 by Ctrl-C, 143 by a request to end; 0 while it wasn't. */
  readonly status: () => number
}

const STATUS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

/**
 * Turns Ctrl-C and requests to end into an abort signal, so that work can stop tidily. A second one
 * ends the process at once; what is half-written is still removed on the way out.
 */
export function watchInterruption(process: NodeJS.Process): Interruption {
  const controller = new AbortController()
  let status = 0
  for (const [name, code] of Object.entries(STATUS))
    process.on(name, () => {
      if (status !== 0) process.exit(code)
      status = code
      controller.abort()
    })
  return { signal: controller.signal, status: () => status }
}

/** Throws HeadroomError `interrupted` where the user wants to stop. For use between two pieces of work. */
export function stopIfAsked(signal: AbortSignal): void {
  if (signal.aborted) throw new HeadroomError('interrupted', {})
}

/** Lets waiting signals be heard between two long pieces of work that don't pause by themselves. */
export async function pause(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
  stopIfAsked(signal)
}

/** Resolves when the user wants to stop. */
export const untilAsked = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
