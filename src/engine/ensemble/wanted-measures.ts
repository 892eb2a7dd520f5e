import { MEASURES } from '../../domain/measure.ts'
import type { RowMeasure } from '../cohort/stored-measure.ts'

/** The rows that a series adds up to work out each measure. */
const ROWS_OF: Readonly<Record<string, readonly RowMeasure[]>> = {
  supply_heads: ['supply_heads'],
  supply_fte: ['supply_fte'],
  fte_at_work: ['fte_at_work'],
  need_fte: ['need_fte'],
  funded_fte: ['funded_fte'],
  gap_fte: ['fte_at_work', 'need_fte'],
  coverage: ['fte_at_work', 'need_fte'],
  vacancy_rate: ['supply_fte', 'funded_fte'],
  joiners_heads: ['joiners_heads'],
  leavers_heads: ['leavers_heads'],
  moves_in_heads: ['moves_in_heads'],
  moves_out_heads: ['moves_out_heads'],
  international_share: ['international_heads', 'joiners_heads'],
  residual_heads: ['residual_heads'],
  share_over_55: ['over_55_heads', 'supply_heads'],
  staff_per_1000: ['supply_fte'],
  labour_share: ['supply_heads'],
  pay_bill: ['pay_bill', 'supply_fte'],
  temporary_cost: ['temporary_cost'],
  policy_cost: ['policy_cost'],
  net_cost: ['net_cost'],
}

/** Measures that are another times a constant, whose statistics they take over. */
const SCALED: Readonly<Record<string, string>> = {
  staff_per_1000: 'supply_fte',
  labour_share: 'supply_heads',
  pay_bill: 'supply_fte',
  unpaid_hours_per_adult: 'unpaid_hours',
  heavy_carer_share: 'heavy_carers',
}

/** What a run publishes, and what that takes. */
export interface WantedMeasures {
  /** A bit for each measure in the order of `MEASURES`: those asked for, and those they are a multiple of. */
  readonly bits: number
  readonly rows: ReadonlySet<RowMeasure>
}

/** @param codes measures asked for; all where undefined */
export function wantedMeasures(codes: readonly string[] | undefined): WantedMeasures {
  const asked = new Set(codes ?? MEASURES.map(({ code }) => code))
  for (const code of [...asked]) if (SCALED[code]) asked.add(SCALED[code])
  const bits = MEASURES.reduce((all, { code }, i) => (asked.has(code) ? all | (1 << i) : all), 0)
  return { bits: bits >>> 0, rows: new Set([...asked].flatMap((code) => ROWS_OF[code] ?? [])) }
}
