/** A label as a code: `Acute - Multi-Service` becomes `acute-multi-service`. */
export const kebabCase = (label: string): string =>
  label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
