/** Largest hazard of the series: few of a year reach it. */
const LOW_HAZARD = 0.75

/**
 * (1 - exp(-h)) / h, the share of people with an exit within a year per unit of hazard, as a polynomial in
 * h - `LOW_HAZARD` / 2 from the highest power to the lowest. It meets the function at the 10 Chebyshev points
 * of 0 to `LOW_HAZARD` (coefficients from 70-digit arithmetic); relative error below 3e-15.
 */
const COEFFICIENTS = [
  1.9737657462408264e-6, -1.9658305763537345e-7, 0.000143035030415612, -1.778361677461333e-5,
  0.006105488270794308, -0.0010082068712398914, 0.12614569239489656, -0.030926611369938354,
  0.8338952565574094, -0.39094927404382757,
]

/** What the kernel works exits out with, each twice, as a vector: the largest hazard, its half, the coefficients, even powers before odd. */
export const exitSeries: readonly number[] = [LOW_HAZARD, LOW_HAZARD / 2, ...COEFFICIENTS].flatMap(
  (number) => [number, number],
)
