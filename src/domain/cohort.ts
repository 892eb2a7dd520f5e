/** Sexes as the publishers record them, in the order of every array. */
export const SEXES = ['female', 'male'] as const
export type Sex = (typeof SEXES)[number]

/** Youngest single year of age in the model. */
export const YOUNGEST = 16
/** Oldest age in the model; it stands for that age and over. */
export const OLDEST = 75
/** Number of single years of age, 16 to 75. */
export const AGES = OLDEST - YOUNGEST + 1
/** Cells of one occupation in one area: sexes times ages. */
export const CELLS = SEXES.length * AGES
