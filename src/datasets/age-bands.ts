/** Five-year age bands of the population projections: 0-4 to 85-89, then 90 and over. */
export const AGE_BANDS: readonly string[] = [
  ...Array.from({ length: 18 }, (_, index) => `${5 * index}-${5 * index + 4}`),
  '90+',
]

/** Index of the band a single year of age falls in. */
export const bandOfAge = (age: number): number => Math.min(Math.floor(age / 5), AGE_BANDS.length - 1)

/** Sums single years of age from 0 into the bands. */
export function toBands(ages: readonly number[]): number[] {
  const bands = new Array<number>(AGE_BANDS.length).fill(0)
  ages.forEach((people, age) => {
    const band = bandOfAge(age)
    bands[band] = (bands[band] ?? 0) + people
  })
  return bands
}
