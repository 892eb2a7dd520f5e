import type { Basis, Quality } from './origin.ts'

/** A publication that figures and judgements lean on: one line of `data/assumptions/sources.csv`. */
export interface Source {
  readonly id: string
  readonly publisher: string
  readonly publication: string
  readonly edition: string
  readonly location: string
  readonly licence: string
  readonly address: string | null
}

/** Who says so, on what ground, until when: the end of every assumption's row. */
export interface Judgement {
  readonly file: string
  readonly row: number
  readonly basis: Basis
  readonly quality: Quality
  readonly source: Source
  readonly signedBy: string
  readonly expires: string
  readonly note: string
}

/** An assumption's values with their judgement. */
export type Judged<Values> = Values & { readonly judgement: Judgement }
