import { CHILDRENS_THERAPIES } from '../assumptions/read-book-need.ts'
import type { AssumptionBook, Judgement } from '../domain/assumption-book.ts'
import { bookKey } from '../domain/assumption-book.ts'
import type { UncertaintyTarget } from '../domain/engine-model.ts'
import type { Finding } from '../domain/finding.ts'
import type { InputFiles } from '../domain/input-files.ts'
import type { Reference } from '../domain/reference.ts'
import { parseCsv } from '../tables/parse-csv.ts'

const FOLDER = 'assumptions/'
/** Tables of the folder that are not families of values. */
const PLAIN = ['families', 'sources', 'source-facts', 'country-groups', 'uncertainty']
/** Where sources may be leant on. */
const CITING = ['assumptions/', 'levers/', 'statistics/cited-figures/']

/**
 * Rows, tables and sources that nothing in the model uses: each an error, since a figure that is kept but
 * not used misleads whoever changes it.
 */
export function unusedRows(files: InputFiles, reference: Reference, book: AssumptionBook): Finding[] {
  return [
    ...unusedTables(files, book),
    ...unusedSources(files, book),
    ...idleRows(reference, book).map(({ message, judgement }) => unused(message, placeOf(judgement))),
  ]
}

const unused = (message: string, place: string): Finding => ({
  rule: 'assumption-used',
  severity: 'error',
  message,
  place,
})

const placeOf = ({ file, row }: Judgement): string => `${file}, row ${row}`

function unusedTables(files: InputFiles, book: AssumptionBook): Finding[] {
  const known = new Set([...PLAIN, ...book.families.map(({ table }) => table)])
  return [...files.keys()]
    .filter((file) => file.startsWith(FOLDER) && file.endsWith('.csv'))
    .filter((file) => !known.has(file.slice(FOLDER.length, -'.csv'.length)))
    .map((file) => unused('Nothing reads this table.', `data/${file}`))
}

function unusedSources(files: InputFiles, book: AssumptionBook): Finding[] {
  const cited = new Set<string>()
  for (const [file, text] of files) {
    if (!file.endsWith('.csv') || !CITING.some((folder) => file.startsWith(folder))) continue
    const [header = [], ...rows] = parseCsv(text, ',')
    const column = header.indexOf('source')
    if (column >= 0) for (const row of rows) cited.add(row[column] ?? '')
  }
  return [...book.sources.keys()]
    .filter((id) => !cited.has(id))
    .map((id) => unused(`No figure or judgement leans on the source ${id}.`, 'data/assumptions/sources.csv'))
}

interface Idle {
  readonly message: string
  readonly judgement: Judgement
}

function idleRows(reference: Reference, book: AssumptionBook): Idle[] {
  const group = new Map(reference.occupations.map(({ code, staffGroup }) => [code, staffGroup]))
  const inFile = new Set([...book.splits.keys()].map((code) => group.get(code)))
  const rows = <V extends { readonly judgement: Judgement }>(
    table: ReadonlyMap<string, V>,
    isIdle: (key: string, row: V) => boolean,
    message: (key: string) => string,
  ): Idle[] =>
    [...table].flatMap(([key, row]) =>
      isIdle(key, row) ? [{ message: message(key), judgement: row.judgement }] : [],
    )
  return [
    ...rows(
      book.stocks,
      (code) => book.splits.has(code),
      (code) => `${code} is a share of a staff group, so its own stock is not used.`,
    ),
    ...rows(
      book.annualisation,
      (code) => !inFile.has(code),
      (code) => `No occupation takes the turnover of the staff group ${code}.`,
    ),
    ...rows(
      book.internationalLimits,
      (code) => (book.international.get(code)?.arrivals ?? 0) === 0,
      (code) => `Nobody arrives from abroad as ${code}, so the limits hold nothing.`,
    ),
    ...rows(
      book.needWeights,
      (_, { weight }) => weight === 0,
      (key) => `A weight of 0 (${key}) does nothing.`,
    ),
    ...rows(
      book.formalCare,
      (_, { hours }) => hours === 0,
      (code) => `${code} giving no hours of care is what the model takes without the row.`,
    ),
    ...rows(
      book.tierStaff,
      (key) => !book.needWeights.has(bookKey(key.split('/')[1]!, CHILDRENS_THERAPIES)),
      (key) => `The occupation of ${key} has no weight for children’s therapies.`,
    ),
    ...book.moves
      .filter(({ hazard }) => hazard === 0)
      .map(({ from, to, judgement }) => ({ message: `Nobody moves from ${from} to ${to}.`, judgement })),
    ...book.division
      .filter(({ trend }) => trend === 0)
      .map(({ from, to, judgement }) => ({ message: `No work passes from ${from} to ${to}.`, judgement })),
    ...book.evidence.flatMap(({ usedBy, id, judgement }) => {
      const target = usedBy.replace(/^uncertainty\//, '')
      return book.uncertainty.some((row) => row.id === target)
        ? []
        : [{ message: `The evidence ${id} speaks to ${usedBy}, which is not there.`, judgement }]
    }),
    ...idleUncertainty(reference, book),
  ]
}

/** Lines of uncertainty whose target is 0 for every occupation they cover. */
function idleUncertainty(reference: Reference, book: AssumptionBook): Idle[] {
  const trained = new Set(book.programmes.map(({ occupation }) => occupation))
  const acts: Partial<Record<UncertaintyTarget, (code: string) => boolean>> = {
    training: (code) => trained.has(code),
    attrition: (code) => trained.has(code),
    'pressure-attrition': (code) => trained.has(code),
    'placement-strain': (code) => trained.has(code),
    international: (code) => (book.international.get(code)?.arrivals ?? 0) > 0,
    unmet: (code) => (book.unmet.get(code)?.share ?? 0) > 0,
  }
  return book.uncertainty.flatMap(({ id, target, scope, judgement }) => {
    const act = acts[target]
    if (!act) return []
    const covered = reference.occupations.filter(
      ({ code, sector, staffGroup }) => scope === 'all' || [code, sector, staffGroup].includes(scope),
    )
    return covered.some(({ code }) => act(code))
      ? []
      : [{ message: `${id} spreads ${target}, of which ${scope} has none.`, judgement }]
  })
}
