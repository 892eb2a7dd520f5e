import loadHighs from 'highs'
import type { LinearProgramme, LinearSolution, SolveLinear } from '../domain/linear-programme.ts'
import { columnName, lpText } from '../solver/lp-text.ts'

/** Far below what plans are rounded to, and above what rounding of the numbers themselves makes. */
const TOLERANCE = 1e-9

const STATUS: Readonly<Record<string, LinearSolution['status']>> = {
  Optimal: 'optimal',
  Infeasible: 'infeasible',
  'Primal infeasible or unbounded': 'infeasible',
  Unbounded: 'unbounded',
}

/**
 * Solves linear programmes with HiGHS (Huangfu and Hall 2018, https://highs.dev), compiled to WebAssembly, on
 * this thread.
 */
export function createSolveWithHighs(): SolveLinear {
  let loaded: ReturnType<typeof loadHighs> | undefined
  return async (programme) => {
    loaded ??= loadHighs()
    const highs = await loaded
    const found = highs.solve(lpText(programme), {
      output_flag: false,
      primal_feasibility_tolerance: TOLERANCE,
      dual_feasibility_tolerance: TOLERANCE,
    })
    const status = STATUS[found.Status]
    if (status === undefined) throw new Error(`the solver stopped with “${found.Status}”`)
    return status === 'optimal' ? solution(programme, found) : { ...nothing(programme), status }
  }
}

type Found = ReturnType<Awaited<ReturnType<typeof loadHighs>>['solve']>

const nothing = ({ columns, rows }: LinearProgramme): Omit<LinearSolution, 'status'> => ({
  objective: Number.NaN,
  values: new Float64Array(columns.length),
  reducedCosts: new Float64Array(columns.length),
  prices: new Float64Array(rows.length),
})

function solution(programme: LinearProgramme, { ObjectiveValue, Columns, Rows }: Found): LinearSolution {
  const found = nothing(programme)
  for (const [c, { lower, upper }] of programme.columns.entries()) {
    const column = Columns[columnName(c)]
    // A column that nothing mentions may be missing: any value within its bounds will do.
    found.values[c] = column && 'Primal' in column ? column.Primal : Math.min(upper, Math.max(lower, 0))
    found.reducedCosts[c] = column && 'Dual' in column ? column.Dual : 0
  }
  for (const row of Rows) found.prices[row.Index] = 'Dual' in row ? row.Dual : 0
  return { ...found, status: 'optimal', objective: ObjectiveValue }
}
