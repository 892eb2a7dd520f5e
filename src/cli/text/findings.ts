import type { Finding, Severity } from '../../domain/finding.ts'

const NAMES: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', note: 'Note' }
const GRAVEST_FIRST: readonly Severity[] = ['error', 'warning', 'note']

/** Findings as lines of text, gravest first, each followed by its place and rule. */
export const formatFindings = (findings: readonly Finding[]): string[] =>
  GRAVEST_FIRST.flatMap((severity) => findings.filter((finding) => finding.severity === severity)).flatMap(
    ({ severity, message, place, rule }) => [`${NAMES[severity]}: ${message}`, `  ${place} (${rule})`],
  )
