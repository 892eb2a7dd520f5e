/** A variable of a linear programme. */
export interface LinearColumn {
  /** What a unit of it adds to the objective, which is minimised. */
  readonly cost: number
  /** Bounds; -Infinity and Infinity for none. */
  readonly lower: number
  readonly upper: number
}

/** A requirement: the sum of coefficients times columns is at least, at most or exactly the limit. */
export interface LinearRow {
  readonly sense: '>=' | '<=' | '='
  readonly limit: number
  /** Indices of columns, each once, and their coefficients. */
  readonly columns: readonly number[]
  readonly coefficients: readonly number[]
}

/** Minimise the cost of the columns subject to the rows. */
export interface LinearProgramme {
  readonly columns: readonly LinearColumn[]
  readonly rows: readonly LinearRow[]
}

/** What a solver found. Values and prices mean something where the status is `optimal` alone. */
export interface LinearSolution {
  readonly status: 'optimal' | 'infeasible' | 'unbounded'
  readonly objective: number
  /** Value of each column, and what a unit more of its binding bound adds to the objective. */
  readonly values: Float64Array
  readonly reducedCosts: Float64Array
  /** What a unit more of each row's limit adds to the objective: its shadow price. */
  readonly prices: Float64Array
}

/** Solves a linear programme somewhere. Throws where the solver fails otherwise than by the three statuses. */
export type SolveLinear = (programme: LinearProgramme) => Promise<LinearSolution>
