import type { BuilderFrame } from '../../domain/builder.ts'
import type { EngineModel } from '../../domain/engine-model.ts'
import type { Aggregation } from '../../domain/ensemble.ts'
import type { SeriesCode } from '../../domain/projection.ts'
import type { Reference } from '../../domain/reference.ts'
import { createAggregation } from '../../results/aggregation.ts'
import { mergeBasis, type PolicyBasis } from '../policy-basis.ts'
import { pack, unpack } from './pack.ts'

/** The published series that the builder shows, and what each adds up. */
export interface BuilderSeries {
  readonly series: readonly SeriesCode[]
  readonly aggregation: Aggregation
}

/** What the browser computes England as one area from, and the page itself. */
export interface EnglandBundle extends BuilderSeries {
  readonly frame: BuilderFrame
  readonly basis: PolicyBasis
}

/** What the browser needs besides to work out every area. */
export interface AreasBundle {
  readonly model: EngineModel
}

/** Both bundles in bytes. */
export interface PackedBundles {
  readonly england: Uint8Array<ArrayBuffer>
  readonly areas: Uint8Array<ArrayBuffer>
}

/** Everyone, the sectors and unpaid care: of all that is published, what the builder shows. */
export function builderSeries(reference: Reference): BuilderSeries {
  const { series, aggregation } = createAggregation(reference)
  const kept = series.flatMap(({ level }, i) => (['all', 'sector', 'unpaid_care'].includes(level) ? [i] : []))
  const members = kept.map((i) => aggregation.members.slice(aggregation.start[i], aggregation.start[i + 1]))
  const start = new Int32Array(kept.length + 1)
  for (const [i, { length }] of members.entries()) start[i + 1] = start[i]! + length
  return {
    series: kept.map((i) => series[i]!),
    aggregation: {
      start,
      members: Int32Array.from(members.flatMap((each) => [...each])),
      ...(aggregation.care === undefined ? {} : { care: kept.indexOf(aggregation.care) }),
    },
  }
}

/** Makes the bundle of England as one area from the basis of all its areas. */
export const createEnglandBundle = (
  frame: BuilderFrame,
  basis: PolicyBasis,
  reference: Reference,
): EnglandBundle => ({ frame, ...builderSeries(reference), basis: mergeBasis(basis) })

/** Packs what the browser needs: England as one area first, every area apart. */
export const packBundles = (england: EnglandBundle, { model }: PolicyBasis): PackedBundles => ({
  england: pack(england),
  areas: pack({ model } satisfies AreasBundle),
})

/** @throws HeadroomError `bundle-damaged` */
export const unpackEngland = (bytes: Uint8Array<ArrayBuffer>): EnglandBundle =>
  unpack(bytes, 'England') as EnglandBundle

/** @throws HeadroomError `bundle-damaged` */
export const unpackAreas = (bytes: Uint8Array<ArrayBuffer>): AreasBundle =>
  unpack(bytes, 'the areas') as AreasBundle

/** The basis of every area: what England’s bundle says, on the model of the areas. */
export const areasBasis = ({ basis }: EnglandBundle, { model }: AreasBundle): PolicyBasis => ({
  ...basis,
  model,
  weights: null,
})
