import type { Finding } from '../../domain/finding.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import type { PublishedFile } from '../published-file.ts'
import { headerOf, readRawCsv } from '../raw-csv.ts'
import { columnKey } from '../raw-table.ts'
import { createRepeatCheck } from '../refuse-repeats.ts'
import { roundTo, type TidyTable } from '../tidy-table.ts'
import { ANSWER_COLUMN, QUESTION_COLUMNS } from './kind.ts'

/** Answers of one organisation's staff to a question about managers; null where it wasn't asked. */
export interface ManagementAnswers {
  readonly year: number
  readonly organisation: string
  readonly question: string
  readonly shares: Shares | null
}

/** Number of answers, and what was answered in per cent. */
export interface Shares {
  readonly answers: number
  readonly disagree: number
  readonly neither: number
  readonly agree: number
}

/** Five shares rounded to whole per cent may be off by half of one each. */
const ROUNDING = 2.5 + 1e-9
const ANSWERS = ['SD', 'D', 'NAND', 'A', 'SA', 'N'] as const

/**
 * Reads the answers about managers.
 * @throws HeadroomError `edition-damaged`, `edition-columns`, `edition-cell`, `edition-duplicate`, `edition-incomplete`
 */
export function parseManagement(file: PublishedFile): readonly ManagementAnswers[] {
  const questions = questionsOf(file)
  const columns = questions.flatMap((question) => ANSWERS.map((answer) => `${question}_${answer}`))
  const refuseRepeat = createRepeatCheck()
  const rows = readRawCsv(file, ['ORG_CODE', 'YEAR', ...columns]).rows.flatMap((row) => {
    const organisation = row.text('ORG_CODE')
    // Organisations that were surveyed together have their codes together.
    if (!/^[A-Z0-9]{3,5}(\/[A-Z0-9]{3,5})*$/.test(organisation))
      row.refuse('ORG_CODE', 'the code of an organisation such as RJ1, or codes such as 09X/09H')
    const year = row.numeric('YEAR', { min: 2000, max: 2100 })
    if (!Number.isInteger(year)) row.refuse('YEAR', 'a year')
    refuseRepeat(row, `${year}, ${organisation}`)
    return questions.map((question): ManagementAnswers => {
      const percent = (answer: string): number | null =>
        row.numericOrMissing(`${question}_${answer}`, { min: 0, max: 100 })
      const [sd, d, nand, a, sa] = ['SD', 'D', 'NAND', 'A', 'SA'].map(percent)
      const answers = row.numericOrMissing(`${question}_N`, { min: 0 })
      const isKnown = (value: number | null | undefined): value is number =>
        value !== null && value !== undefined
      const shares =
        isKnown(sd) && isKnown(d) && isKnown(nand) && isKnown(a) && isKnown(sa) && answers !== null
          ? { answers, disagree: sd + d, neither: nand, agree: a + sa }
          : null
      return { year, organisation, question, shares }
    })
  })
  if (rows.some(({ shares }) => shares !== null)) return rows
  throw new HeadroomError('edition-incomplete', { file: file.name, missing: 'any answer' })
}

const questionsOf = (file: PublishedFile): readonly string[] => [
  ...new Set(headerOf(file).flatMap((name) => ANSWER_COLUMN.exec(name)?.[1] ?? [])),
]

/** Answers that don't come to 100 %, questions not asked, and organisations surveyed together. */
export function checkManagement(rows: readonly ManagementAnswers[], file: string): readonly Finding[] {
  const findings: Finding[] = []
  const absent = new Map<string, { missing: number; all: number }>()
  for (const { year, organisation, question, shares } of rows) {
    const key = `${question}, ${year}`
    const own = absent.get(key) ?? { missing: 0, all: 0 }
    own.all++
    if (shares === null) own.missing++
    absent.set(key, own)
    const sum = shares === null ? 100 : shares.disagree + shares.neither + shares.agree
    if (Math.abs(sum - 100) > ROUNDING)
      findings.push({
        rule: 'survey-adds-up',
        severity: 'warning',
        message: `The answers come to ${sum.toFixed(1)} %, not 100.`,
        place: `${file}, ${organisation}, ${question}, ${year}`,
      })
  }
  for (const [key, { missing, all }] of absent)
    if (missing > 0)
      findings.push({
        rule: missing === all ? 'survey-not-asked' : 'survey-missing',
        severity: 'note',
        message:
          missing === all
            ? 'The question was not asked in that year.'
            : `${missing} of ${all} organisations have no answers.`,
        place: `${file}, ${key}`,
      })
  const together = new Set(
    rows.flatMap(({ organisation }) => (organisation.includes('/') ? [organisation] : [])),
  )
  if (together.size > 0) {
    const message = `Organisations that were surveyed together have one row under all their codes: ${[...together].sort().join(', ')}.`
    findings.push({ rule: 'survey-together', severity: 'note', message, place: file })
  }
  return findings
}

/** Answers by year, organisation and question. */
export const managementTable = (rows: readonly ManagementAnswers[]): TidyTable => ({
  file: 'management.csv',
  title: 'NHS Staff Survey: what staff say of their managers, by organisation',
  definition:
    'Of the staff of an organisation who answered: per cent who disagree (strongly or not), do neither, and agree (strongly or ' +
    'not) with a statement of questions.csv. Rounded to whole per cent by the publisher from 2016 on, so the three may not come ' +
    'to 100. Organisations keep the codes of their year; 2016 and 2017 have clinical commissioning groups too.',
  editionColumns: ['year'],
  columns: [
    { name: 'year', type: 'integer', description: 'Year of the survey, which is taken in autumn' },
    {
      name: 'organisation',
      type: 'text',
      description: 'Code of the organisation, or of those surveyed together',
    },
    { name: 'question', type: 'text', description: 'Number of the statement in questions.csv' },
    {
      name: 'answers',
      type: 'integer',
      unit: 'people',
      description: 'Number of answers; empty where missing',
    },
    percentColumn('disagree_percent', 'Disagree'),
    percentColumn('neither_percent', 'Neither agree nor disagree'),
    percentColumn('agree_percent', 'Agree'),
    { name: 'missing', type: 'text', description: 'Why there is no answer: not-asked or not-available' },
  ],
  rows: managementRows(rows),
})

const percentColumn = (name: string, answer: string) =>
  ({ name, type: 'number', unit: 'per cent', description: `${answer}; empty where missing` }) as const

function managementRows(rows: readonly ManagementAnswers[]): TidyTable['rows'] {
  const asked = new Set(rows.flatMap(({ year, question, shares }) => (shares ? [`${year} ${question}`] : [])))
  const rank = ({ year, organisation, question }: ManagementAnswers): string =>
    `${year} ${organisation} ${question}`
  return [...rows]
    .sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
    .map(({ year, organisation, question, shares }) => {
      const key = [year, organisation, `q${question}`]
      if (shares === null)
        return [...key, '', '', '', '', asked.has(`${year} ${question}`) ? 'not-available' : 'not-asked']
      const { answers, disagree, neither, agree } = shares
      return [...key, answers, ...[disagree, neither, agree].map((value) => roundTo(value, 1)), '']
    })
}

/**
 * Reads the list of questions: texts by number, for example `7a`.
 * @throws HeadroomError `edition-damaged`, `edition-columns`, `edition-cell`, `edition-duplicate`
 */
export function parseQuestions(file: PublishedFile): ReadonlyMap<string, string> {
  const refuseRepeat = createRepeatCheck()
  return new Map(
    readRawCsv(file, QUESTION_COLUMNS).rows.map((row) => {
      const question = columnKey(row.text('QUESTION'))
      refuseRepeat(row, question)
      return [question, row.text('DESCRIPTION')]
    }),
  )
}
