import type { Finding } from '../../domain/finding.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { kebabCase } from '../kebab-case.ts'
import type { PublishedFile } from '../published-file.ts'
import { readRawAny } from '../raw-any.ts'
import type { RawRow } from '../raw-table.ts'
import { createRepeatCheck } from '../refuse-repeats.ts'
import type { TidyTable } from '../tidy-table.ts'
import { WELLBEING_COLUMNS } from './kind.ts'

/** Share of a year's answers; null with the reason where the publisher has none. */
export interface WellbeingAnswer {
  readonly year: number
  /** Number of the question in the latest survey, for example `q11a`. */
  readonly question: string
  readonly text: string
  readonly organisationType: string
  readonly response: string
  readonly share: number | null
  readonly missing: '' | 'not-asked' | 'not-available'
}

/** How far the shares of a question may be from 1 in sum, for rounding to four decimals. */
const ROUNDING = 0.0005

/**
 * Reads the answers about health and well-being.
 * @throws HeadroomError `edition-damaged`, `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export function parseWellbeing(file: PublishedFile): readonly WellbeingAnswer[] {
  const { rows, columns, place } = readRawAny(file, WELLBEING_COLUMNS)
  const years = columns.filter((name) => /^\d{4}$/.test(name))
  const refuseRepeat = createRepeatCheck()
  const answers = rows.flatMap((row) => {
    const [, number, text] = /^(Q\d+[a-z]?)\s*[-–]\s*(.+)$/i.exec(row.text('Question')) ?? []
    const question =
      number?.toLowerCase() ?? row.refuse('Question', 'a question with its number, such as Q11a - …')
    const organisationType = kebabCase(row.text('Organisation type'))
    const response = kebabCase(row.text('Response'))
    refuseRepeat(row, `${question}, ${organisationType}, ${response}`)
    const key = { question, text: text ?? '', organisationType, response }
    return years.map((year): WellbeingAnswer => ({ year: Number(year), ...key, ...readShare(row, year) }))
  })
  if (answers.some(({ share }) => share !== null)) return answers
  throw new HeadroomError('edition-incomplete', {
    file: place,
    missing: 'any answer, or any column of a year',
  })
}

// A dash stands for a question that wasn't asked in that year.
const readShare = (row: RawRow, year: string): Pick<WellbeingAnswer, 'share' | 'missing'> => {
  const share = row.numericOrMissing(year, { min: 0, max: 1 })
  if (share !== null) return { share, missing: '' }
  return { share, missing: row.optional(year) === '-' ? 'not-asked' : 'not-available' }
}

/** Questions whose shares don't come to one, and years in which a question wasn't asked. */
export function checkWellbeing(answers: readonly WellbeingAnswer[], file: string): readonly Finding[] {
  const sums = new Map<string, { sum: number; known: number; notAsked: number }>()
  for (const { year, question, organisationType, share, missing } of answers) {
    const key = `${question}, ${organisationType}, ${year}`
    const own = sums.get(key) ?? { sum: 0, known: 0, notAsked: 0 }
    if (share !== null) own.known++
    if (missing === 'not-asked') own.notAsked++
    own.sum += share ?? 0
    sums.set(key, own)
  }
  return [...sums].flatMap(([key, { sum, known, notAsked }]): Finding[] => {
    const place = `${file}, ${key}`
    if (known === 0 && notAsked > 0)
      return [
        {
          rule: 'survey-not-asked',
          severity: 'note',
          message: 'The question was not asked in that year.',
          place,
        },
      ]
    if (Math.abs(sum - 1) <= ROUNDING) return []
    const message = `The shares of the answers come to ${sum.toFixed(4)}, not 1.`
    return [{ rule: 'survey-adds-up', severity: 'warning', message, place }]
  })
}

/** Answers by year, question and response. */
export const wellbeingTable = (answers: readonly WellbeingAnswer[]): TidyTable => ({
  file: 'wellbeing.csv',
  title: 'NHS Staff Survey: health, well-being and burnout in England',
  definition:
    'Share of the staff answering who gave each answer, for all organisations of a type. Questions go by their numbers in the ' +
    'latest survey of the file. A question not asked in a year has the reason and no share.',
  editionColumns: ['year'],
  columns: [
    { name: 'year', type: 'integer', description: 'Year of the survey, which is taken in autumn' },
    { name: 'question', type: 'text', description: 'Number of the question in questions.csv' },
    { name: 'organisation_type', type: 'text', description: 'Type of organisation, or national-average' },
    { name: 'response', type: 'text', description: 'Answer, as a code' },
    { name: 'share', type: 'number', unit: 'share', description: 'Share of answers; empty where missing' },
    { name: 'missing', type: 'text', description: 'Why there is no share: not-asked or not-available' },
  ],
  rows: [...answers]
    .sort((a, b) => a.year - b.year)
    .map(({ year, question, organisationType, response, share, missing }) => [
      year,
      question,
      organisationType,
      response,
      share ?? '',
      missing,
    ]),
})
