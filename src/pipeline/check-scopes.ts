import type { Scenario, ScenarioPlace } from '../domain/scenario.ts'
import { HeadroomError } from '../errors/headroom-error.ts'
import { OFF_THE_LIST } from '../levers/international-recruitment.ts'
import type { LeverContext, ScopeKind } from '../levers/lever.ts'
import { nearest } from '../levers/nearest.ts'
import type { PolicyNumbers } from '../levers/numbers.ts'
import { LEVERS } from '../levers/registry.ts'

/** What a lever or a rule for posts may be limited to, by kind of scope. */
export function scopesOf(
  kind: ScopeKind,
  { occupations, programmes, origins }: LeverContext,
  { transfers }: Pick<PolicyNumbers, 'transfers'>,
): readonly string[] {
  if (kind === 'none') return ['all']
  const staff = [
    'all',
    ...new Set(occupations.flatMap(({ sector, staffGroup, code }) => [sector, staffGroup, code])),
  ]
  if (kind === 'staff') return staff
  if (kind === 'programmes') return ['all', ...programmes.map(({ code }) => code)]
  if (kind === 'arrivals') return [...staff, OFF_THE_LIST, ...origins.keys()]
  return kind === 'transfers' ? ['all', ...transfers.map(({ code }) => code)] : kind
}

/**
 * Refuses settings and posts for staff, programmes, transfers or kinds that there are not.
 * @throws HeadroomError `scenario-value` naming the place
 */
export function checkScopes(
  scenario: Scenario,
  context: LeverContext,
  numbers: Pick<PolicyNumbers, 'transfers'>,
): void {
  for (const { code, scope: kind } of LEVERS)
    for (const { scope, place } of scenario.levers.get(code) ?? [])
      refuseUnknown(scope, scopesOf(kind, context, numbers), { ...place, path: `${place.path}.for` })
  const staff = scopesOf('staff', context, numbers)
  for (const scope of scenario.establishment.keys())
    refuseUnknown(scope, staff, {
      file: scenarioFile(scenario),
      path: scenario.file === '' ? 'posts' : 'establishment',
    })
}

/** The file of a scenario as a reader knows it. */
const scenarioFile = ({ file }: Scenario): string => (file === '' ? 'the address' : `data/${file}`)

function refuseUnknown(scope: string, allowed: readonly string[], { file, path }: ScenarioPlace): void {
  if (allowed.includes(scope)) return
  const near = nearest(scope, allowed)
  const list = allowed.length > MOST_LISTED ? `${near ?? allowed[0]} or another code` : allowed.join(', ')
  const found = scope === 'all' ? 'nothing' : scope
  throw new HeadroomError('scenario-value', { file, path, expected: `one of ${list}`, found })
}

/** Codes that a message can list and stay readable. */
const MOST_LISTED = 12
