import type { Finding } from '../../domain/finding.ts'
import type { FlowType, TurnoverRow } from './parse.ts'

/** Rounding of five decimals over a few hundred organisations stays below this, in FTE. */
const FTE_TOLERANCE = 0.01

type Totals = Record<FlowType, { heads: number; fte: number }>

const noTotals = (): Totals => ({
  opening: { heads: 0, fte: 0 },
  closing: { heads: 0, fte: 0 },
  joiners: { heads: 0, fte: 0 },
  leavers: { heads: 0, fte: 0 },
})

/**
 * What a reader of the turnover figures should know: staff groups that don't add up to the published
 * total, how far opening plus joiners less leavers is from closing, and rows the publisher leaves out.
 */
export function checkTurnover(rows: readonly TurnoverRow[], file: string): readonly Finding[] {
  const all = noTotals()
  const groups = noTotals()
  const difference = new Map<string, number>()
  for (const { staffGroup, type, headcount, fte, organisation, period } of rows) {
    const totals = (staffGroup === 'all' ? all : groups)[type]
    totals.heads += headcount
    totals.fte += fte
    const key = `${organisation}, ${type}, ${period}`
    difference.set(key, (difference.get(key) ?? 0) + (staffGroup === 'all' ? fte : -fte))
  }
  const findings: Finding[] = []
  for (const [place, value] of difference)
    if (Math.abs(value) > FTE_TOLERANCE)
      findings.push({
        rule: 'turnover-groups-add-up',
        severity: 'warning',
        message: `The staff groups differ from the total by ${value.toFixed(2)} FTE.`,
        place: `${file}, ${place}`,
      })
  const extra = groups.closing.heads - all.closing.heads
  if (extra !== 0)
    findings.push({
      rule: 'turnover-people-in-two-groups',
      severity: 'note',
      message: `The headcounts of the staff groups sum to ${extra} more than the ${all.closing.heads} people of the total: some people are counted in two groups.`,
      place: file,
    })
  const explained = all.opening.heads + all.joiners.heads - all.leavers.heads
  if (explained !== all.closing.heads)
    findings.push({
      rule: 'turnover-stock-flow',
      severity: 'note',
      message:
        `Opening ${all.opening.heads} + joiners ${all.joiners.heads} - leavers ${all.leavers.heads} = ${explained}, ` +
        `but closing is ${all.closing.heads}: the file does not count every change.`,
      place: file,
    })
  return findings
}
