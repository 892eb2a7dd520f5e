import type { PolicyBasis } from '../policy-basis.ts'
import { type Difference, withDifferences } from './differences.ts'
import { pack, unpack } from './pack.ts'

/** What a basis differs in under a scenario’s changes to the book of assumptions. */
export interface BasisChange {
  /** On England as one area. */
  readonly england: readonly Difference[]
  /** On every area. */
  readonly areas: readonly Difference[]
}

/** What bases differ in, by the name of the scenario. */
export type BasisChanges = ReadonlyMap<string, BasisChange>

/** A basis under a change. */
export const changedBasis = (basis: PolicyBasis, change: BasisChange): PolicyBasis =>
  withDifferences(basis, basis.weights === null ? change.areas : change.england)

/** Packs the changes for the browser. */
export const packChanges = (changes: BasisChanges): Uint8Array<ArrayBuffer> => pack(changes)

/** @throws HeadroomError `bundle-damaged` */
export const unpackChanges = (bytes: Uint8Array<ArrayBuffer>): BasisChanges =>
  unpack(bytes, 'changed assumptions') as BasisChanges
