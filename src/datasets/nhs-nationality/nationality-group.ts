/** Groups of nationalities as the publisher forms them, and unknown. */
export const NATIONALITY_GROUPS = ['uk', 'eu', 'eea', 'rest-of-world', 'unknown'] as const
/** Code of a group of nationalities. */
export type NationalityGroup = (typeof NATIONALITY_GROUPS)[number]

// NHS Digital, “Staff by nationality and Health Education England region, March 2016 and March 2017”.
const MEMBERS: Readonly<Record<'uk' | 'eu' | 'eea' | 'unknown', string>> = {
  uk: 'British, English, Northern Irish, Scottish, Welsh',
  eu:
    'Austrian, Belgian, Bulgarian, Croatian, Cypriot, Czech, Danish, Dutch, Estonian, Finnish, French, German, Greek, ' +
    'Hungarian, Irish, Italian, Latvian, Lithuanian, Luxembourg, Maltese, Polish, Portuguese, Romanian, Slovak, ' +
    'Slovenian, Spanish, Swedish',
  eea: 'Icelandic, Liechtenstein, Norwegian, Swiss',
  unknown: 'Unknown',
}

const GROUPS = new Map(
  (['uk', 'eu', 'eea', 'unknown'] as const).flatMap((group) =>
    MEMBERS[group].split(', ').map((nationality) => [nationality.toLowerCase(), group] as const),
  ),
)

/** The group of a nationality as NHS Digital formed them in 2017: every other one is of the rest of the world. */
export const nationalityGroup = (nationality: string): NationalityGroup =>
  GROUPS.get(nationality.toLowerCase()) ?? 'rest-of-world'
