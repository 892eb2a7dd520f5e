/** A measure of results: one line of the dictionary of measures. */
export interface Measure {
  readonly code: string
  readonly name: string
  /** `heads`, `fte`, `share`. */
  readonly unit: string
  /** Plain definition, a sentence. */
  readonly definition: string
  /** Formula in the words of the method. */
  readonly formula: string
  /** False for flows, which have no value in the base year. */
  readonly atBase: boolean
  /** True where the values of areas add up to England's. */
  readonly additive: boolean
}

/** The measures the engine accumulates draw by draw, in the order of its output. */
export const ENGINE_MEASURES = [
  'supply_heads',
  'supply_fte',
  'fte_at_work',
  'need_fte',
  'funded_fte',
  'joiners_heads',
  'leavers_heads',
  'moves_in_heads',
  'moves_out_heads',
  'international_heads',
] as const
export type EngineMeasure = (typeof ENGINE_MEASURES)[number]

/** The pinned dictionary of published measures; the last four are derived from the engine's, draw by draw. */
export const MEASURES: readonly Measure[] = [
  {
    code: 'supply_heads',
    name: 'Staff in post, headcount',
    unit: 'heads',
    definition: 'People employed at 31 March, counted by main job.',
    formula: 'start - leavers - moves out + moves in + joiners',
    atBase: true,
    additive: true,
  },
  {
    code: 'supply_fte',
    name: 'Staff in post, full-time equivalent',
    unit: 'fte',
    definition: 'Contracted full-time equivalents of the staff in post at 31 March.',
    formula: 'sum over sex and age of heads x participation',
    atBase: true,
    additive: true,
  },
  {
    code: 'fte_at_work',
    name: 'Full-time equivalents at work',
    unit: 'fte',
    definition: 'Staff in post less sickness absence, scaled so that the base year equals staff in post.',
    formula: 'supply_fte x (1 - sickness rate) / (1 - sickness rate at the base)',
    atBase: true,
    additive: true,
  },
  {
    code: 'need_fte',
    name: 'Staff needed',
    unit: 'fte',
    definition: 'Full-time equivalents that the population’s need for services calls for.',
    formula: 'need at the base x activity / productivity',
    atBase: true,
    additive: true,
  },
  {
    code: 'funded_fte',
    name: 'Funded posts',
    unit: 'fte',
    definition: 'The establishment: filled and vacant posts that are paid for.',
    formula: 'funded posts at the base x need / need at the base',
    atBase: true,
    additive: true,
  },
  {
    code: 'gap_fte',
    name: 'Gap between staff and need',
    unit: 'fte',
    definition: 'Full-time equivalents at work less those needed; below zero is a shortage.',
    formula: 'fte_at_work - need_fte',
    atBase: true,
    additive: true,
  },
  {
    code: 'coverage',
    name: 'Coverage of need',
    unit: 'share',
    definition: 'Full-time equivalents at work as a share of those needed.',
    formula: 'fte_at_work / need_fte',
    atBase: true,
    additive: false,
  },
  {
    code: 'vacancy_rate',
    name: 'Vacancy rate',
    unit: 'share',
    definition: 'Vacant share of funded posts; below zero where staff in post exceed funded posts.',
    formula: '(funded_fte - supply_fte) / funded_fte',
    atBase: true,
    additive: false,
  },
  {
    code: 'joiners_heads',
    name: 'Joiners',
    unit: 'heads',
    definition:
      'People who joined in the year to 31 March from training, abroad, return or open recruitment.',
    formula: 'training + international + return + open recruitment',
    atBase: false,
    additive: true,
  },
  {
    code: 'leavers_heads',
    name: 'Leavers',
    unit: 'heads',
    definition:
      'People who left the workforce of the model in the year to 31 March, retirement and ill health included.',
    formula: 'start x (1 - exp(-H)) x (leave + retire + ill) / H',
    atBase: false,
    additive: true,
  },
  {
    code: 'moves_in_heads',
    name: 'Moves in',
    unit: 'heads',
    definition: 'People who moved in from another occupation of the model in the year to 31 March.',
    formula: 'sum over origins of movers',
    atBase: false,
    additive: true,
  },
  {
    code: 'moves_out_heads',
    name: 'Moves out',
    unit: 'heads',
    definition: 'People who moved to another occupation of the model in the year to 31 March.',
    formula: 'start x (1 - exp(-H)) x move / H',
    atBase: false,
    additive: true,
  },
  {
    code: 'international_share',
    name: 'Share of joiners from abroad',
    unit: 'share',
    definition: 'Joiners recruited from abroad as a share of all joiners in the year to 31 March.',
    formula: 'international joiners / joiners_heads',
    atBase: false,
    additive: false,
  },
]
