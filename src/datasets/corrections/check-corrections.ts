import type { Finding } from '../../domain/finding.ts'
import type { InputFiles } from '../../domain/input-files.ts'
import { FILE_KINDS } from '../registry.ts'
import { readCorrections } from './read-corrections.ts'

/**
 * Corrections that are due for a second look, and those of a kind of file that nobody reads.
 * @param today ISO date
 * @throws HeadroomError `table-header`, `table-cell`, `file-unreadable`
 */
export const checkCorrections = (files: InputFiles, today: string): readonly Finding[] =>
  readCorrections(files).flatMap(({ id, kind, expires, place }): Finding[] => {
    const expired: Finding = {
      rule: 'correction-current',
      severity: 'warning',
      message: `The correction ${id} was to be looked at again by ${expires}.`,
      place,
    }
    const unknown: Finding = {
      rule: 'correction-kind',
      severity: 'error',
      message: `The correction ${id} is for the kind of file ${kind}, which no series reads.`,
      place,
    }
    const isKnown = FILE_KINDS.some(({ code }) => code === kind)
    return [...(expires < today ? [expired] : []), ...(isKnown ? [] : [unknown])]
  })
