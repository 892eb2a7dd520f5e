import type { Finding } from '../../domain/finding.ts'
import { columnKey } from '../raw-table.ts'
import type { Corrector } from './corrector.ts'
import type { Correction } from './read-corrections.ts'

interface Outcome {
  readonly correction: Correction
  /** Value found in the row, or in the last of several. */
  found: string | null
  /** True where some row had the published value. */
  isMet: boolean
}

/** Makes the corrector of a file from the corrections of its kind. */
export function createCorrector(corrections: readonly Correction[]): Corrector {
  const outcomes = corrections.map((correction): Outcome => ({ correction, found: null, isMet: false }))
  const keys = corrections.map(({ where, column }) => ({
    where: where.map((pair) => ({ key: columnKey(pair.column), value: pair.value })),
    column: columnKey(column),
  }))
  return {
    correct(cells, positions) {
      let row = cells
      const textAt = (key: string): string | null => {
        const position = positions.get(key)
        return position === undefined ? null : String(cells[position] ?? '').trim()
      }
      for (const [index, outcome] of outcomes.entries()) {
        const { where = [], column = '' } = keys[index] ?? {}
        if (!where.every(({ key, value }) => textAt(key) === value)) continue
        const { published, corrected } = outcome.correction
        const found = textAt(column)
        const position = positions.get(column)
        outcome.found = found
        if (found !== published || position === undefined) continue
        outcome.isMet = true
        if (corrected !== null) row = row.with(position, corrected)
      }
      return row
    },
    findings: (file) =>
      outcomes.filter(({ found }) => found !== null).map((outcome) => describeOutcome(outcome, file)),
  }
}

function describeOutcome({ correction, found, isMet }: Outcome, file: string): Finding {
  const { where, column, published, corrected, reason } = correction
  const row = where.map((pair) => `${pair.column} ${pair.value}`).join(', ')
  const place = `${file}, ${row}, ${column}`
  if (!isMet)
    return {
      rule: 'correction-obsolete',
      severity: 'error',
      message: `The publisher has mended this: ${found || 'nothing'} is here now, not ${published}. Take the row out of the list (${correction.place}); the value was read as published.`,
      place,
    }
  return corrected === null
    ? {
        rule: 'value-flagged',
        severity: 'note',
        message: `${published} is kept as published, with a caution: ${reason}`,
        place,
      }
    : {
        rule: 'correction-applied',
        severity: 'note',
        message: `${published} was read as ${corrected}: ${reason}`,
        place,
      }
}
