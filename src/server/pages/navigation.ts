/** One entry of the site's menu. */
export interface NavigationEntry {
  /** What a page calls itself to be marked as the one that is open. */
  readonly place: string
  readonly text: string
  readonly href: string
}

/** The site's menu, in order. A page that belongs in it adds its line here. */
export const NAVIGATION = [
  { place: 'start', text: 'Start', href: '/' },
  { place: 'explore', text: 'Explore', href: '/explore' },
  { place: 'areas', text: 'Areas', href: '/areas' },
  { place: 'build', text: 'Build a scenario', href: '/build' },
  { place: 'unpaid-care', text: 'Unpaid care', href: '/unpaid-care' },
  { place: 'assumptions', text: 'Assumptions', href: '/assumptions' },
  { place: 'what-matters', text: 'What matters', href: '/what-matters' },
  { place: 'method', text: 'About the method', href: '/method' },
  { place: 'how-we-did', text: 'How we did', href: '/how-we-did' },
  { place: 'data', text: 'Data and API', href: '/data' },
] as const satisfies readonly NavigationEntry[]

/** A place of the menu, or none. */
export type Place = (typeof NAVIGATION)[number]['place'] | 'none'
