import { AGES, SEXES } from '../../domain/cohort.ts'
import type { DrawFactors } from '../../domain/draw-factors.ts'
import type { EngineModel } from '../../domain/engine-model.ts'

/** People of one occupation, area, sex and age. */
export interface Cell {
  readonly occupation: number
  readonly area: number
  readonly sex: number
  readonly age: number
  heads: number
}

/** 0, 1 ... length - 1. */
export const range = (length: number): number[] => Array.from({ length }, (_, i) => i)

/** Index of [o][s][a]. */
export const cellIndex = (o: number, s: number, a: number): number => (o * SEXES.length + s) * AGES + a

/** The people of the base date. */
export function baseCells(model: EngineModel): Cell[] {
  const cells: Cell[] = []
  for (const occupation of range(model.occupations))
    for (const sex of range(SEXES.length))
      for (const age of range(AGES))
        for (const area of range(model.areas)) {
          const heads = model.heads[cellIndex(occupation, sex, age) * model.areas + area]!
          cells.push({ occupation, area, sex, age, heads })
        }
  return cells
}

/** Full-time equivalents of a cell in year t. */
export function fteOf(model: EngineModel, draw: DrawFactors, cell: Cell, t: number): number {
  const { occupation: o, sex, age, area } = cell
  return (
    cell.heads *
    model.participation[cellIndex(o, sex, age)]! *
    model.participationArea[o * model.areas + area]! *
    draw.participation[o * (model.years + 1) + t]!
  )
}

/** Full-time equivalents in year t by occupation and area [o][r]. */
export function fteByOccupation(
  model: EngineModel,
  draw: DrawFactors,
  cells: readonly Cell[],
  t: number,
): number[][] {
  const fte = range(model.occupations).map(() => range(model.areas).map(() => 0))
  for (const cell of cells) fte[cell.occupation]![cell.area]! += fteOf(model, draw, cell, t)
  return fte
}
