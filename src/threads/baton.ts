/**
 * Whole numbers that the threads of a run share, to divide the work and to keep sums in order. The
 * arithmetic never depends on them: only who does what, and when.
 */
export interface Baton {
  /** Takes the next group of draws, area, or publication of England: 0, 1, 2 ... across all threads. */
  takeGroup(): number
  takeArea(): number
  takeEngland(): number
  /** Notes that a group of draws has its factors. */
  groupDrawn(): void
  /** Waits until that many groups have their factors. */
  awaitGroups(groups: number): void
  /** Waits until it is area r's turn to be added. */
  awaitTurn(r: number): void
  /** Lets the next area be added. */
  passTurn(): void
  /** Notes that a step of the work is done. */
  stepDone(): void
  /** Steps done so far. */
  steps(): number
}

const GROUP = 0
const AREA = 1
const ENGLAND = 2
const DRAWN = 3
const TURN = 4
const STEPS = 5

/** Shared memory that a baton needs, all zeros at the start. */
export const createBatonMemory = (): SharedArrayBuffer => new SharedArrayBuffer(6 * 4)

/** One thread's hold on the numbers. Waiting blocks the thread: only worker threads may. */
export function createBaton(memory: SharedArrayBuffer): Baton {
  const state = new Int32Array(memory)
  const take = (index: number): number => Atomics.add(state, index, 1)
  const signal = (index: number): void => {
    Atomics.add(state, index, 1)
    Atomics.notify(state, index)
  }
  const reach = (index: number, goal: number): void => {
    for (let now = Atomics.load(state, index); now < goal; now = Atomics.load(state, index))
      Atomics.wait(state, index, now)
  }
  return {
    takeGroup: () => take(GROUP),
    takeArea: () => take(AREA),
    takeEngland: () => take(ENGLAND),
    groupDrawn: () => signal(DRAWN),
    awaitGroups: (groups) => reach(DRAWN, groups),
    awaitTurn: (r) => reach(TURN, r),
    passTurn: () => signal(TURN),
    stepDone: () => void Atomics.add(state, STEPS, 1),
    steps: () => Atomics.load(state, STEPS),
  }
}
