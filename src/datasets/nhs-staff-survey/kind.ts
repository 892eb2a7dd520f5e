import type { FileKind } from '../file-kind.ts'
import { hasTable } from '../raw-any.ts'
import { hasColumns, headerOf } from '../raw-csv.ts'

/** Columns of the answers about health and well-being, besides one for each year. */
export const WELLBEING_COLUMNS = ['Question', 'Organisation type', 'Response'] as const

/** National answers about health and well-being, years in columns. */
export const wellbeingAnswers: FileKind = {
  code: 'nhs-staff-survey-wellbeing',
  title: 'the national answers of the NHS Staff Survey about health and well-being',
  recognise: (file) => hasTable(file, WELLBEING_COLUMNS),
}

/** A column of the answers about managers: question, then what was answered, or the number of answers. */
export const ANSWER_COLUMN = /^(\d+[a-z])_(SD|D|NAND|A|SA|N)$/

/** Answers about managers by organisation and year. */
export const managementAnswers: FileKind = {
  code: 'nhs-staff-survey-management',
  title: 'the answers of the NHS Staff Survey about managers by organisation and year',
  recognise: (file) =>
    hasColumns(file, ['ORG_CODE', 'YEAR']) && headerOf(file).some((name) => ANSWER_COLUMN.test(name)),
}

/** Columns of the list of questions about managers. */
export const QUESTION_COLUMNS = ['QUESTION', 'DESCRIPTION'] as const

/** What the questions about managers are. */
export const managementQuestions: FileKind = {
  code: 'nhs-staff-survey-questions',
  title: 'the list of the questions of the NHS Staff Survey about managers',
  recognise: (file) => hasColumns(file, QUESTION_COLUMNS),
}
