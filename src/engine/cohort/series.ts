/** A series for the kernel: every number twice, as a vector of two draws. */
const vectors = (numbers: readonly number[]): readonly number[] =>
  numbers.flatMap((number) => [number, number])

/** Largest hazard of `exitSeries`: few of a year reach it. */
const LOW_HAZARD = 0.75

/**
 * The largest hazard, its half, and (1 - exp(-h)) / h, the share of people with an exit within a year per unit
 * of hazard, as a polynomial in h - `LOW_HAZARD` / 2 from the highest power to the lowest. It meets the function
 * at the 10 Chebyshev points of 0 to `LOW_HAZARD` (coefficients from 70-digit arithmetic); relative error
 * below 3e-15.
 */
export const exitSeries = vectors([
  LOW_HAZARD,
  LOW_HAZARD / 2,
  ...[1.9737657462408264e-6, -1.9658305763537345e-7, 0.000143035030415612, -1.778361677461333e-5],
  ...[0.006105488270794308, -0.0010082068712398914, 0.12614569239489656, -0.030926611369938354],
  ...[0.8338952565574094, -0.39094927404382757],
])

/**
 * (exp(x) - 1) / x for x within 0.7 of 0, a little beyond the ln 2 that pressure is held to, as a polynomial from
 * the highest power to the lowest, odd powers before even. It meets the function at 12 Chebyshev points
 * (coefficients from 70-digit arithmetic); relative error below 2e-15.
 */
export const growthSeries = vectors([
  ...[2.1046024011080894e-9, 2.5289211943992554e-8, 2.7556384984426945e-7, 2.7556010341641275e-6],
  ...[2.4801589676623684e-5, 0.00019841273169003104, 0.0013888888886160482, 0.008333333329510315],
  ...[0.04166666666667813, 0.16666666666682725, 0.49999999999999994, 0.9999999999999989],
])
