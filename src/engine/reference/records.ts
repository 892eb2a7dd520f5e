/** What happened in one occupation and area in one year, and how it stood at the end. */
export interface YearRecord {
  supplyHeads: number
  supplyFte: number
  fteAtWork: number
  needFte: number
  fundedFte: number
  /** Funded posts that nobody is in. */
  vacantFte: number
  over55Heads: number
  joinersHeads: number
  leaversHeads: number
  movesInHeads: number
  movesOutHeads: number
  internationalHeads: number
  residualHeads: number
}

/** Unpaid care in one area at the end of a year. */
export interface CareRecord {
  /** Hours a year that unpaid carers give, and those of them that women give. */
  unpaidHours: number
  womenHours: number
  /** Adults who give 35 hours a week or more. */
  heavyCarers: number
}

/** One draw's records from t = 0 (the base year, whose flows are 0) to the last year. */
export interface History {
  /** [t][o][r] */
  readonly staff: YearRecord[][][]
  /** [t][r] */
  readonly care: CareRecord[][]
}
