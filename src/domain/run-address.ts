/** The part of a permanent address after the run it names, as an address of this server and of no other. */
export function afterRun(url: string): string {
  const rest = url.replace(/^\/runs\/[^/?]*/, '')
  return `/${rest.replace(/^[/\\]+/, '')}`
}
