import type { FileKind } from '../file-kind.ts'
import { findHeader, sheetsOf } from '../raw-sheet.ts'

/** A group of countries with the publisher's identifiers of its column in the tables of people and of rates. */
export interface BirthGroup {
  readonly birth: string
  readonly people: string
  readonly rate: string
}

const group = (birth: string, people: string, rate: string): BirthGroup => ({ birth, people, rate })

/** Groups of countries of birth; those of the European Union are its members at different times. */
export const GROUPS: readonly BirthGroup[] = [
  group('all', 'MGTM', 'LF9D'),
  group('united-kingdom', 'JF6F', 'LFM6'),
  group('not-united-kingdom', 'JF6G', 'LFM7'),
  group('european-union', 'EQ4Q', 'EQ4Y'),
  group('not-european-union', 'EQ4S', 'EQ52'),
  group('europe', 'FSC2', 'FSD5'),
  group('eu-14', 'JJR3', 'LFM8'),
  group('eu-8', 'JJR5', 'LFM9'),
  group('eu-2', 'EQ4R', 'EQ4Z'),
  group('eu-other', 'FSC3', 'FSD6'),
  group('other-europe', 'FSC4', 'FSD7'),
  group('africa', 'FSC5', 'FSD8'),
  group('south-africa', 'JJS3', 'LFN4'),
  group('asia', 'FSC6', 'FSD9'),
  group('india', 'JJS7', 'LFN6'),
  group('pakistan-and-bangladesh', 'JJS9', 'LFN7'),
  group('america-and-oceania', 'FSC7', 'FSE2'),
  group('united-states', 'JJR7', 'LFN2'),
  group('australia-and-new-zealand', 'JJS5', 'LFN5'),
]

/** First cell of the row of identifiers, which serves as header: the labels have footnotes glued to them. */
export const IDENTIFIER = 'Dataset identifier code'
/** Header cells of the table of people. */
export const PEOPLE_COLUMNS: readonly string[] = [IDENTIFIER, ...GROUPS.map(({ people }) => people)]
/** Header cells of the table of rates. */
export const RATE_COLUMNS: readonly string[] = [IDENTIFIER, ...GROUPS.map(({ rate }) => rate)]

/** One release of ONS table EMP06. */
export const employmentRelease: FileKind = {
  code: 'ons-emp06',
  title: 'table EMP06 of the Office for National Statistics (employment by country of birth)',
  recognise: (file) =>
    [PEOPLE_COLUMNS, RATE_COLUMNS].every((columns) =>
      sheetsOf(file).some((sheet) => findHeader(sheet, columns) >= 0),
    ),
}
