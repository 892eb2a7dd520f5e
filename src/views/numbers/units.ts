/** Units of small numbers that need decimals. */
const DECIMAL = ['per_1000', 'hours_per_week', 'ratio']

/** True for units whose values are small and told apart by their decimals. */
export const isDecimal = (unit: string): boolean => DECIMAL.includes(unit)

const UNIT_NAMES: Readonly<Record<string, string>> = {
  share: 'per cent',
  heads: 'people',
  fte: 'full-time equivalents',
  per_1000: 'staff per 1,000 people',
  gbp: 'pounds a year, in prices of the base',
  hours: 'hours a year',
  hours_per_week: 'hours a week',
  ratio: 'ratio',
}

/** Name of a unit in words, for axes and captions. */
export const unitName = (unit: string): string => UNIT_NAMES[unit] ?? unit
