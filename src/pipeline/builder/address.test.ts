import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dataFiles } from '../../../tests/support/data-files.ts'
import type { BuilderChoice, BuilderPreset, BuilderState } from '../../domain/builder.ts'
import type { AssumptionChange, Establishment, ScenarioSetting } from '../../domain/scenario.ts'
import type { Lever } from '../../levers/lever.ts'
import { LEVERS } from '../../levers/registry.ts'
import { readScenario, scenarioNames } from '../read-scenario.ts'
import { ADDRESS, changesOf, choiceOf, keyOf, NOTHING_SET, usualScope } from './choice.ts'
import { readAddress } from './read-address.ts'
import { writeAddress } from './write-address.ts'
import { writeScenarioFile } from './write-scenario.ts'

const span = { baseYear: 2026, lastYear: 2046 }
const files = dataFiles()
const presets = scenarioNames(files).map((name): BuilderPreset => {
  const scenario = readScenario(files, name)
  const { title, description, assumptions } = scenario
  const book = assumptions.length > 0 ? { changes: assumptions, says: [] } : null
  return { name, title, description, choice: choiceOf(scenario), book }
})
const read = (query: string): BuilderState => readAddress(query, presets, span)
const write = (state: BuilderState): string => writeAddress(state, presets, span)
const plain = ({ built, against, ...rest }: BuilderState) => ({
  ...rest,
  built: keyOf(built),
  against: keyOf(against),
})

const within = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map((value) => value || 0)

function setting(lever: Lever): fc.Arbitrary<ScenarioSetting> {
  const { min, max } = lever.setting
  const scope = fc.constantFrom(usualScope(lever), 'nhs', 'adult-nursing', 'a-code-2')
  const options = Object.entries(lever.options ?? {})
  const common = fc.record({
    scope,
    options: fc
      .tuple(...options.map(([, rule]) => within(rule.min, rule.max)))
      .map((values) => Object.fromEntries(options.map(([key], i) => [key, values[i]!]))),
    place: fc.constant({ ...ADDRESS, path: lever.code }),
  })
  const even = fc
    .record({
      from: fc.integer({ min: 2000, max: 2099 }),
      setting: within(min, max).filter((value) => value !== 0),
      lasts: fc.option(fc.integer({ min: 1, max: 100 })),
      phaseIn: fc.integer({ min: 1, max: 25 }),
    })
    .map(({ lasts, ...rest }) => ({
      ...rest,
      until: lasts === null || rest.from + lasts > 2100 ? null : rest.from + lasts,
      path: null,
    }))
  const yearly = fc
    .uniqueArray(fc.tuple(fc.integer({ min: 2000, max: 2099 }), within(min, max)), {
      minLength: 1,
      maxLength: 5,
      selector: ([year]) => year,
    })
    .map((points) => points.sort(([a], [b]) => a - b))
    .map((path) => ({ from: path[0]![0], setting: path.at(-1)![1], until: null, phaseIn: 1, path }))
  return fc.tuple(common, fc.oneof(even, yearly)).map(([a, b]) => ({ ...a, ...b }))
}

const rule: fc.Arbitrary<Establishment> = fc.oneof(
  fc.constant({ follows: 'need' as const }),
  fc.constant({ follows: 'people-65-plus' as const }),
  within(-0.2, 0.2).map((growth) => ({ follows: 'budget' as const, growth })),
  fc
    .uniqueArray(fc.tuple(fc.integer({ min: 2000, max: 2099 }), within(0, 10)), {
      minLength: 1,
      maxLength: 4,
      selector: ([year]) => year,
    })
    .map((points) => ({ follows: 'path' as const, path: points.sort(([a], [b]) => a - b) })),
)

const choice: fc.Arbitrary<BuilderChoice> = fc
  .tuple(
    fc.constantFrom(null, ...presets.flatMap(({ name, book }) => (book ? [name] : []))),
    fc.boolean(),
    fc.uniqueArray(fc.tuple(fc.constantFrom('all', 'nhs', 'midwives', 'social-care'), rule), {
      maxLength: 3,
      selector: ([scope]) => scope,
    }),
    fc
      .subarray([...LEVERS], { maxLength: 6 })
      .chain((levers) =>
        fc.tuple(
          ...levers.map((lever) =>
            fc
              .array(setting(lever), { minLength: 1, maxLength: 3 })
              .map((settings) => [lever.code, settings] as const),
          ),
        ),
      ),
  )
  .map(([assumptions, feedback, posts, levers]) => ({
    assumptions,
    feedback,
    establishment: new Map(posts),
    levers: new Map(levers),
  }))

const state: fc.Arbitrary<BuilderState> = fc.record({
  built: choice,
  against: fc.oneof(choice, fc.constantFrom(...presets.map((preset) => preset.choice))),
  year: fc.integer({ min: span.baseYear, max: span.lastYear }),
  seed: fc.integer({ min: 0, max: 4_294_967_295 }),
  draws: fc.integer({ min: 1, max: 2000 }),
})

describe('the address of the builder', () => {
  it('brings back any state, and is the only address of it', () => {
    fc.assert(
      fc.property(state, (one) => {
        const query = write(one)
        const found = read(query)
        expect(plain(found)).toEqual(plain(one))
        expect(write(found)).toBe(query)
      }),
      { numRuns: 400 },
    )
  })

  it('says nothing of what is as usual', () => {
    expect(write(read(''))).toBe('')
    expect(write(read('vs=no-change&seed=1&pay-award=0&feedback=on&posts=need&draws=200&year=2046'))).toBe('')
    expect(read('').built).toEqual(NOTHING_SET)
  })

  it('can be read by a person', () => {
    const one = read('training-places=0.2_for.adult-nursing_from.2028_in.3&vs=ten-point-plan&year=2036')
    expect(one.built.levers.get('training-places')).toMatchObject([
      { scope: 'adult-nursing', from: 2028, setting: 0.2, phaseIn: 3, until: null },
    ])
    expect(write(one)).toBe(
      'training-places=0.2_for.adult-nursing_from.2028_in.3&vs=ten-point-plan&year=2036',
    )
  })

  it.each(presets)('leads from the preset $name to its scenario and back', ({ name, choice: preset }) => {
    const one = read(`preset=${name}`)
    expect(keyOf(one.built)).toBe(keyOf(preset))
    expect(keyOf(read(write(one)).built)).toBe(keyOf(preset))
  })

  it('takes what the form sends: several settings, each with its own scope and time', () => {
    const query = new URLSearchParams([
      ['preset', ''],
      ['training-places.percent', '20'],
      ['training-places.for', 'adult-nursing'],
      ['training-places.from', '2028'],
      ['training-places.until', ''],
      ['training-places.in', '3'],
      ['training-places.percent', '0'],
      ['training-places.for', 'all'],
      ['training-places.from', '2027'],
      ['training-places.until', ''],
      ['training-places.in', '1'],
      ['training-places.percent', '-5'],
      ['training-places.for', 'medical-degree'],
      ['training-places.from', '2030'],
      ['training-places.until', '2035'],
      ['training-places.in', '1'],
      ['pilot-fund.million', '50'],
      ['technology.percent', '30'],
      ['technology.given-back.percent', '25'],
      ['posts', 'budget'],
      ['posts.growth.percent', '1.5'],
      ['vs', 'no-change'],
    ])
    expect(write(read(query.toString()))).toBe(
      'training-places=0.2_for.adult-nursing_from.2028_in.3*-0.05_for.medical-degree_from.2030_until.2035&pilot-fund=50000000&technology=0.3_given-back.0.25&posts=all.budget_0.015',
    )
  })

  it('combines changed assumptions with levers, on either side', () => {
    expect(write(read('preset=fails-retention&vs=fails-growth'))).toBe(
      'assumptions=fails-retention&vs=fails-growth',
    )
    const query = 'pay-award=0.01&assumptions=fails-growth&vs.productivity=0.01&vs.assumptions=fails-sickness'
    expect(write(read(query))).toBe(query)
    expect(read(query).against.assumptions).toBe('fails-sickness')
  })

  it('keeps the scenario to compare with, and takes a lever away', () => {
    const kept = read('productivity=0.01&keep=yes')
    expect(keyOf(kept.against)).toBe(keyOf(kept.built))
    expect(write(kept)).toBe('productivity=0.01&vs.productivity=0.01')
    expect(write(read('productivity=0.01_2030.0.01&pay-award=0.01&drop=productivity'))).toBe('pay-award=0.01')
  })

  it.each([
    ['pay-awards=1', 'scenario-lever'],
    ['pay-award=9', 'builder-setting'],
    ['pay-award=lots', 'scenario-value'],
    ['pay-award=1e999', 'scenario-value'],
    ['pay-award=0.01_from.1066', 'scenario-value'],
    ['pay-award=0.01_from.2030_until.2029', 'scenario-value'],
    ['pay-award=0.01_because.yes', 'scenario-value'],
    ['pay-award=0.01_in.400', 'scenario-value'],
    [`pay-award=${Array(50).fill('0.01').join('*')}`, 'scenario-value'],
    ['posts=nhs.magic', 'scenario-value'],
    ['posts=nhs.budget_7', 'scenario-value'],
    ['preset=nothing-like-it', 'scenario-unknown'],
    ['assumptions=no-change', 'scenario-unknown'],
    ['vs.assumptions=ten-point-plan', 'scenario-unknown'],
    ['vs=ten-pint-plan', 'scenario-unknown'],
    ['seed=-1', 'scenario-value'],
    ['draws=1000000', 'scenario-value'],
    ['year=1850', 'scenario-value'],
    ['year=2090', 'year-out-of-range'],
    ['seed=1&seed=2', 'scenario-value'],
    ['feedback=maybe', 'scenario-value'],
    ['__proto__=1', 'scenario-lever'],
  ])('refuses %s', (query, code) => {
    expect(() => read(query)).toThrow(expect.objectContaining({ code }))
  })

  it.each([
    ['pay-award=9', 'Pay award can’t be set to 900% a year.', /−?\d+% to \d+% a year\.$/],
    [
      'vs.pay-award=0.01_2030.9',
      'Pay award in the scenario to compare with from March 2030 can’t be set to 900% a year.',
      /%/,
    ],
    ['pilot-fund.million=501', /£501 million a year/, /£0 to £500 million a year\.$/],
    ['return-to-health=-5', /−5 people a year/, /0 to 60,000 people a year\.$/],
    ['technology=0.1_given-back.2', /200%/, /0% to 100%\.$/],
    ['posts=budget&posts.growth.percent=50', /from −20% to 20% a year, found 50%/, /./],
  ])('says limits in the units of the page: %s', (query, message, next) => {
    expect(() => read(query)).toThrow(
      expect.objectContaining({ message: expect.stringMatching(message), next: expect.stringMatching(next) }),
    )
  })

  it('never fails but with a message of the catalogue', () => {
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom('pay-award', '=', '&', '_', '*', '.', 'for', '2030', 'vs', 'vs.', 'posts', '0.1', '%'),
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        try {
          read(parts.join(''))
        } catch (error) {
          expect(error).toMatchObject({ name: 'HeadroomError' })
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('the scenario file of a choice', () => {
  it('is read as the same scenario', () => {
    fc.assert(
      fc.property(choice, (one) => {
        const isReadable = (each: ScenarioSetting): boolean => each.scope === 'all' || each.scope !== ''
        fc.pre([...one.levers.values()].flat().every(isReadable))
        const levers = new Map(
          [...one.levers].map(([code, all]) => {
            const lever = LEVERS.find((candidate) => candidate.code === code)!
            // a lever that can’t be limited takes no scope in a file
            return [code, lever.scope === 'none' ? all.map((each) => ({ ...each, scope: 'all' })) : all]
          }),
        )
        const text = writeScenarioFile({ ...one, levers }, 'A “title”: with # signs', 'Words', presets)
        const found = readScenario(new Map([...files, ['scenarios/written.yaml', text]]), 'written')
        expect(found.title).toBe('A “title”: with # signs')
        // the registry’s order is that of the builder
        const { assumptions, ...rest } = one
        const same = { ...found, ...rest, levers }
        expect(keyOf(choiceOf(found))).toBe(keyOf(choiceOf(same)))
        const plainChanges = (changes: readonly AssumptionChange[]) =>
          changes.map(({ place: _, ...change }) => change)
        expect(plainChanges(found.assumptions)).toEqual(plainChanges(changesOf({ assumptions }, presets)))
      }),
      { numRuns: 150 },
    )
  })
})
