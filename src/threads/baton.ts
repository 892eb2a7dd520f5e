/**
 * Whole numbers that the threads of a run share, to divide the work and to keep sums in order. The
 * arithmetic never depends on them: only who does what, and when.
 */
export interface Baton {
  /** Takes the next group of draws, area, or the last publication: 0, 1, 2 ... across all threads. */
  takeGroup(): number
  takeArea(): number
  takeEngland(): number
  /** Notes that a group of draws has its factors, or that a step of the work is done. */
  groupDrawn(): void
  stepDone(): void
  /** Waits until that many groups have their factors; until it is area r's turn to be added. False once the run is stopped. */
  awaitGroups(groups: number): boolean
  awaitTurn(r: number): boolean
  /** Lets the next area be added. */
  passTurn(): void
  /** Stops the run on every thread. */
  stop(): void
  isStopped(): boolean
  /** Steps done so far. */
  steps(): number
}

const GROUP = 0
const AREA = 1
const ENGLAND = 2
const DRAWN = 3
const TURN = 4
const STOP = 5
const STEPS = 6

/** Shared memory that a baton needs, all zeros at the start. */
export const createBatonMemory = (): SharedArrayBuffer => new SharedArrayBuffer(7 * 4)

/** Longest wait before looking whether the run was stopped, in milliseconds. */
const WAIT = 50

export function createBaton(memory: SharedArrayBuffer): Baton {
  const state = new Int32Array(memory)
  const take = (index: number): number => Atomics.add(state, index, 1)
  const signal = (index: number): void => {
    Atomics.add(state, index, 1)
    Atomics.notify(state, index)
  }
  const reach = (index: number, goal: number): boolean => {
    for (;;) {
      if (Atomics.load(state, STOP) !== 0) return false
      const now = Atomics.load(state, index)
      if (now >= goal) return true
      Atomics.wait(state, index, now, WAIT)
    }
  }
  return {
    takeGroup: () => take(GROUP),
    takeArea: () => take(AREA),
    takeEngland: () => take(ENGLAND),
    groupDrawn: () => signal(DRAWN),
    stepDone: () => void Atomics.add(state, STEPS, 1),
    awaitGroups: (groups) => reach(DRAWN, groups),
    awaitTurn: (r) => reach(TURN, r),
    passTurn: () => signal(TURN),
    stop: () => void Atomics.store(state, STOP, 1),
    isStopped: () => Atomics.load(state, STOP) !== 0,
    steps: () => Atomics.load(state, STEPS),
  }
}
