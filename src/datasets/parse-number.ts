const PLAIN = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i
const WITH_COMMAS = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/

/** Number in a published cell, thousands commas allowed; null where the text is no number. */
export function parseNumber(text: string): number | null {
  if (PLAIN.test(text)) return finite(Number(text))
  return WITH_COMMAS.test(text) ? finite(Number(text.replaceAll(',', ''))) : null
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)
