import type { Finding } from '../../domain/finding.ts'
import type { HarmonisedActivity, Provision } from './parse-harmonised.ts'

/** How far the parts may be from their sum, in the unit of the figures, which are rounded to whole ones in late years. */
const ROUNDING = 1.5
/** A change of England from one year to the next, as a share, that is a new definition and no development. */
const BREAK = 0.25
/** How far the councils may be from England’s figure, as a share. */
const FAR = 0.001

/** Rows that could not be used, parts that don’t add up, and years that can’t be compared. */
export function checkHarmonised(
  { rows, england, several, nameless, unknown, unset }: HarmonisedActivity,
  file: string,
): readonly Finding[] {
  const findings: Finding[] = []
  const add = (rule: string, severity: Finding['severity'], message: string, where = file): void => {
    findings.push({ rule, severity, message, place: where })
  }
  for (const [year, count] of nameless)
    add(
      'council-nameless',
      'warning',
      `${count} rows have no council’s name: they count nowhere.`,
      `${file}, ${year}`,
    )
  for (const [name, count] of unknown)
    add('council-unknown', 'warning', `${name} is no council that is known: ${count} rows count nowhere.`)
  if (several > 0)
    add(
      'several-councils',
      'note',
      `${several} rows are of regions and types of council; they were not read.`,
    )
  if (unset.size > 0) {
    const sums = [...unset].sort(([a], [b]) => (a < b ? -1 : 1))
    const list = sums.map(([year, { sum }]) => `${year} ${Math.round(sum)}`).join(', ')
    const count = sums.reduce((total, [, part]) => total + part.rows, 0)
    add(
      'setting-missing',
      'note',
      `${count} rows have no setting, so what they count can’t be told; they were not read. Their sums: ${list}.`,
    )
  }
  const off = rows.filter((row) => !addsUp(row)).length
  if (off > 0)
    add('parts-add-up', 'note', `${off} of ${rows.length} sums differ from in-house and external together.`)
  const blank = rows.flatMap((row) => [row.inHouse, row.external]).filter((figure) => figure?.value === null)
  if (blank.length > 0) add('figures-missing', 'note', `${blank.length} figures are missing.`)
  for (const { year, setting, inHouse, external } of england) {
    const own = rows.filter((row) => row.year === year && row.setting === setting)
    for (const [part, published] of [
      ['in-house', inHouse],
      ['external', external],
    ] as const) {
      if (published?.value == null) continue
      const sum = own.reduce(
        (total, row) => total + ((part === 'in-house' ? row.inHouse : row.external)?.value ?? 0),
        0,
      )
      if (Math.abs(sum - published.value) > Math.max(ROUNDING * own.length, FAR * published.value))
        add(
          'councils-add-up',
          'note',
          `${setting}, ${part}: the councils add up to ${Math.round(sum)}, England is ${Math.round(published.value)}.`,
          `${file}, ${year}`,
        )
    }
  }
  return [...findings, ...breaks(rows, file)]
}

const addsUp = ({ inHouse, external, all }: Provision): boolean =>
  all?.value == null || Math.abs((inHouse?.value ?? 0) + (external?.value ?? 0) - all.value) <= ROUNDING

/** Years whose sum of councils is far from that of the year before. */
function breaks(rows: readonly Provision[], file: string): readonly Finding[] {
  const sums = new Map<string, Map<string, number>>()
  for (const { year, setting, inHouse, external } of rows) {
    const years = sums.get(setting) ?? new Map<string, number>()
    years.set(year, (years.get(year) ?? 0) + (inHouse?.value ?? 0) + (external?.value ?? 0))
    sums.set(setting, years)
  }
  return [...sums].flatMap(([setting, years]) => {
    const ordered = [...years].sort(([a], [b]) => (a < b ? -1 : 1))
    return ordered.flatMap(([year, sum], index): Finding[] => {
      const [before, previous] = ordered[index - 1] ?? ['', 0]
      if (previous === 0 || Math.abs(sum / previous - 1) <= BREAK) return []
      return [
        {
          rule: 'series-break',
          severity: 'note',
          message: `${setting}: ${Math.round(sum)} after ${Math.round(previous)} in ${before}; the two years are not comparable.`,
          place: `${file}, ${year}`,
        },
      ]
    })
  })
}
