import { kebabCase } from '../kebab-case.ts'

/** Codes of the measures by the names the panel gives them; those of primary care have a table of their own. */
const CODES: ReadonlyMap<string, string> = new Map([
  ['Workforce FTEs per 100,000 population (Total - Acute)', 'workforce-acute'],
  ['FTE days available per 100 population (acute)', 'days-available-acute'],
  ['FTE days available per 100 population (mental health)', 'days-available-mental-health'],
  ['FTE days sick per 10,000 population (acute)', 'days-sick-acute'],
  ['FTE days sick per 10,000 population (mental health)', 'days-sick-mental-health'],
  ['A and E Full Time Equivalent (FTE) for Care Providers (per 100,000 population)', 'ae-care-providers'],
  ['A and E Full Time Equivalent (FTE) for Consultants (per 100,000 population)', 'ae-consultants'],
  [
    'A and E Full Time Equivalent (FTE) for Doctors (excluding Consultants) (per 100,000 population)',
    'ae-other-doctors',
  ],
  ['A and E Full Time Equivalent (FTE) for Nurses (per 100,000 population)', 'ae-nurses'],
  ['Total beds per 1,000 60+ yrs (General & Acute - overnight)', 'beds'],
  ['Proportion of available beds that are occupied (General & Acute - day)', 'occupied-day'],
  ['Proportion of available beds that are occupied (General & Acute - overnight)', 'occupied-overnight'],
  ['Proportion of available beds that are occupied (Maternity - overnight)', 'occupied-maternity'],
  ['Proportion of available beds that are occupied (Mental Illness - overnight)', 'occupied-mental-illness'],
  ['Mean proportion of beds that contain a patient with confirmed COVID', 'occupied-covid'],
  [
    'Proportion of A&E attendances with greater than 4 hours wait (Type 1 Departments - Major A&E)',
    'waits-ae-4-hours',
  ],
  ['Proportion of attended GP appointments (over 4 weeks wait time)', 'waits-gp-4-weeks'],
  ['Proportion of incomplete pathways greater than 18 weeks from referral', 'waits-18-weeks'],
  ['Proportion of incomplete pathways greater than 52 weeks from referral', 'waits-52-weeks'],
  [
    'Proportion of suspected cancer or referral to first definitive treatment that are longer than 62 days wait',
    'waits-cancer-62-days',
  ],
  ['Mental Health total spend per population', 'spend-mental-health'],
  ['Mental health spend as a proportion of overall allocation', 'spend-mental-health-share'],
  ['A and E and Ward Liaison mental health services spend (£k) per population', 'spend-liaison'],
  ['Adult community crisis care spend (£k) per population', 'spend-crisis-care'],
  ['Early Intervention in Psychosis spend (£k) per population', 'spend-psychosis'],
  ['Improving Access to Psychological Therapies spend (£k) per population', 'spend-therapies'],
  [
    'Children and Young People Mental Health spend - eating disorders per population',
    'spend-young-eating-disorders',
  ],
  [
    'Children and Young People Mental Health spend - excluding learning disabilities and eating disorders per population',
    'spend-young',
  ],
  ['Proportion of population in age band (0-29)', 'aged-0-29'],
  ['Proportion of population in age band (30-59)', 'aged-30-59'],
  ['Proportion of population in age band (60+)', 'aged-60-up'],
  [
    'Proportion of resident population in national deprivation quintile (Least deprived quintile) - IMD 2019',
    'least-deprived-fifth',
  ],
  [
    'Proportion of resident population in national deprivation quintile (Most deprived) - IMD 2019',
    'most-deprived-fifth',
  ],
  ['% active smokers (GPPS)', 'smokers'],
  ['Asthma: QOF prevalence (all ages)', 'asthma'],
  ['Atrial fibrillation: QOF prevalence (all ages)', 'atrial-fibrillation'],
  ['CHD: QOF prevalence (all ages)', 'coronary-heart-disease'],
  ['CKD: QOF prevalence (18+ yrs)', 'chronic-kidney-disease'],
  ['COPD: QOF prevalence (all ages)', 'copd'],
  ['Cancer: QOF prevalence (all ages)', 'cancer'],
  ['Dementia: QOF prevalence (all ages)', 'dementia'],
  ['Diabetes mellitus: QOF prevalence (17+ yrs)', 'diabetes'],
  ['Epilepsy: QOF prevalence (18+ yrs)', 'epilepsy'],
  ['Heart failure: QOF prevalence (all ages)', 'heart-failure'],
  ['Hypertension: QOF prevalence (all ages)', 'hypertension'],
  ['Obesity: QOF prevalence (18+ yrs)', 'obesity'],
  ['Osteoporosis: QOF prevalence (50+ yrs)', 'osteoporosis'],
  ['Palliative care: QOF prevalence (all ages)', 'palliative-care'],
  ['Peripheral arterial disease: QOF prevalence (all ages)', 'peripheral-arterial-disease'],
  ['Rheumatoid arthritis: QOF prevalence (16+ yrs)', 'rheumatoid-arthritis'],
  ['Stroke and transient ischaemic attack: QOF prevalence (all ages)', 'stroke'],
])

/** Measures of how much there is, which change slowly unless something else changed: the boards' trusts, or a definition. */
export const STOCKS: readonly string[] = [
  'workforce-acute',
  'days-available-acute',
  'days-available-mental-health',
  'beds',
]

/** Code of a measure by its name; one that is new has its name as its code. */
export const measureCode = (name: string): string => CODES.get(name) ?? kebabCase(name)

/** True for a measure that the panel had before. */
export const isKnownMeasure = (name: string): boolean => CODES.has(name)
