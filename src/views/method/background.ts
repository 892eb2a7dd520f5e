import type { AssumptionBook } from '../../domain/assumption-book.ts'
import type { InputFiles } from '../../domain/input-files.ts'
import type { Reference } from '../../domain/reference.ts'
import { type Publication, readPublications } from './publications.ts'

/** What a report or a page says about the ground it stands on. */
export interface Background {
  readonly reference: Reference
  readonly publications: readonly Publication[]
  /** The assumptions behind the run, or null where only the run is known. */
  readonly book: AssumptionBook | null
}

/**
 * Gathers the background of a run.
 * @param files the data folder, for the descriptions of its statistics
 */
export const createBackground = (
  reference: Reference,
  book: AssumptionBook | null = null,
  files: InputFiles = new Map(),
): Background => ({ reference, publications: readPublications(files), book })
