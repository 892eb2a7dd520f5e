import { createEnsembleRun, planRun } from '../engine/ensemble/ensemble-run.ts'
import { withoutLeftovers } from '../engine/ensemble/leftovers.ts'
import { createBaton } from './baton.ts'
import type { RegionDone, WorkerJob } from './worker-job.ts'

/**
 * One thread's part of a run: draws groups of factors, then takes areas until none is left. An area's
 * draws are added to its region in the order of areas, whichever thread simulated it.
 * @param onRegion told of each region that is done, where the job is a part of a run
 */
export async function work(
  { request, kernel, shared, baton: memory, part }: WorkerJob,
  onRegion: (done: RegionDone) => void,
): Promise<void> {
  const plan = planRun(request)
  const { england } = plan.units
  const areas = part ? part.areas.map((r) => plan.units.areas[r]!) : plan.units.areas
  const baton = createBaton(memory)
  const run = await createEnsembleRun(request, plan, shared, withoutLeftovers(kernel))

  if (!part?.isDrawn) {
    for (let group = baton.takeGroup(); group < plan.groups; group = baton.takeGroup()) {
      run.drawGroup(group)
      baton.groupDrawn()
      baton.stepDone()
    }
    baton.awaitGroups(plan.groups)
  }

  for (let turn = baton.takeArea(); turn < areas.length; turn = baton.takeArea()) {
    const area = areas[turn]!
    const r = area.areas[0]!
    run.startArea(r)
    for (let group = 0; group < plan.groups; group++) {
      run.simulateGroup(group)
      baton.stepDone()
    }
    run.publish(area)
    baton.awaitTurn(turn)
    const region = run.addArea(r)
    const sum = part && region ? shared.region.slice() : null
    baton.passTurn()
    if (region) run.publish(region)
    if (region && sum) onRegion({ region: region.index - 1, sum })
  }

  if (!england || part?.england === false) return
  baton.awaitTurn(areas.length)
  if (baton.takeEngland() > 0) return
  run.loadEngland()
  run.publish(england)
}
