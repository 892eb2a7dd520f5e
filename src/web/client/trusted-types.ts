import { KEEPER } from '../../domain/kept-pages.ts'

interface Rules {
  createHTML(text: string): string
  createScriptURL(text: string): string
}

const rules: Rules = {
  createHTML: (text) => text,
  createScriptURL: (text) => {
    if (text !== KEEPER) throw new TypeError('only the keeper’s script is started here')
    return text
  },
}

/** The one policy under which text from this server may become a document, and the keeper’s script be run. */
export const policy: Rules =
  (
    window as { trustedTypes?: { createPolicy(name: string, rules: Rules): Rules } }
  ).trustedTypes?.createPolicy('headroom', rules) ?? rules
