import { checkFeedback, SHIFT_TARGETS, VALUE_TARGETS } from '../assumptions/feedback.ts'
import type { AssumptionBook, Judgement } from '../domain/assumption-book.ts'
import type { UncertaintyTarget } from '../domain/engine-model.ts'
import { EXPIRED_RULE, type Finding } from '../domain/finding.ts'
import type { InputFiles } from '../domain/input-files.ts'
import type { Reference } from '../domain/reference.ts'
import { distributionCentre } from '../stats/distribution.ts'
import { countQualities, judgementsOf } from '../views/method/judgements.ts'
import { unusedRows } from './unused-rows.ts'

const SHARE_TOLERANCE = 0.005
/** The mean of a list may miss its centre by the last digits. */
const ROUNDING = 1e-9

/**
 * Checks of the book that reading it can’t make: expired and unused assumptions, shares that do not add up,
 * uncertainty off its centre, feedback without strength, columns that nothing spreads.
 * @param today ISO date that expiry dates are held against
 */
export function checkBook(
  files: InputFiles,
  reference: Reference,
  book: AssumptionBook,
  today: string,
): Finding[] {
  const judged = judgementsOf(book)
  const { green, amber, red } = countQualities(judged)
  return [
    ...expired(judged, today),
    ...unusedRows(files, reference, book),
    ...uneven(book),
    ...offCentre(book),
    ...checkFeedback(book),
    ...unspread(book),
    {
      rule: 'assumption-quality',
      severity: 'note',
      message: `${judged.length} assumptions: ${green} green, ${amber} amber, ${red} red.`,
      place: 'data/assumptions',
    },
  ]
}

const placeOf = ({ file, row }: Judgement): string => `${file}, row ${row}`

function expired(judged: readonly Judgement[], today: string): Finding[] {
  return judged
    .filter(({ expires }) => expires < today)
    .map((judgement) => ({
      rule: EXPIRED_RULE,
      severity: 'warning',
      message: `This assumption was to be reviewed by ${judgement.expires}.`,
      place: placeOf(judgement),
    }))
}

/** Families of shares whose parts must make a whole, each with a name for the whole. */
function wholes(
  book: AssumptionBook,
): readonly { what: string; shares: readonly number[]; judgement: Judgement }[] {
  const grouped = (
    rows: ReadonlyMap<string, { readonly share: number; readonly judgement: Judgement }>,
    what: string,
  ) => {
    const groups = new Map<string, { share: number; judgement: Judgement }[]>()
    for (const [key, row] of rows) {
      const group = key.split('/')[0]!
      groups.set(group, [...(groups.get(group) ?? []), row])
    }
    return [...groups].map(([group, members]) => ({
      what: `${what} of ${group}`,
      shares: members.map(({ share }) => share),
      judgement: members[0]!.judgement,
    }))
  }
  const bands = [
    ...[...book.ageSex.values()].map(({ ages, judgement }) => ({ shares: ages, judgement })),
    ...[...book.joinerAges.values()].map(({ bands: shares, judgement }) => ({ shares, judgement })),
  ]
  return [
    ...bands.map((row) => ({ ...row, what: 'shares of the age bands' })),
    ...grouped(book.origins, 'shares of the countries of origin'),
    ...grouped(book.tierStaff, 'shares of the staff'),
  ]
}

function uneven(book: AssumptionBook): Finding[] {
  return wholes(book).flatMap(({ what, shares, judgement }) => {
    const total = shares.reduce((a, b) => a + b, 0)
    if (Math.abs(total - 1) <= SHARE_TOLERANCE) return []
    return [
      {
        rule: 'shares-add-up',
        severity: 'error' as const,
        message: `The ${what} add up to ${Number(total.toFixed(4))}, not 1.`,
        place: placeOf(judgement),
      },
    ]
  })
}

const centreOf = (target: UncertaintyTarget): number => (SHIFT_TARGETS.includes(target) ? 0 : 1)

function offCentre(book: AssumptionBook): Finding[] {
  return book.uncertainty
    .filter(({ target }) => !VALUE_TARGETS.includes(target))
    .filter((row) => Math.abs(distributionCentre(row.distribution) - centreOf(row.target)) > ROUNDING)
    .map((row) => ({
      rule: 'uncertainty-centred',
      severity: 'error',
      message: `${row.id} is centred on ${distributionCentre(row.distribution)}, not ${centreOf(row.target)}: the central run would not be the run with every assumption as stated.`,
      place: placeOf(row.judgement),
    }))
}

/** Columns said to be spread by a target that no line of `uncertainty.csv` has. */
function unspread(book: AssumptionBook): Finding[] {
  const targets = new Set<string>(book.uncertainty.map(({ target }) => target))
  return book.families.flatMap(({ table, column, spreadBy }) =>
    spreadBy
      .filter((target) => !targets.has(target))
      .map((target) => ({
        rule: 'uncertainty-stated',
        severity: 'error' as const,
        message: `${table}.${column} is said to be spread by ${target}, but no line of uncertainty.csv has that target.`,
        place: 'data/assumptions/families.csv',
      })),
  )
}
