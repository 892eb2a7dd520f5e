import { readBook } from '../assumptions/read-book.ts'
import type { Judged } from '../domain/assumption-book.ts'
import type { InputFiles } from '../domain/input-files.ts'
import { EVIDENCE, type Lever, SHIFTS } from '../levers/lever.ts'
import type { LeverNumbers, LeverParameter, TransferRule } from '../levers/numbers.ts'
import { readLeverNumbers } from '../levers/read-parameters.ts'
import { LEVERS } from '../levers/registry.ts'
import { readReference } from './read-reference.ts'

/** A lever with everything a reader may ask of it. */
export interface DescribedLever extends Omit<Lever, 'apply' | 'shift' | 'evidence' | 'parameters'> {
  /** The shift of the plan it belongs to, in words. */
  readonly shift: string
  readonly evidence: string
  readonly parameters: readonly Judged<LeverParameter>[]
  /** Transfers of work that `for` takes, for the lever that moves work. */
  readonly transfers: readonly Judged<TransferRule>[]
}

/** The numbers of all levers, read and checked. */
export function readAllLeverNumbers(files: InputFiles): LeverNumbers {
  const reference = readReference(files)
  const codes = reference.occupations.map(({ code }) => code)
  return readLeverNumbers(files, LEVERS, readBook(files, reference).sources, codes)
}

/** Every lever with its numbers, in the order of the registry. */
export function describeLevers(files: InputFiles): DescribedLever[] {
  const numbers = readAllLeverNumbers(files)
  return LEVERS.map(({ apply: _, ...lever }) => ({
    ...lever,
    shift: SHIFTS[lever.shift],
    evidence: EVIDENCE[lever.evidence],
    parameters: numbers.parameters.filter((parameter) => parameter.lever === lever.code),
    transfers: lever.scope === 'transfers' ? numbers.transfers : [],
  }))
}
