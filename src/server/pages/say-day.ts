const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** The day of a time, in words: `22 November 2026`. @param time such as `2026-11-22T09:00:00Z` */
export function sayDay(time: string): string {
  const [year = '', month = '', day = ''] = time.slice(0, 'yyyy-mm-dd'.length).split('-')
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`
}
