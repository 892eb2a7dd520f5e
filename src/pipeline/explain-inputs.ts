import { tierParts } from '../assumptions/care-tiers.ts'
import { serviceFamily } from '../assumptions/read-book-need.ts'
import { type AssumptionBook, bookKey, CAUSES, type Judgement } from '../domain/assumption-book.ts'
import { SEXES } from '../domain/cohort.ts'
import type { ExplainedInput } from '../domain/explanation.ts'
import type { Occupation } from '../domain/occupation.ts'
import type { Origin } from '../domain/origin.ts'

/** A row of the book as an input of an explanation. */
export function judgedInput(name: string, value: string, judgement: Judgement): ExplainedInput {
  const { source, basis, quality, note } = judgement
  const origin: Origin = {
    basis,
    quality,
    publisher: source.publisher,
    publication: source.publication,
    edition: source.edition,
    location: source.location,
    method: note,
  }
  const place = `${judgement.file}, row ${judgement.row}`
  return { name, value, origin, place, signedBy: judgement.signedBy, expires: judgement.expires, note }
}

/** A share in per cent. */
export const percent = (value: number): string => `${Number((value * 100).toPrecision(4))} %`
/** A count with its thousands marked. */
export const people = (value: number): string => Math.round(value).toLocaleString('en-GB')

/** Assumptions that fix an occupation’s staff in post at the base. */
export function stockInputs(book: AssumptionBook, { code, name, profile }: Occupation): ExplainedInput[] {
  const split = book.splits.get(code)
  const stock = book.stocks.get(code)
  const ages = book.ageSex.get(profile)
  const trend = book.participationTrend.get(code)
  return [
    ...(split
      ? [judgedInput(`${name} as a share of the staff group`, percent(split.share), split.judgement)]
      : []),
    ...(stock
      ? [
          judgedInput(
            `${name} in England`,
            `${people(stock.heads)} people, ${people(stock.fte)} FTE, spread over areas by ${Object.values(stock.spread).join(' ')}`,
            stock.judgement,
          ),
        ]
      : []),
    ...(ages
      ? [judgedInput(`Share of ${name.toLowerCase()} who are women`, percent(ages.female), ages.judgement)]
      : []),
    ...(trend
      ? [
          judgedInput(
            'Change of FTE per head beyond age and sex, a year',
            `${percent(trend.change)}, fading over ${trend.fadeYears} years`,
            trend.judgement,
          ),
        ]
      : []),
  ]
}

/** Assumptions behind an occupation’s posts and need. */
export function needInputs(book: AssumptionBook, { code, name, sector }: Occupation): ExplainedInput[] {
  const vacancy = book.vacancies.get(code)
  const unmet = book.unmet.get(code)
  const productivity = book.productivity.get(sector)
  const weights = book.services.flatMap((service) => {
    const family = serviceFamily(service.code)
    const row = book.needWeights.get(bookKey(code, family))
    if (!row || row.weight === 0) return []
    const part = family === service.code ? 1 : (tierParts(book, code).get(service.code) ?? 0)
    const growth = book.growth.get(service.code)
    return [
      judgedInput(
        `Weight of ${service.name.toLowerCase()} in the need for ${name.toLowerCase()}`,
        percent(row.weight * part),
        row.judgement,
      ),
      ...(growth
        ? [
            judgedInput(
              `Growth of ${service.name.toLowerCase()} beyond population, a year`,
              percent(growth.growth),
              growth.judgement,
            ),
          ]
        : []),
    ]
  })
  return [
    ...(vacancy ? [judgedInput('Vacancy rate at the base', percent(vacancy.rate), vacancy.judgement)] : []),
    ...(unmet
      ? [judgedInput('Need beyond funded posts at the base', percent(unmet.share), unmet.judgement)]
      : []),
    ...weights,
    ...(productivity
      ? [judgedInput('Productivity growth, a year', percent(productivity.growth), productivity.judgement)]
      : []),
  ]
}

/** Assumptions behind an occupation’s joiners, leavers and moves. */
export function flowInputs(
  book: AssumptionBook,
  { code, name, profile, staffGroup }: Occupation,
): ExplainedInput[] {
  const annualisation = book.annualisation.get(staffGroup)
  const turnover = book.turnover.get(code)
  const arrivals = book.international.get(code)
  const residual = book.residual.get(staffGroup)
  return [
    ...(annualisation && !turnover
      ? [
          judgedInput(
            'From twelve times a month’s events to a year’s',
            `leavers x ${annualisation.leaverFactor}, joiners x ${annualisation.joinerFactor}`,
            annualisation.judgement,
          ),
        ]
      : []),
    ...(turnover
      ? [
          judgedInput(
            `Turnover of ${name.toLowerCase()}`,
            `leavers ${percent(turnover.leaverRate)}, joiners ${percent(turnover.joinerRate)} of staff a year`,
            turnover.judgement,
          ),
        ]
      : []),
    ...(residual
      ? [
          judgedInput(
            'Residual flow of the staff group, beyond moves',
            `${residual.months} such months a year, fading over ${residual.fadeYears} years`,
            residual.judgement,
          ),
        ]
      : []),
    ...book.pensionAge.map((rise) =>
      judgedInput(
        `Rise of the pension age from ${rise.age}`,
        `logarithm of the retirement hazard at ${rise.age} changes by ${rise.strength} (${rise.low} to ${rise.high}) between ${rise.fromYear} and ${rise.toYear}`,
        rise.judgement,
      ),
    ),
    ...CAUSES.flatMap((cause) => {
      const row = book.hazards.get(bookKey(profile, cause, SEXES[0]))
      return row ? [judgedInput(`Hazard profile: ${cause}`, row.bands.join(', '), row.judgement)] : []
    }),
    ...book.moves
      .filter(({ from, to }) => from === code || to === code)
      .map((move) =>
        judgedInput(
          `Moves from ${move.from} to ${move.to}`,
          `${percent(move.hazard)} a year`,
          move.judgement,
        ),
      ),
    ...book.programmes
      .filter(({ occupation }) => occupation === code)
      .map((programme) =>
        judgedInput(
          programme.name,
          `${people(programme.intake)} entrants a year, ${programme.length} years, ${percent(programme.attrition)} lost a year, ${percent(programme.join)} of completers join`,
          programme.judgement,
        ),
      ),
    ...(arrivals
      ? [
          judgedInput(
            'Arrivals from abroad',
            `${people(arrivals.arrivals)} people a year`,
            arrivals.judgement,
          ),
        ]
      : []),
  ]
}

/** Uncertain assumptions whose scope covers an occupation. */
export function uncertainInputs(book: AssumptionBook, occupation: Occupation): ExplainedInput[] {
  const covers = new Set(['all', occupation.code, occupation.sector, occupation.staffGroup])
  return book.uncertainty
    .filter(({ target, scope }) =>
      target === 'growth'
        ? scope === 'all' ||
          (book.needWeights.get(bookKey(occupation.code, serviceFamily(scope)))?.weight ?? 0) > 0
        : covers.has(scope),
    )
    .map((row) => {
      const { kind, ...parameters } = row.distribution
      const values = Object.entries(parameters).map(([key, value]) => `${key} ${value}`)
      const kept = row.memory === undefined ? '' : `, of which ${row.memory} stays a year later`
      const walk = row.walk > 0 ? `; walks ${row.walk} a year${kept}` : ''
      return judgedInput(row.meaning, `${kind}: ${values.join(', ')}${walk}`, row.judgement)
    })
}
