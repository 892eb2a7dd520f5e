import { HeadroomError } from '../errors/headroom-error.ts'
import { createServer, type ServerOptions } from './create-server.ts'

/** Where to listen. */
export interface StartOptions extends ServerOptions {
  readonly host: string
  /** 0 for any free port. */
  readonly port: number
}

/** A server that listens. */
export interface RunningServer {
  /** Where the page is, for example `http://127.0.0.1:8080`. */
  readonly address: string
  readonly close: () => Promise<void>
}

/**
 * Starts serving the page of a projection.
 * @throws HeadroomError `port-taken`; `option-invalid` for a port or host that can't be listened on;
 *   `file-missing` where the page's assets have not been built
 */
export async function startServer({ host, port, ...options }: StartOptions): Promise<RunningServer> {
  const server = await createServer(options)
  try {
    const address = await server.listen({ host, port })
    return { address, close: () => server.close() }
  } catch (cause) {
    await server.close()
    throw explain(cause, host, port)
  }
}

function explain(cause: unknown, host: string, port: number): unknown {
  const code = (cause as NodeJS.ErrnoException | null)?.code
  if (code === 'EADDRINUSE') return new HeadroomError('port-taken', { port, host }, { cause })
  if (code === 'EACCES')
    return new HeadroomError(
      'option-invalid',
      { option: '--port', value: port, expected: 'a port you may open, such as 8080' },
      { cause },
    )
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new HeadroomError(
      'option-invalid',
      { option: '--host', value: host, expected: 'an address of this machine, such as 127.0.0.1' },
      { cause },
    )
  return cause
}
