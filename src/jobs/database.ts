import { randomUUID } from 'node:crypto'
import PgBoss from 'pg-boss'
import { HeadroomError } from '../errors/headroom-error.ts'
import { reasonOf } from '../storage/file-errors.ts'

/** Schema that everything of Headroom’s lies in, inside the database that the user names. */
export const SCHEMA = 'headroom'

/** Seconds after which a shard whose worker gave no sign is offered again. */
const EXPIRY = 15
/** Seconds between two looks for such shards, by whichever process gets there first. */
const LOOK = 3
/** Milliseconds to wait for a connection, and for one statement: a server that is gone must not hold anyone for ever. */
const CONNECT = 10_000
const STATEMENT = 60_000

/** A job as it was taken from a queue: `id` gives it back or ends it. */
export interface TakenJob {
  readonly id: string
  readonly region: number
}

/** A run that something was to be written for is no longer there: nobody waits for it. */
export class RunGone extends Error {}

/** A PostgreSQL database with queues on it. Everything throws HeadroomError `database-lost` where the database fails. */
export interface Database {
  /** The connection string as it may be shown: without its password. */
  readonly shown: string
  /** Runs one statement, or, without values, several. */
  query<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>
  /** Makes a queue with a job for each region, those with the most areas first. */
  createQueue(
    name: string,
    jobs: readonly { readonly region: number; readonly areas: number }[],
  ): Promise<void>
  /** Takes the next job of a queue; null where there is none to take. */
  take(queue: string): Promise<TakenJob | null>
  /** Says that a job is still being worked on; false where the queue or the job is gone. */
  touch(queue: string, job: TakenJob): Promise<boolean>
  /** Ends a job, done. */
  complete(queue: string, job: TakenJob): Promise<void>
  /** Gives a job back for others to take at once, saying why. */
  giveBack(queue: string, job: TakenJob, reason: string): Promise<void>
  deleteQueue(name: string): Promise<void>
  close(): Promise<void>
}

/**
 * A connection string without its password, for messages.
 * @throws HeadroomError `database-address` where it is no address of a PostgreSQL database
 */
export function showAddress(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol) || url.hostname === '')
    throw new HeadroomError('database-address', {})
  if (url.password !== '') url.password = '***'
  url.search = ''
  return url.href
}

/**
 * Opens a database and makes Headroom’s tables in it where they aren’t there yet.
 * @param address connection string, `postgresql://user:password@host:port/database`
 * @throws HeadroomError `database-address`; `database-unreachable` where it can’t be reached or used
 */
export async function openDatabase(address: string): Promise<Database> {
  const shown = showAddress(address)
  const options: PgBoss.ConstructorOptions = {
    connectionString: address,
    schema: SCHEMA,
    application_name: 'headroom',
    max: 4,
    schedule: false,
    maintenanceIntervalSeconds: LOOK,
  }
  // the driver’s own settings, handed on as they are
  const boss = new PgBoss(
    Object.assign(options, { connectionTimeoutMillis: CONNECT, query_timeout: STATEMENT, keepAlive: true }),
  )
  // what fails in the background fails again in the next statement that someone waits for
  boss.on('error', () => undefined)
  try {
    await boss.start()
    await boss.getDb().executeSql(CREATE_TABLES, [])
  } catch (cause) {
    await boss.stop({ graceful: false }).catch(() => undefined)
    await closeConnections(boss)
    throw new HeadroomError('database-unreachable', { database: shown, reason: reasonFor(cause) }, { cause })
  }
  const reach = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (cause) {
      if (codeOf(cause) === NO_SUCH_RUN) throw new RunGone('', { cause })
      throw new HeadroomError('database-lost', { database: shown, reason: reasonFor(cause) }, { cause })
    }
  }
  const query = <Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> =>
    reach(async () => (await boss.getDb().executeSql(text, [...values])).rows as Row[])

  return {
    shown,
    query,
    createQueue: (name, jobs) =>
      reach(async () => {
        await boss.createQueue(name)
        const job = ({ region, areas }: (typeof jobs)[number]): PgBoss.JobInsert => ({
          id: randomUUID(),
          name,
          data: { region },
          priority: areas,
          retryLimit: RETRIES,
          retryDelay: 0,
          expireInSeconds: EXPIRY,
        })
        await boss.insert(jobs.map(job))
      }),
    async take(queue) {
      const [job] = await reach(() => boss.fetch<{ region: number }>(queue))
      return job ? { id: job.id, region: job.data.region } : null
    },
    async touch(queue, { id }) {
      // pg-boss knows no sign of life: a job expires a set time after its start, which is therefore moved on
      const touched = await query<{ id: string }>(
        `update ${SCHEMA}.job set started_on = now() where name = $1 and id = $2 and state = 'active' returning id`,
        [queue, id],
      )
      return touched.length > 0
    },
    complete: (queue, { id }) => reach(async () => void (await boss.complete(queue, id))),
    giveBack: (queue, { id }, reason) => reach(async () => void (await boss.fail(queue, id, { reason }))),
    async deleteQueue(name) {
      // pg-boss refuses to delete a queue that has jobs, whatever their state
      await query(`delete from ${SCHEMA}.job where name = $1`, [name])
      await reach(() => boss.deleteQueue(name))
    },
    async close() {
      await boss.stop({ graceful: false }).catch(() => undefined)
    },
  }
}

/** Closes what a start that failed leaves open, which pg-boss’s own stop passes over. */
async function closeConnections(boss: PgBoss): Promise<void> {
  const db: PgBoss.Db & { close?(): Promise<void> } = boss.getDb()
  await db.close?.().catch(() => undefined)
}

/** How often a shard is offered again before the run gives up on it. */
const RETRIES = 20

/** What went wrong with a database, in words, without anything of the connection string. */
function reasonFor(cause: unknown): string {
  const inner = cause instanceof AggregateError ? cause.errors[0] : cause
  return REASONS[codeOf(inner)] ?? reasonOf(inner)
}

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : ''

/** PostgreSQL’s code for a row that names another which isn’t there. */
const NO_SUCH_RUN = '23503'

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers there',
  ECONNRESET: 'the connection was broken off',
  ENOTFOUND: 'there is no machine of that name',
  EAI_AGAIN: 'its name can’t be looked up now',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'there is no way to that machine',
  '28P01': 'the password is wrong',
  '28000': 'it does not let this user in',
  '3D000': 'there is no database of that name',
  '42501': 'this user may not make tables there',
  '57P01': 'the server was shut down',
}

/**
 * Tables beside pg-boss’s own: the runs under way, their shards on the way home in pieces, and who may not
 * help. Under a lock, because two processes may start at once.
 */
const CREATE_TABLES = `
begin;
select pg_advisory_xact_lock(hashtext('${SCHEMA}.tables'));
create table if not exists ${SCHEMA}.run (
  key text primary key,
  manifest jsonb not null,
  given jsonb not null,
  host text not null,
  created timestamptz not null default now(),
  seen timestamptz not null default now()
);
create table if not exists ${SCHEMA}.shard (
  key text not null references ${SCHEMA}.run on delete cascade,
  region integer not null,
  attempt uuid not null,
  pieces integer not null,
  worker text not null,
  primary key (key, region)
);
create table if not exists ${SCHEMA}.shard_piece (
  key text not null references ${SCHEMA}.run on delete cascade,
  region integer not null,
  attempt uuid not null,
  piece integer not null,
  bytes bytea not null,
  primary key (key, region, attempt, piece)
);
create table if not exists ${SCHEMA}.refusal (
  key text not null references ${SCHEMA}.run on delete cascade,
  worker text not null,
  reason text not null,
  primary key (key, worker)
);
commit;
`
