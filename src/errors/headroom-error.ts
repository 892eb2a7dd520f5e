import { CATALOGUE, type ErrorCode } from './catalogue.ts'

type Fields<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Fields<Rest>
  : never

/** The details an error of a code must give: the fields its message and its advice name. */
export type ErrorDetails<Code extends ErrorCode> = Record<
  Fields<(typeof CATALOGUE)[Code]['message']> | Fields<(typeof CATALOGUE)[Code]['next']>,
  string | number
>

const fill = (text: string, details: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? `{${name}}`))

/** An error that a user caused and can mend. Bugs stay ordinary errors. */
export class HeadroomError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code
  readonly details: Readonly<Record<string, string | number>>
  /** What to do next, in a sentence. */
  readonly next: string
  /** Exit status of the command line: 1 something wrong in data, 2 used wrongly. */
  readonly exit: number

  constructor(code: Code, details: ErrorDetails<Code>, options?: ErrorOptions) {
    const entry = CATALOGUE[code]
    super(fill(entry.message, details), options)
    this.name = 'HeadroomError'
    this.code = code
    this.details = details
    this.next = fill(entry.next, details)
    this.exit = entry.exit
  }
}
