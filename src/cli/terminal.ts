/** One way out of the program: where text goes, and whether a person watches it. */
export interface Output {
  write(text: string): void
  readonly isTTY: boolean
}

/** What the command line writes to: results on `out`, progress and messages on `err`. */
export interface Terminal {
  readonly out: Output
  readonly err: Output
  /** True where colour may be used on that output. */
  readonly colour: { readonly out: boolean; readonly err: boolean }
}

/**
 * The terminal of a process. A reader that goes away early (`| head`) is no error: the rest is dropped.
 */
export function createTerminal(process: NodeJS.Process): Terminal {
  const out = quiet(process.stdout)
  const err = quiet(process.stderr)
  const { NO_COLOR, TERM } = process.env
  const mayColour = !NO_COLOR && TERM !== 'dumb'
  return { out, err, colour: { out: mayColour && out.isTTY, err: mayColour && err.isTTY } }
}

function quiet(stream: NodeJS.WriteStream): Output {
  let closed = false
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    closed = true
  })
  return {
    isTTY: stream.isTTY === true,
    write(text) {
      if (!closed) stream.write(text)
    },
  }
}
