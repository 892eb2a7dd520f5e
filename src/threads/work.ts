import { createEnsembleRun, planRun } from '../engine/ensemble/ensemble-run.ts'
import { withoutLeftovers } from '../engine/ensemble/leftovers.ts'
import { createBaton } from './baton.ts'
import type { WorkerJob } from './worker-job.ts'

/**
 * One thread's part of a run: draws groups of factors, then takes areas until none is left. An area's
 * draws are added to its region in the order of areas, whichever thread simulated it.
 */
export async function work({ request, kernel, shared, baton: memory }: WorkerJob): Promise<void> {
  const plan = planRun(request)
  const { england, areas } = plan.units
  const baton = createBaton(memory)
  const run = await createEnsembleRun(request, plan, shared, withoutLeftovers(kernel))

  for (let group = baton.takeGroup(); group < plan.groups; group = baton.takeGroup()) {
    run.drawGroup(group)
    baton.groupDrawn()
    baton.stepDone()
  }
  baton.awaitGroups(plan.groups)

  for (let r = baton.takeArea(); r < areas.length; r = baton.takeArea()) {
    run.startArea(r)
    for (let group = 0; group < plan.groups; group++) {
      run.simulateGroup(group)
      baton.stepDone()
    }
    run.publish(areas[r]!)
    baton.awaitTurn(r)
    const region = run.addArea(r)
    baton.passTurn()
    if (region) run.publish(region)
  }

  if (!england) return
  baton.awaitTurn(areas.length)
  if (baton.takeEngland() > 0) return
  run.loadEngland()
  run.publish(england)
}
