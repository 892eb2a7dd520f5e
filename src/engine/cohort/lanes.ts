/** Draws the kernel simulates at once: `LANES` of assembly/task.ts. */
export const LANES = 4

/** Slots that rows of draws have: one per draw, one for the central run, and more up to whole groups of lanes. */
export const slotsFor = (draws: number): number => Math.ceil((draws + 1) / LANES) * LANES
