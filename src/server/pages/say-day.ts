const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

/** The day of a time, in words: `22 November 2026`. @param time such as `2026-11-22T09:00:00Z` */
export const sayDay = (time: string): string => DAY.format(new Date(time))
