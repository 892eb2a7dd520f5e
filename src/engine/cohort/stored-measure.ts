/**
 * What is kept of every draw by occupation, in the kernel's order (assembly/task.ts). Everything else that
 * is published follows from these, the draw's factors and constants of the area.
 */
export const STORED_MEASURES = [
  'supply_heads',
  'supply_fte',
  'fte_at_work',
  'joiners_heads',
  'leavers_heads',
  'over_55_heads',
] as const

/** What is kept of those occupations alone that have it: see `storedRows`. */
export const PARTLY_STORED = ['moves_out_heads', 'vacant_fte'] as const

/** What is kept of every draw of unpaid care, in the kernel's order. */
export const CARE_STORED = ['unpaid_hours', 'heavy_carers', 'women_hours'] as const

/** Rows that a series adds up over its occupations, in the order of assembly/publication.ts. */
export const ROW_MEASURES = [
  'supply_heads',
  'supply_fte',
  'fte_at_work',
  'need_fte',
  'funded_fte',
  'joiners_heads',
  'leavers_heads',
  'moves_in_heads',
  'moves_out_heads',
  'international_heads',
  'residual_heads',
  'over_55_heads',
  'pay_bill',
  'temporary_cost',
  'policy_cost',
  'net_cost',
] as const
export type RowMeasure = (typeof ROW_MEASURES)[number]

/** Position of a stored measure. */
export const storedAt = (measure: (typeof STORED_MEASURES)[number]): number =>
  STORED_MEASURES.indexOf(measure)
