/** A licence as Data Packages and CSVW name it. */
export interface Licence {
  /** Identifier of the Open Definition or SPDX, where the licence has one. */
  readonly name: string | null
  readonly title: string
  readonly path: string | null
}

const OPEN_GOVERNMENT = 'Open Government Licence v3.0'

/** The licence of a series by the words of its `source.json`. */
export const licenceOf = (words: string): Licence =>
  words === OPEN_GOVERNMENT
    ? {
        name: 'OGL-UK-3.0',
        title: words,
        path: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
      }
    : { name: null, title: words, path: null }
