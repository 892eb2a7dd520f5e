import type { Lever } from './lever.ts'
import { atPoints, lagged } from './paths.ts'

/** Work that moves from one occupation to another. */
export const newRoles: Lever = {
  code: 'new-roles',
  title: 'New roles and division of work',
  shift: 'working',
  summary:
    'Moves work from one occupation to another at a stated rate of exchange: navigators and care coordinators relieve general practitioners, nursing associates relieve nurses, managers relieve doctors.',
  setting: { unit: 'share', min: 0, max: 1, meaning: 'share of what could move that does' },
  scope: 'transfers',
  evidence: 'judged',
  basis:
    'How much could move, and how many hours of the one replace one of the other, are judged transfer by transfer.',
  lag: 'two years: training and trust',
  cost: 'none of its own: need for one occupation falls, for the other it grows',
  payer: 'employers',
  decides: 'employers and professions; regulators for protected tasks',
  limits:
    'Quality is taken to be the same. Supervision by the occupation relieved is in the rate of exchange only.',
  parameters: { lag: 'years' },
  directions: [{ measure: 'need_fte', series: 'general-practitioners', sign: -1 }],
  apply(settings, { context, value, transfers, draft }) {
    const index = (code: string): number =>
      context.occupations.findIndex((occupation) => occupation.code === code)
    for (const { scope, path } of settings)
      for (const { code, from, to, rate, share } of transfers)
        if (scope === 'all' || scope === code)
          draft.transfers.push({
            from: index(from),
            to: index(to),
            rate,
            share: atPoints(lagged(path, value('lag')).map((setting) => setting * share)),
          })
  },
}
