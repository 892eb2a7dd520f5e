import { AGES, SEXES, YOUNGEST } from '../../domain/cohort.ts'
import type { EngineModel } from '../../domain/engine-model.ts'

/** Index of age 55. */
export const AGE_55 = 55 - YOUNGEST

/**
 * Bands of neighbouring ages whose hazards and FTE per head are equal in every occupation and sex, so
 * that the kernel works out exits and FTE once a band. A band starts at 55, so that those aged 55 and over
 * can be counted.
 * @returns first age index of each band, then the number of ages
 */
export function ageBands(model: EngineModel): Uint32Array {
  const starts = [0]
  for (let age = 1; age < AGES; age++) if (age === AGE_55 || changes(model, age)) starts.push(age)
  return Uint32Array.from([...starts, AGES])
}

function changes(model: EngineModel, age: number): boolean {
  if (model.mobility[age] !== model.mobility[age - 1]) return true
  const cohorts = model.occupations * SEXES.length
  const { hazardLeave, hazardRetire, hazardIll, participation } = model
  for (const table of [hazardLeave, hazardRetire, hazardIll, participation])
    for (let cohort = 0; cohort < cohorts; cohort++)
      if (table[cohort * AGES + age] !== table[cohort * AGES + age - 1]) return true
  return false
}
