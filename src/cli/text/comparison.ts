import { type Comparison, type ComparisonStatistic, comparisonValue } from '../../domain/comparison.ts'
import { measureOf } from '../../domain/measure.ts'
import { signed } from '../../views/builder/say-difference.ts'
import { formatValue } from '../../views/numbers/format-value.ts'
import { unitStep } from '../../views/numbers/round-to-range.ts'
import { alignTable, wrapText } from './table.ts'

const WIDTH = 96
/** Measures shown, in order; those without a value are left out. */
const STAFF = [
  'supply_heads',
  'supply_fte',
  'need_fte',
  'gap_fte',
  'coverage',
  'vacancy_rate',
  'pay_bill',
  'temporary_cost',
  'training_cost',
  'policy_cost',
  'net_cost',
]
const CARE = ['unpaid_hours_per_adult', 'heavy_carer_share', 'women_to_men_hours']
/** Measures taken apart by lever, with short headings. */
const APART: Readonly<Record<string, string>> = {
  supply_fte: 'Staff, FTE',
  gap_fte: 'Gap, FTE',
  net_cost: 'Net cost',
}

/**
 * A comparison as text: both scenarios and their difference at the end of the run, and what each lever
 * alone does to it.
 * @param wanted code of the series to show; all staff where null
 */
export function formatComparison(comparison: Comparison, wanted: string | null): string {
  const { a, b, area, series, years, draws, parts } = comparison
  const t = years.length - 1
  const s = Math.max(
    0,
    series.findIndex(({ level, code }) => (wanted === null ? level === 'all' : code === wanted)),
  )
  const care = series.findIndex(({ code }) => code === 'unpaid-care')
  const rows = [
    ...STAFF.map((code) => measureRow(comparison, s, t, code)),
    ...(care < 0 ? [] : CARE.map((code) => measureRow(comparison, care, t, code))),
  ].filter((row) => row !== null)
  const [, , , ...causes] = parts
  const apart = Object.keys(APART).filter((code) => isKnown(comparison, s, t, code))
  const heading = ['', ...apart.flatMap((code) => [APART[code]!, ''])]
  const lines = [2, ...causes.map((_, i) => i + 3)].map((p) => [
    parts[p]!.title,
    ...apart.flatMap((code) => cells(comparison, p, s, t, code, 'mean')),
  ])
  const beside = ['left', ...apart.flatMap(() => ['right', 'beside'] as const)] as const
  return [
    `${area.name}, ${series[s]!.name}, 31 March ${years[t]}: ${b.title} compared with ${a.title}`,
    '',
    ...alignTable(
      [['', a.name, b.name, 'Difference', ''], ...rows],
      ['left', 'right', 'right', 'right', 'beside'],
    ),
    '',
    'What does it: each alone on top of the first (means, which add up)',
    ...alignTable([heading, ...lines], beside),
    '',
    wrapText(
      `Brackets hold 8 in 10 of ${draws} draws, the same for both scenarios. A lever alone may do more or less than with the others: what is left over stands in the last line. How far each effect is known, “headroom levers” says; many are judgements.`,
      WIDTH,
    ),
  ].join('\n')
}

function measureRow(comparison: Comparison, s: number, t: number, code: string): string[] | null {
  if (!isKnown(comparison, s, t, code)) return null
  const at = (part: number): string => {
    const { unit, step, value } = readPart(comparison, part, s, t, code)
    return formatValue(value('p50'), unit, step)
  }
  return [nameOf(code), at(0), at(1), ...cells(comparison, 2, s, t, code, 'p50')]
}

/** A value with its sign, and its range. */
function cells(
  comparison: Comparison,
  part: number,
  s: number,
  t: number,
  code: string,
  statistic: ComparisonStatistic,
): [string, string] {
  const { unit, step, value } = readPart(comparison, part, s, t, code)
  const [middle, low, high] = [statistic, 'p10' as const, 'p90' as const].map((name) =>
    signed(value(name), unit, step),
  )
  return [middle!, low === high ? '' : `(${low} to ${high})`]
}

/** The values of a part, its unit, and what its range lets it be rounded to: as on the pages. */
function readPart(comparison: Comparison, part: number, s: number, t: number, code: string) {
  const value = (name: ComparisonStatistic): number => partValue(comparison, part, s, t, code, name)
  const { unit } = measureOf(code)
  return { unit, value, step: unitStep(value('p10'), value('p90'), unit) }
}

const partValue = (
  comparison: Comparison,
  part: number,
  s: number,
  t: number,
  code: string,
  statistic: ComparisonStatistic,
): number => comparisonValue(comparison, part, s, t, comparison.measures.indexOf(code), statistic)

const isKnown = (comparison: Comparison, s: number, t: number, code: string): boolean =>
  comparison.measures.includes(code) && !Number.isNaN(partValue(comparison, 2, s, t, code, 'mean'))

const nameOf = (code: string): string => measureOf(code).name
