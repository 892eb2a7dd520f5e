import type { Finding } from '../../domain/finding.ts'
import { HeadroomError } from '../../errors/headroom-error.ts'
import { onlyFile, refuseSamePeriod } from '../editions.ts'
import type { PublishedFile } from '../published-file.ts'
import { type Edition, filesOf, OGL, type Series } from '../series.ts'
import type { TidyTable } from '../tidy-table.ts'
import { managementAnswers, managementQuestions, wellbeingAnswers } from './kind.ts'
import { checkManagement, managementTable, parseManagement, parseQuestions } from './management.ts'
import { checkWellbeing, parseWellbeing, wellbeingTable } from './wellbeing.ts'

/** What NHS staff say of their work. */
export const nhsStaffSurvey: Series = {
  code: 'nhs-staff-survey',
  title: 'NHS Staff Survey: managers, health and well-being',
  publisher: 'NHS England',
  licence: OGL,
  attribution:
    'NHS England, NHS Staff Survey; answers about managers collated for Asaria, McGuire and Street’s research on hospital management. Contains public sector information licensed under the Open Government Licence v3.0.',
  address: 'https://www.nhsstaffsurveys.com',
  notes: [
    'About half of staff answer; who answers may differ from who doesn’t.',
    'Numbers of questions change between surveys: those about managers are of 2012 to 2018, those about well-being of 2024.',
  ],
  starts: [wellbeingAnswers, managementAnswers],
  companions: [managementQuestions],
  harmonise(files) {
    const wellbeing = filesOf(files, wellbeingAnswers)
    const management = filesOf(files, managementAnswers)
    const questions = onlyFile(filesOf(files, managementQuestions), managementQuestions)
    const parts = [
      ...(wellbeing.length > 0 ? [harmoniseWellbeing(wellbeing)] : []),
      ...(management.length > 0 ? [harmoniseManagement(management, questions)] : []),
    ]
    const texts = parts.flatMap(({ texts }) => texts)
    return {
      editions: parts.flatMap(({ editions }) => editions),
      tables: [...parts.map(({ table }) => table), questionTable(texts)],
      findings: parts.flatMap(({ findings }) => findings),
    }
  },
}

interface Part {
  readonly editions: readonly Edition[]
  readonly table: TidyTable
  readonly findings: readonly Finding[]
  readonly texts: readonly QuestionText[]
}

interface QuestionText {
  readonly topic: 'managers' | 'well-being'
  readonly question: string
  readonly text: string
}

function harmoniseWellbeing(files: readonly PublishedFile[]): Part {
  const parsed = dated(
    files.map((file) => {
      const rows = parseWellbeing(file)
      const counted = new Set(rows.map((row) => `${row.question} ${row.organisationType} ${row.response}`))
        .size
      return { file, rows, counted }
    }),
  )
  const rows = parsed.flatMap((part) => part.rows)
  const texts = new Map(rows.map(({ question, text }) => [question, text]))
  return {
    editions: parsed.map((part) => editionOf(part, 'well-being')),
    table: wellbeingTable(rows),
    findings: parsed.flatMap(({ file, rows }) => checkWellbeing(rows, file.name)),
    texts: [...texts].map(([question, text]) => ({ topic: 'well-being', question, text })),
  }
}

function harmoniseManagement(files: readonly PublishedFile[], list: PublishedFile | null): Part {
  const [first] = files
  if (!list)
    throw new HeadroomError('edition-companion', {
      given: first?.name ?? '',
      missing: managementQuestions.title,
    })
  const parsed = dated(
    files.map((file) => {
      const rows = parseManagement(file)
      return { file, rows, counted: new Set(rows.map((row) => `${row.year} ${row.organisation}`)).size }
    }),
  )
  const rows = parsed.flatMap((part) => part.rows)
  const texts = parseQuestions(list)
  const unknown = [...new Set(rows.map(({ question }) => question))].filter(
    (question) => !texts.has(question),
  )
  if (unknown.length > 0)
    throw new HeadroomError('edition-incomplete', {
      file: list.name,
      missing: `the question ${unknown.join(', ')}`,
    })
  const editions = parsed.map((part) => editionOf(part, 'managers'))
  const period = editions[0]?.period ?? ''
  return {
    editions: [
      ...editions,
      { edition: 'questions about managers', period, file: list.name, sha256: list.sha256, rows: texts.size },
    ],
    table: managementTable(rows),
    findings: parsed.flatMap(({ file, rows }) => checkManagement(rows, file.name)),
    texts: [...texts].map(([question, text]) => ({ topic: 'managers', question: `q${question}`, text })),
  }
}

interface Parsed<Row> {
  readonly file: PublishedFile
  /** Rows of the file. */
  readonly counted: number
  readonly rows: readonly Row[]
}

/** The files with their years. Two files that both hold a year are refused. */
function dated<Row extends { readonly year: number }>(
  parsed: readonly Parsed<Row>[],
): readonly (Parsed<Row> & { readonly years: readonly number[] })[] {
  const withYears = parsed.map((part) => ({
    ...part,
    years: [...new Set(part.rows.map(({ year }) => year))].sort((a, b) => a - b),
  }))
  refuseSamePeriod(
    withYears.map(({ file, years }) => ({ name: file.name, periods: new Set(years.map(String)) })),
  )
  return withYears
}

function editionOf<Row>(
  { file, counted, years }: Parsed<Row> & { readonly years: readonly number[] },
  name: string,
): Edition {
  const period = years.length > 1 ? `${years[0]}/${years.at(-1)}` : `${years[0]}`
  return { edition: `${name} ${period}`, period, file: file.name, sha256: file.sha256, rows: counted }
}

const questionTable = (texts: readonly QuestionText[]): TidyTable => ({
  file: 'questions.csv',
  title: 'Questions of the NHS Staff Survey',
  definition: 'The questions and statements of the other tables, by topic, as their files word them.',
  editionColumns: ['topic'],
  columns: [
    { name: 'topic', type: 'text', description: 'managers (management.csv) or well-being (wellbeing.csv)' },
    { name: 'question', type: 'text', description: 'Number of the question' },
    { name: 'text', type: 'text', description: 'Question or statement' },
  ],
  rows: [...texts]
    .sort((a, b) => (`${a.topic} ${a.question}` < `${b.topic} ${b.question}` ? -1 : 1))
    .map(({ topic, question, text }) => [topic, question, text.replace(/\s+/g, ' ')]),
})
