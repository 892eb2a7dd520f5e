import type { Judged } from '../domain/assumption-book.ts'
import type { Distribution } from '../domain/distribution.ts'

/** A number that a lever rests on: one line of `data/levers/parameters.csv`. */
export interface LeverParameter {
  readonly lever: string
  readonly parameter: string
  readonly value: number
  readonly low: number
  readonly high: number
  readonly distribution: Distribution
  readonly unit: string
}

/** A share of one occupation’s work that another could take over: one line of `data/levers/transfers.csv`. */
export interface TransferRule {
  readonly code: string
  readonly name: string
  readonly from: string
  readonly to: string
  /** FTE of `to` for each FTE of `from` relieved. */
  readonly rate: number
  /** Share of the work of `from` at a setting of 1. */
  readonly share: number
}

/** Numbers that every lever of a kind shares; in the table under the name `every-lever`. */
export const SHARED = 'every-lever'

/** What the levers work with: numbers without who judged them. */
export interface PolicyNumbers {
  /** A parameter by lever and code. */
  readonly parameter: (lever: string, code: string) => LeverParameter
  readonly parameters: readonly LeverParameter[]
  readonly transfers: readonly TransferRule[]
}

/** Everything the levers take from `data/levers`. */
export interface LeverNumbers extends PolicyNumbers {
  readonly parameter: (lever: string, code: string) => Judged<LeverParameter>
  readonly parameters: readonly Judged<LeverParameter>[]
  readonly transfers: readonly Judged<TransferRule>[]
}

/** Finds parameters by lever and code; one that isn’t there is a mistake in the program. */
export function parameterFinder<Parameter extends LeverParameter>(
  parameters: readonly Parameter[],
): (lever: string, code: string) => Parameter {
  const found = new Map(parameters.map((entry) => [`${entry.lever}/${entry.parameter}`, entry]))
  return (lever, code) => {
    const parameter = found.get(`${lever}/${code}`)
    if (parameter === undefined) throw new Error(`there is no parameter ${lever}/${code}`)
    return parameter
  }
}
