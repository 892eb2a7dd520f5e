import { exits } from './exits'
import { grow } from './grow'
import { fillPosts } from './posts'
import { startPressure } from './pressure'
import { BAND, HEADS, HIGH, SEXES, Task, WIDE } from './task'
import { startTraining, train } from './training'
import { care, startCare } from './unpaid-care'

/** Simulates every year of one area for one group of draws. */
export function simulate(task: Task): void {
  startPeople(task)
  startTraining(task)
  fillPosts(task, 0)
  startPressure(task)
  startCare(task)
  for (let y: usize = 0; y < task.years; y++) {
    for (let o: usize = 0; o < task.occupations; o++) exits(task, y, o)
    train(task, y)
    fillPosts(task, y + 1)
    memory.fill(task.paidHours, 0, WIDE)
    for (let o: usize = 0; o < task.occupations; o++) grow(task, y, o)
    care(task, y + 1)
    const done = task.state
    task.state = task.nextState
    task.nextState = done
  }
}

/** Puts the people of the base date in every lane. */
function startPeople(task: Task): void {
  const cohorts = task.occupations * SEXES
  let heads = task.heads
  let state = task.state
  let band = task.bandState
  for (let cohort: usize = 0; cohort < cohorts; cohort++) {
    let a: usize = 0
    for (let b: usize = 0; b < task.bands; b++) {
      const end: usize = load<usize>(task.bandStart + ((b + 1) << 2))
      let sum = f64x2.splat(0)
      for (; a < end; a++) {
        const people = v128.load_splat<f64>(heads)
        v128.store(state, people)
        v128.store(state, people, HIGH)
        sum = f64x2.add(sum, people)
        heads += 8
        state += WIDE
      }
      v128.store(band, sum, HEADS)
      v128.store(band, sum, HEADS + HIGH)
      band += BAND
    }
  }
}
