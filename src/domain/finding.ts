export type Severity = 'error' | 'warning' | 'note'

/** What a check found: a value with its place and its limit, never a thrown error. */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  /** One plain sentence with the value found. */
  readonly message: string
  /** Where: a file and row, or an area, occupation and year. */
  readonly place: string
}

/** Rule of findings about assumptions past their day; `headroom check` ends with status 1 for them too. */
export const EXPIRED_RULE = 'assumption-current'
