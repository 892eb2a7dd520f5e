import { AGES, SEXES } from '../../domain/cohort.ts'
import type { EngineModel } from '../../domain/engine-model.ts'

/**
 * Bands of neighbouring ages whose hazards are equal in every occupation and sex, so that the kernel
 * works out exits once a band. The oldest age is a band of its own, since it also keeps its own people.
 * @returns first age index of each band, then the number of ages
 */
export function ageBands(model: EngineModel): Uint32Array {
  const starts = [0]
  for (let age = 1; age < AGES; age++) if (age === AGES - 1 || hazardsChange(model, age)) starts.push(age)
  return Uint32Array.from([...starts, AGES])
}

function hazardsChange(model: EngineModel, age: number): boolean {
  if (model.mobility[age] !== model.mobility[age - 1]) return true
  const cohorts = model.occupations * SEXES.length
  for (const table of [model.hazardLeave, model.hazardRetire, model.hazardIll])
    for (let cohort = 0; cohort < cohorts; cohort++)
      if (table[cohort * AGES + age] !== table[cohort * AGES + age - 1]) return true
  return false
}
