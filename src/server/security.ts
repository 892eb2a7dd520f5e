import type { FastifyHelmetOptions } from '@fastify/helmet'

/** What a page may do: load its own style, script and pictures, ask this server, and nothing else. */
export const PAGE_POLICY = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'connect-src': ["'self'"],
  'form-action': ["'self'"],
  'base-uri': ["'none'"],
  'frame-ancestors': ["'none'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ['headroom', 'headroom-builder'],
}

/** Start of the name of the builder’s worker among the assets. */
export const WORKER_NAME = 'builder-worker-'

/** What the builder’s worker may do: run the compiled engine and ask this server for its numbers. */
export const WORKER_POLICY = {
  'default-src': ["'none'"],
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'connect-src': ["'self'"],
}

/** What the keeper of pages may do: ask this server. */
export const KEEPER_POLICY = {
  'default-src': ["'none'"],
  'connect-src': ["'self'"],
}

/** A policy as the header's text. */
export const writePolicy = (policy: Readonly<Record<string, readonly string[]>>): string =>
  Object.entries(policy)
    .map(([name, values]) => [name, ...values].join(' '))
    .join(';')

/** The policy of a report, which brings its style inside itself and runs nothing. */
export const REPORT_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'"

/**
 * Headers against misuse. No upgrade to https and no strict transport security: the page is mostly
 * served on the reader's own machine, and a proxy that adds https adds those too.
 */
export const SECURITY: FastifyHelmetOptions = {
  contentSecurityPolicy: { useDefaults: false, directives: PAGE_POLICY },
  strictTransportSecurity: false,
  crossOriginEmbedderPolicy: false,
  // other sites learn nothing of where a reader was; this one must see that a form comes from its own page
  referrerPolicy: { policy: 'same-origin' },
}
