import type { OutputInfluence } from '../../domain/sensitivity.ts'
import { summary, varianceShares } from '../../results/influence.ts'
import { saltelliRows } from '../../stats/saltelli-rows.ts'
import type { GroupedDraws } from './assumption-groups.ts'
import { type Sampler, type SourceOfRow, sampleMix } from './sample-model.ts'

/** How many draws a study takes. */
export interface StudyPlan {
  /** Pairs of draws that shares of variance rest on. */
  readonly base: number
  /** Draws of each group alone. */
  readonly alone: number
}

/** Runs of the model that a study takes. */
export const studyRuns = ({ groups }: GroupedDraws, { base, alone }: StudyPlan): number =>
  base * (groups.length + 2) + groups.length * alone + 1

/**
 * What each group of assumptions does to the outputs of a model: the same numbers for a seed however the work is
 * shared out.
 * @returns one for each output of the sampler
 */
export async function studyModel(
  sampler: Sampler,
  grouped: GroupedDraws,
  plan: StudyPlan,
  onProgress?: (runs: number) => void,
): Promise<Omit<OutputInfluence, 'series' | 'measure'>[]> {
  const sampled = await sampleMix(
    sampler,
    grouped,
    studyRuns(grouped, plan),
    studyDesign(grouped, plan),
    onProgress,
  )
  return sampled.map((values) => influenceOf(values, grouped.groups.length, plan, sampler.seed))
}

/** The rows of a study: for each pair of draws its settings, then each group alone, last the central run. */
function studyDesign({ groups }: GroupedDraws, { base, alone }: StudyPlan): SourceOfRow {
  const count = groups.length
  const width = count + 2
  const streams = saltelliRows(Float64Array.from({ length: 2 * count }, (_, i) => (i < count ? 0 : 1)))
  const paired = base * width
  return (row, draws, own) => {
    if (row < paired) {
      draws.fill(Math.floor(row / width))
      own.set(streams[row % width]!)
      return
    }
    draws.fill(-1)
    const group = Math.floor((row - paired) / alone)
    if (group < count) draws[group] = (row - paired) % alone
  }
}

function influenceOf(
  values: Float64Array,
  groups: number,
  { base, alone }: StudyPlan,
  seed: number,
): Omit<OutputInfluence, 'series' | 'measure'> {
  const width = groups + 2
  const paired = values.subarray(0, base * width)
  const everything = Float64Array.from({ length: 2 * base }, (_, i) => paired[(i >> 1) * width + (i & 1)]!)
  return {
    central: values.at(-1)!,
    ...summary(everything),
    groups: varianceShares(paired, groups, seed).map((share, g) => {
      const first = base * width + g * alone
      const { p10, p90 } = summary(values.subarray(first, first + alone))
      return { ...share, p10, p90 }
    }),
  }
}
