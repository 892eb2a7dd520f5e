/** FTE days available in a month up to which the publisher blanks an organisation. */
export const BLANKED_UP_TO = 330

/**
 * True where the publisher blanks an organisation's month because so few days would tell of single people.
 *
 * The limit is that of NHS Sickness Absence Rates: its notes say “obscured if the organisation had less than 330 FTE days
 * available in the period” (March 2022, sheet Notes and definitions), and its code blanks 330 itself too
 * (NHSDigital/absence-rates), which is followed here: 330 is blanked, 330.01 is not.
 * @param daysAvailable FTE days available in the month
 */
export const isBlanked = (daysAvailable: number): boolean => daysAvailable <= BLANKED_UP_TO
