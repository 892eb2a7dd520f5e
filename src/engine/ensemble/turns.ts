/** Groups of draws worked through before other work gets a turn: some 8 ms of work. */
const GROUPS_PER_TURN = 4

/** Gives way to other work as a long calculation goes on. */
export interface Turns {
  /**
   * Call after each group of draws: now and then lets waiting events run, after which it throws the
   * signal's reason if the work was called off.
   */
  step(): Promise<void>
  close(): void
}

/**
 * @param total steps to come, where progress is told
 * @param onProgress told at each turn how many of them are done
 */
export function createTurns(
  signal?: AbortSignal,
  total = Number.POSITIVE_INFINITY,
  onProgress?: (done: number, total: number) => void,
): Turns {
  // A message to oneself comes back at once, where a timer would wait four milliseconds in a browser.
  const { port1, port2 } = new MessageChannel()
  let done = 0
  return {
    async step() {
      done++
      if (done % GROUPS_PER_TURN > 0 && done < total) return
      onProgress?.(done, total)
      await new Promise<void>((resolve) => {
        port1.onmessage = () => resolve()
        port2.postMessage(null)
      })
      signal?.throwIfAborted()
    },
    close: () => port1.close(),
  }
}
