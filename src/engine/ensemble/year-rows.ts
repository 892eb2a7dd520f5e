import type { EngineModel } from '../../domain/engine-model.ts'
import type { Kernel } from '../cohort/kernel.ts'
import { careStart, type Layout } from '../cohort/layout.ts'
import type { Shape } from '../cohort/shape.ts'
import {
  CARE_STORED,
  ROW_MEASURES,
  type RowMeasure,
  STORED_MEASURES,
  storedAt,
} from '../cohort/stored-measure.ts'
import type { StoredRows } from '../cohort/stored-rows.ts'

/** Readies the rows that one year's publication adds up. */
export interface YearRows {
  /** Makes the rows of the base from `layout.baseHeads` and its like. */
  makeBase(): void
  /** Makes year t's rows that aren't stored, and notes where each measure's are in `layout.rows`. */
  make(t: number): void
  /** Address of year t's rows of unpaid care. */
  care(t: number): number
}

export function createYearRows(
  kernel: Kernel,
  layout: Layout,
  shape: Shape,
  model: EngineModel,
  rows: StoredRows,
  wanted: ReadonlySet<RowMeasure>,
): YearRows {
  const wants = (...measures: readonly RowMeasure[]): boolean =>
    measures.some((measure) => wanted.has(measure))
  const wantsPosts = wants('need_fte', 'funded_fte')
  const wantsMoney = wants('pay_bill', 'temporary_cost', 'policy_cost', 'net_cost')
  const wantsMoves = wants('moves_in_heads', 'moves_out_heads', 'residual_heads')
  const { occupations, slots } = shape
  const row = slots * 8
  const table = occupations * row
  /** Whether an occupation has a residual flow in the step to year t: rounding must not pass for one. */
  const hasResidual = (o: number, t: number): boolean =>
    Array.from(
      { length: model.areas },
      (_, r) => model.residual[(o * model.areas + r) * model.years + t - 1]!,
    ).some((share) => share !== 0)
  const yearOf = (t: number): number => layout.results + (t - 1) * shape.storedRows * row
  const stored = (t: number, measure: (typeof STORED_MEASURES)[number]): number =>
    yearOf(t) + storedAt(measure) * table
  /** Copies the stored rows of some occupations to a table of all; the others have 0. */
  const spread = (t: number, from: readonly (number | null)[], to: number): void => {
    const memory = new Uint8Array(kernel.memory.buffer)
    from.forEach((place, o) => {
      const start = yearOf(t) + (place ?? 0) * row
      if (place === null) memory.fill(0, to + o * row, to + (o + 1) * row)
      else memory.copyWithin(to + o * row, start, start + row)
    })
  }
  const base = {
    supply_heads: layout.baseRows,
    supply_fte: layout.baseRows + table,
    over_55_heads: layout.baseRows + 2 * table,
    vacant_fte: layout.baseRows + 3 * table,
  }
  const heads = (t: number): number => (t === 0 ? base.supply_heads : stored(t, 'supply_heads'))

  const residual = (t: number): void => {
    for (let o = 0; o < occupations; o++) {
      const at = o * row
      if (hasResidual(o, t))
        kernel.residualRow(
          layout.publication,
          heads(t) + at,
          heads(t - 1) + at,
          stored(t, 'leavers_heads') + at,
          layout.movesOutRows + at,
          layout.moveInRows + at,
          stored(t, 'joiners_heads') + at,
          layout.residualRows + at,
        )
      else new Float64Array(kernel.memory.buffer, layout.residualRows + at, slots).fill(0)
    }
  }

  return {
    makeBase() {
      const make = (values: number, out: number): void =>
        kernel.constantRows(layout.publication, values, out, occupations)
      make(layout.baseHeads, base.supply_heads)
      make(layout.baseFte, base.supply_fte)
      make(layout.baseOver55, base.over_55_heads)
      make(layout.baseVacant, base.vacant_fte)
    },
    make(t) {
      const { publication, moneyRows } = layout
      if (wantsPosts) kernel.postRows(publication, layout.needRows, layout.fundedRows, layout.moneyRows)
      const made: Partial<Record<RowMeasure, number>> = {
        need_fte: layout.needRows,
        funded_fte: layout.fundedRows,
        pay_bill: moneyRows,
        temporary_cost: moneyRows + table,
        policy_cost: moneyRows + 2 * table,
        net_cost: moneyRows + 3 * table,
      }
      if (t === 0) {
        Object.assign(made, {
          supply_heads: base.supply_heads,
          supply_fte: base.supply_fte,
          fte_at_work: base.supply_fte,
          over_55_heads: base.over_55_heads,
        })
        if (wantsMoney)
          kernel.moneyRows(publication, base.supply_heads, base.supply_fte, base.vacant_fte, 0, moneyRows)
      } else {
        for (const measure of STORED_MEASURES) made[measure] = stored(t, measure)
        made.moves_out_heads = layout.movesOutRows
        made.moves_in_heads = layout.moveInRows
        made.residual_heads = layout.residualRows
        made.international_heads = layout.internationalRows
        if (wantsMoves) {
          spread(t, rows.movesOut, layout.movesOutRows)
          kernel.moveInRows(publication, layout.movesOutRows, layout.moveInRows)
        }
        if (wants('residual_heads')) residual(t)
        if (wants('international_heads')) kernel.internationalRows(publication, layout.internationalRows)
        if (wantsMoney) {
          spread(t, rows.vacant, layout.vacantRows)
          kernel.moneyRows(
            publication,
            stored(t, 'supply_heads'),
            stored(t, 'supply_fte'),
            layout.vacantRows,
            stored(t, 'joiners_heads'),
            moneyRows,
          )
        }
      }
      new Uint32Array(kernel.memory.buffer, layout.rows, ROW_MEASURES.length).set(
        ROW_MEASURES.map((measure) => (wanted.has(measure) ? (made[measure] ?? 0) : 0)),
      )
    },
    care: (t) =>
      t === 0
        ? layout.baseCareRows
        : layout.results + (careStart(shape) + (t - 1) * CARE_STORED.length * slots) * 8,
  }
}
