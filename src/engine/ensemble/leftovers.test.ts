import { beforeAll, describe, expect, it } from 'vitest'
import { freshKernel } from '../../../build-kernel.js'
import { everyFeature } from '../../../tests/support/every-feature.ts'
import { syntheticModel } from '../../../tests/support/synthetic-model.ts'
import type { EngineModel } from '../../domain/engine-model.ts'
import type { EnsembleRequest } from '../../domain/ensemble.ts'
import { createLeftovers } from './leftovers.ts'
import { createSimulate } from './simulate.ts'

const SIZES = { services: 2, movesEach: 1, regions: 1, seed: 2, smooth: true }
const small = everyFeature(syntheticModel({ ...SIZES, occupations: 3, areas: 1, years: 3 }), 8)
const large = everyFeature(syntheticModel({ ...SIZES, occupations: 5, areas: 2, years: 4 }), 9)
const request: EnsembleRequest = {
  model: small,
  aggregation: { start: Int32Array.of(0, 3, 4), members: Int32Array.of(0, 1, 2, 1) },
  seed: 5,
  draws: 10,
  rollUp: false,
  keep: { units: [0], series: [0] },
}

const with_ = (change: Partial<EngineModel>): EnsembleRequest => ({
  ...request,
  model: { ...small, ...change },
})
const [firstEffect, ...otherEffects] = small.effects
/** What a page may ask for, one after the other; some of it again. */
const requests: Record<string, EnsembleRequest> = {
  'the first': request,
  'the same': request,
  'another strength': with_({
    effects: [{ ...firstEffect!, strength: { kind: 'point', value: 0.3 } }, ...otherEffects],
  }),
  'fewer effects': with_({ effects: otherEffects }),
  'effects in another order': with_({ effects: [...otherEffects, firstEffect!] }),
  'more arrivals': with_({ international: small.international.map((heads) => heads * 1.5) }),
  'other pay': with_({ payRelative: small.payRelative.map((pay) => pay * 1.1) }),
  'more time freed': with_({ timeFreed: small.timeFreed.map((share) => share * 2) }),
  'other transfers': with_({ transferShare: small.transferShare.map((share) => share / 2) }),
  'no feedback': with_({ feedback: false }),
  'other growth': with_({ growth: small.growth.map((rate) => rate + 0.01) }),
  'other assumptions': with_({ uncertainty: small.uncertainty.slice(1) }),
  'another seed': { ...request, seed: 6 },
  'more draws': { ...request, draws: 21 },
  'another design': { ...request, design: 'latin-hypercube' },
  'a larger model': {
    ...request,
    model: large,
    rollUp: true,
    aggregation: { start: Int32Array.of(0, 5), members: Int32Array.of(0, 1, 2, 3, 4) },
  },
  'the first again': request,
}

let kernel: Uint8Array<ArrayBuffer>
beforeAll(async () => {
  kernel = await freshKernel()
})

describe('what one run leaves for the next', () => {
  it('changes no bit', async () => {
    const simulate = createSimulate(kernel)
    for (const [name, asked] of Object.entries(requests))
      expect(await simulate(asked), name).toEqual(await createSimulate(kernel)(asked))
  })

  it('changes no bit where runs overlap, or one is cut short', async () => {
    const simulate = createSimulate(kernel)
    const abort = new AbortController()
    const long = { ...request, draws: 4000 }
    const cut = simulate(long, () => abort.abort(new Error('enough')), abort.signal)
    const others = [simulate(request), simulate({ ...request, seed: 6 })]
    await expect(cut).rejects.toThrow('enough')
    const alone = createSimulate(kernel)
    expect(await others[0]).toEqual(await alone(request))
    expect(await simulate(request)).toEqual(await alone(request))
    expect(await others[1]).toEqual(await createSimulate(kernel)({ ...request, seed: 6 }))
  })

  it('notices numbers changed in place', async () => {
    const simulate = createSimulate(kernel)
    const own = { ...request, model: { ...small, international: small.international.slice() } }
    await simulate(own)
    own.model.international.fill(3)
    expect(await simulate(own)).toEqual(await createSimulate(kernel)(own))
  })

  it('leaves only rows made of something else to be made', async () => {
    const { factors } = createLeftovers(await WebAssembly.compile(kernel))
    const [mine, yours] = [{}, {}]
    const rowAt = (first: number, ...entries: number[]) => ({
      first,
      stride: 1,
      times: 1,
      entries,
      constants: [Float64Array.of(1)],
      make() {},
    })
    const rows = [rowAt(0, 0), rowAt(1, 1), rowAt(2)]
    expect(factors.missing(rows, [mine, yours])).toEqual(rows)
    factors.finish()
    expect(factors.missing(rows, [mine, {}])).toEqual([rows[1]])
    // Not finished: nothing holds.
    expect(factors.missing(rows, [mine, yours])).toEqual(rows)
  })
})
