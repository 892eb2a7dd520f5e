import { MOST_ATTRITION } from './pressure'
import { HIGH, ON_ATTRITION, Task, WIDE } from './task'

/** Puts the students of the base date in every lane. */
export function startTraining(task: Task): void {
  for (let stage: usize = 0; stage < task.stages; stage++) {
    const students = v128.load_splat<f64>(task.stageBase + (stage << 3))
    v128.store(task.stageHeads + stage * WIDE, students)
    v128.store(task.stageHeads + stage * WIDE, students, HIGH)
  }
}

/** A year of every programme: `task.trained` has those who complete and join, all England, by occupation. */
export function train(task: Task, y: usize): void {
  memory.fill(task.trained, 0, task.occupations * WIDE)
  let stages = task.stageHeads
  let programme = task.programmeTable
  for (let p: usize = 0; p < task.programmes; p++) {
    const o: usize = load<usize>(programme)
    const last = stages + (load<usize>(programme, 4) - 1) * WIDE
    const attrition = task.attrition + y * task.attritionRows * WIDE + load<usize>(programme, 8)
    const isPressed = (load<usize>(task.pressed + (o << 2)) & ON_ATTRITION) != 0
    const at = (y * task.programmes + p) << 3
    const intake = v128.load_splat<f64>(task.intake + at)
    const join = v128.load_splat<f64>(task.join + at)
    const first = v128.load_splat<f64>(task.firstYear + (p << 3))
    for (let side: usize = 0; side < WIDE; side += HIGH) {
      let lost = v128.load(attrition + side)
      if (isPressed) lost = f64x2.mul(lost, v128.load(task.feedback + (o * 3 + 2) * WIDE + side))
      const kept = staying(lost)
      const keptFirst = staying(f64x2.mul(lost, first))
      const to = task.trained + o * WIDE + side
      const completers = f64x2.mul(v128.load(last + side), last == stages ? keptFirst : kept)
      v128.store(to, f64x2.add(v128.load(to), f64x2.mul(completers, join)))
      for (let stage = last; stage > stages; stage -= WIDE) {
        const below = stage - WIDE
        v128.store(stage + side, f64x2.mul(v128.load(below + side), below == stages ? keptFirst : kept))
      }
      v128.store(stages + side, intake)
    }
    stages = last + WIDE
    programme += 12
  }
}

/** Share that stays of a stage that loses so much. */
@inline
function staying(lost: v128): v128 {
  return f64x2.sub(f64x2.splat(1), f64x2.min(f64x2.splat(MOST_ATTRITION), lost))
}
