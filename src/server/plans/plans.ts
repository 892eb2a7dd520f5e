import type { Judged } from '../../domain/assumption-book.ts'
import type { InputFiles } from '../../domain/input-files.ts'
import type { PlanLimit, PlanLimits } from '../../domain/plan.ts'
import type { PlanRecord } from '../../domain/plan-record.ts'
import type { Reference } from '../../domain/reference.ts'
import type { LimitValue } from '../../levers/read-plan-limits.ts'
import { readPlanLimits } from '../../levers/read-plan-limits.ts'
import { hashInputs, sha256 } from '../../storage/hash.ts'
import { openSavedPlans } from '../../storage/saved-plans.ts'
import type { PlanElsewhere } from '../../threads/plan-on-thread.ts'
import type { Workshop } from '../builder/workshop.ts'
import type { Ground } from '../ground.ts'
import type { Guard } from '../writing/guard.ts'
import type { WriteLimits } from '../writing/limits.ts'
import { openPlanDesk, type PlanDesk } from './plan-desk.ts'
import { describeResult } from './plan-state.ts'
import type { Asking } from './question.ts'

/** What the page “What would it take” works with. */
export interface Plans {
  readonly desk: PlanDesk
  readonly guard: Guard
  readonly files: InputFiles
  /** What questions are read with, and what the limits of the data rest on; read when first asked for. */
  asking(): Asking
  limits(): ReadonlyMap<PlanLimit, Judged<LimitValue>>
  /** Whether an answer is of this server’s data and version. */
  isCurrent(record: Pick<PlanRecord, 'inputs' | 'version'>): boolean
}

/** What plans are made from. */
export interface PlanGround {
  readonly ground: Ground
  readonly reference: Reference
  readonly workshop: () => Promise<Workshop>
  readonly version: string
  /** Folder of everything saved. */
  readonly folder: string
  readonly solve: PlanElsewhere
  readonly guard: Guard
  readonly limits: WriteLimits
  readonly log: (text: string) => void
}

/** Sets the page up; nothing is read yet. */
export function createPlans(parts: PlanGround): Plans {
  const { ground, reference, workshop, version, folder, solve, guard, limits, log } = parts
  const { files } = ground
  let kept: ReadonlyMap<PlanLimit, Judged<LimitValue>> | null = null
  let inputs: string | null = null
  const limitsOfData = () => {
    kept ??= readPlanLimits(files, ground.inputs().book.sources)
    return kept
  }
  const inputsOfData = (): string => {
    inputs ??= sha256(JSON.stringify(hashInputs(files)))
    return inputs
  }
  const desk = openPlanDesk({
    answers: openSavedPlans(folder, limits.plans),
    inputs: inputsOfData,
    version,
    solve: (request, onProgress, signal) => solve(files, request, onProgress, signal),
    describe: async (plan) => describeResult(files, plan, await workshop()),
    limits,
    log,
    now: Date.now,
  })
  return {
    desk,
    guard,
    files,
    limits: limitsOfData,
    isCurrent: (record) => record.inputs === inputsOfData() && record.version === version,
    asking: () => {
      const own = Object.fromEntries([...limitsOfData()].map(([code, { value }]) => [code, value]))
      return { reference, baseYear: ground.inputs().model.baseYear, limits: own as unknown as PlanLimits }
    },
  }
}
