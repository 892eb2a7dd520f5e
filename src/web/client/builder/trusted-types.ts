interface Rules {
  createHTML(text: string): string
  createScriptURL(text: string): string
}

const rules: Rules = { createHTML: (text) => text, createScriptURL: (text) => text }

/** The one policy under which markup from the builder’s own worker may enter the page, and its script be run. */
export const policy: Rules =
  (
    window as { trustedTypes?: { createPolicy(name: string, rules: Rules): Rules } }
  ).trustedTypes?.createPolicy('headroom-builder', rules) ?? rules
