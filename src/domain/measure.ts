/** A measure of results: one line of the dictionary of measures. */
export interface Measure {
  readonly code: string
  readonly name: string
  /** `heads`, `fte`, `share`, `per_1000`, `gbp`, `hours`, `hours_per_week`, `ratio`. */
  readonly unit: string
  /** Plain definition, a sentence. */
  readonly definition: string
  /** The same in plain words, for someone who hears it for the first time. */
  readonly help: string
  /** Formula in the words of the method. */
  readonly formula: string
  /** False for flows, which have no value in the base year. */
  readonly atBase: boolean
  /** True where the values of areas add up to England's. */
  readonly additive: boolean
  /** True where only the series of unpaid care has it. */
  readonly ofCare?: true
}

/** The pinned dictionary of published measures, in the order of results; the kernel writes the same (engine/cohort/assembly/publish.ts). */
export const MEASURES: readonly Measure[] = [
  {
    code: 'supply_heads',
    name: 'Staff in post, headcount',
    unit: 'heads',
    definition: 'People employed at 31 March, counted by main job.',
    help: 'How many people are employed. Someone who works half the week counts as one person.',
    formula: 'start - leavers - moves out + moves in + joiners + residual',
    atBase: true,
    additive: true,
  },
  {
    code: 'supply_fte',
    name: 'Staff in post, full-time equivalent',
    unit: 'fte',
    definition: 'Contracted full-time equivalents of the staff in post at 31 March.',
    help: 'How much staff time is employed, counted in full-time jobs. Two people who each work half the week count as one.',
    formula: 'sum over sex and age of heads x FTE per head',
    atBase: true,
    additive: true,
  },
  {
    code: 'fte_at_work',
    name: 'Full-time equivalents at work',
    unit: 'fte',
    definition:
      'Staff in post less sickness absence and other contracted time away, scaled so that the base year equals staff in post.',
    help: 'Staff time that is really there: people in post, less time off sick. Counted in full-time jobs.',
    formula: 'supply_fte x (1 - sickness rate) / (1 - sickness rate at the base) x time at work',
    atBase: true,
    additive: true,
  },
  {
    code: 'need_fte',
    name: 'Staff needed',
    unit: 'fte',
    definition: 'Full-time equivalents that the population’s need for services calls for.',
    help: 'How much staff time it would take to meet people’s need for care, counted in full-time jobs. It grows with the number of people, their age and how much care they use.',
    formula: 'need at the base x activity / productivity, after the division of work',
    atBase: true,
    additive: true,
  },
  {
    code: 'funded_fte',
    name: 'Funded posts',
    unit: 'fte',
    definition: 'The establishment: filled and vacant posts that are paid for.',
    help: 'Jobs there is money for, filled or empty, counted in full-time jobs.',
    formula: 'funded posts at the base x activity / productivity, or as the scenario gives them; x funding',
    atBase: true,
    additive: true,
  },
  {
    code: 'gap_fte',
    name: 'Gap between staff and need',
    unit: 'fte',
    definition: 'Full-time equivalents at work less those needed; below zero is a shortage.',
    help: 'Staff at work less staff needed, in full-time jobs. Below zero means too few.',
    formula: 'fte_at_work - need_fte',
    atBase: true,
    additive: true,
  },
  {
    code: 'coverage',
    name: 'Coverage of need',
    unit: 'share',
    definition: 'Full-time equivalents at work as a share of those needed.',
    help: 'Of every 100 full-time staff that people need, how many are at work. 100% means that need is met.',
    formula: 'fte_at_work / need_fte',
    atBase: true,
    additive: false,
  },
  {
    code: 'vacancy_rate',
    name: 'Vacancy rate',
    unit: 'share',
    definition: 'Vacant share of funded posts; below zero where staff in post exceed funded posts.',
    help: 'Of every 100 jobs there is money for, how many nobody fills.',
    formula: '(funded_fte - supply_fte) / funded_fte',
    atBase: true,
    additive: false,
  },
  {
    code: 'joiners_heads',
    name: 'Joiners',
    unit: 'heads',
    definition:
      'People who joined in the year to 31 March from training, abroad, return, programmes or open recruitment.',
    help: 'People who started in the year: from training, from abroad, coming back, or from other work.',
    formula: 'training + international + return + programmes + open recruitment',
    atBase: false,
    additive: true,
  },
  {
    code: 'leavers_heads',
    name: 'Leavers',
    unit: 'heads',
    definition:
      'People who left the workforce of the model in the year to 31 March, retirement and ill health included.',
    help: 'People who left in the year: for other work, to retire, or because of illness.',
    formula: 'start x (1 - exp(-H)) x (leave + retire + ill) / H',
    atBase: false,
    additive: true,
  },
  {
    code: 'moves_in_heads',
    name: 'Moves in',
    unit: 'heads',
    definition: 'People who moved in from another occupation of the model in the year to 31 March.',
    help: 'People who came in the year from another health or care job.',
    formula: 'sum over origins of movers',
    atBase: false,
    additive: true,
  },
  {
    code: 'moves_out_heads',
    name: 'Moves out',
    unit: 'heads',
    definition: 'People who moved to another occupation of the model in the year to 31 March.',
    help: 'People who went in the year to another health or care job.',
    formula: 'start x (1 - exp(-H)) x move / H',
    atBase: false,
    additive: true,
  },
  {
    code: 'international_share',
    name: 'Share of joiners from abroad',
    unit: 'share',
    definition: 'Joiners recruited from abroad as a share of all joiners in the year to 31 March.',
    help: 'Of every 100 people who joined in the year, how many were recruited from abroad.',
    formula: 'international joiners / joiners_heads',
    atBase: false,
    additive: false,
  },
  {
    code: 'residual_heads',
    name: 'Residual flow',
    unit: 'heads',
    definition: 'Change in staff in the year to 31 March that published joiners and leavers do not explain.',
    help: 'The part of a year’s change in staff that published joiners and leavers don’t explain. Small is good.',
    formula: 'residual rate x (start - leavers - moves out)',
    atBase: false,
    additive: true,
  },
  {
    code: 'share_over_55',
    name: 'Share aged 55 or over',
    unit: 'share',
    definition: 'People aged 55 or over as a share of the staff in post.',
    help: 'Of every 100 people employed, how many are 55 or older and may retire before long.',
    formula: 'heads aged 55 and over / supply_heads',
    atBase: true,
    additive: false,
  },
  {
    code: 'staff_per_1000',
    name: 'Staff per 1,000 people',
    unit: 'per_1000',
    definition: 'Full-time equivalents in post per 1,000 residents of every age, principal projection.',
    help: 'Staff for every 1,000 people who live there, in full-time jobs.',
    formula: '1000 x supply_fte / population',
    atBase: true,
    additive: false,
  },
  {
    code: 'labour_share',
    name: 'Share of the labour force',
    unit: 'share',
    definition: 'Staff in post as a share of residents in work or looking for it, principal projection.',
    help: 'Of every 100 people who work or look for work, how many work in health and care.',
    formula: 'supply_heads / labour force',
    atBase: true,
    additive: false,
  },
  {
    code: 'pay_bill',
    name: 'Pay bill',
    unit: 'gbp',
    definition:
      'Pay, on-costs and employer’s pension contributions of the staff in post, a year, in pounds of the price year.',
    help: 'What it costs in a year to employ the staff: pay, national insurance and pensions.',
    formula: 'sum over occupations of supply_fte x pay per FTE x pay index',
    atBase: true,
    additive: true,
  },
  {
    code: 'temporary_cost',
    name: 'Temporary staff',
    unit: 'gbp',
    definition: 'Cost of the temporary staff who cover vacant posts, a year, in pounds of the price year.',
    help: 'What it costs in a year to cover empty jobs with temporary staff.',
    formula:
      'sum over occupations and areas of vacant FTE x share covered x (pay per FTE + premium) x pay index',
    atBase: true,
    additive: true,
  },
  {
    code: 'training_cost',
    name: 'Training',
    unit: 'gbp',
    definition: 'Cost of training places, a year, in pounds of the price year.',
    help: 'What it costs in a year to train people for these jobs.',
    formula: 'sum over occupations of training cost x share of the area',
    atBase: true,
    additive: true,
  },
  {
    code: 'policy_cost',
    name: 'Policies',
    unit: 'gbp',
    definition:
      'Cost of the scenario’s policies beyond pay and training, a year, in pounds of the price year; what goes with no occupation is in the figure for all staff alone.',
    help: 'What the scenario’s policies cost in a year, beyond pay and training.',
    formula: 'fixed + per FTE x supply_fte + per head x supply_heads + per joiner x joiners_heads',
    atBase: true,
    additive: true,
  },
  {
    code: 'net_cost',
    name: 'Net cost',
    unit: 'gbp',
    definition:
      'Pay, temporary staff, training and policies less the tax on pay beyond the base’s pay index, a year, in pounds of the price year.',
    help: 'Everything it costs in a year, less the tax that comes back from higher pay.',
    formula: 'pay_bill + temporary_cost + training_cost + policy_cost - tax returned',
    atBase: true,
    additive: true,
  },
  {
    code: 'unpaid_hours',
    name: 'Unpaid care',
    unit: 'hours',
    definition: 'Hours of care a year that paid staff do not give and unpaid carers do.',
    help: 'Hours of care in a year that paid staff don’t give, and that family and friends do.',
    formula: 'max(0, hours of care needed - hours per FTE x fte_at_work)',
    atBase: true,
    additive: true,
    ofCare: true,
  },
  {
    code: 'unpaid_hours_per_adult',
    name: 'Unpaid care per adult',
    unit: 'hours_per_week',
    definition: 'Hours of unpaid care a week, mean of all residents aged 16 and over.',
    help: 'Unpaid care in hours a week, if it were shared equally by all adults.',
    formula: 'unpaid_hours / adults / weeks of a year',
    atBase: true,
    additive: false,
    ofCare: true,
  },
  {
    code: 'heavy_carers',
    name: 'Adults who give 35 hours or more',
    unit: 'heads',
    definition: 'Residents aged 16 and over who give 35 hours of unpaid care a week or more.',
    help: 'Adults who give at least 35 hours of unpaid care a week, as long as a full-time job.',
    formula: 'adults x share at the base x (unpaid_hours_per_adult / its base)^elasticity',
    atBase: true,
    additive: true,
    ofCare: true,
  },
  {
    code: 'heavy_carer_share',
    name: 'Share who give 35 hours or more',
    unit: 'share',
    definition: 'Adults who give 35 hours of unpaid care a week or more, as a share of all adults.',
    help: 'Of every 100 adults, how many give at least 35 hours of unpaid care a week.',
    formula: 'heavy_carers / adults',
    atBase: true,
    additive: false,
    ofCare: true,
  },
  {
    code: 'women_to_men_hours',
    name: 'Women’s hours to men’s',
    unit: 'ratio',
    definition: 'Hours of unpaid care that women give over those that men give.',
    help: 'How many hours of unpaid care women give for each hour that men give. 1 means equal.',
    formula: 'women’s hours / (unpaid_hours - women’s hours)',
    atBase: true,
    additive: false,
    ofCare: true,
  },
]

/** The measure of a code. Throws where there is none: a bug, since codes are checked at the edge. */
export function measureOf(code: string): Measure {
  const found = MEASURES.find((measure) => measure.code === code)
  if (!found) throw new Error(`no measure ${code}`)
  return found
}

/** Place of a measure in `MEASURES`, and so in results. Throws where there is none, as `measureOf`. */
export const measureIndex = (code: string): number => MEASURES.indexOf(measureOf(code))
