import { tmpdir } from 'node:os'
import { drizzle } from 'drizzle-orm/node-postgres'
import { Client } from 'pg'
import { createApp } from '../src/app.ts'
import type { Database, Tx } from '../src/db/database.ts'
import { openEvidenceStore } from '../src/db/open-evidence-store.ts'
import { openPostgis } from '../src/db/postgis.ts'
import type { Scope } from '../src/db/scope.ts'
import type { AppDeps } from '../src/http/deps.ts'
import { createSealer, SEAL_KEY_BYTES } from '../src/db/sealed.ts'

/** The API on one side, the bare driver on the other, both on the same database. */
export interface Subject {
  readonly database: Database
  /** Owner's connection without transaction, role or mapping. */
  readonly client: Client
  /** A fresh API that remembers no snapshot. @param scopeOf who sends a request; by default somebody who sees everything */
  freshApi(scopeOf?: () => Scope): ReturnType<typeof createApp>
  close(): Promise<void>
}

export async function openSubject(address: string): Promise<Subject> {
  const database = await openPostgis(address)
  const client = new Client({ connectionString: address })
  await client.connect()
  return {
    database,
    client,
    freshApi: (scopeOf = () => ({ audience: 'wide' })) =>
      createApp(depsOf(database), () => ({
        role: 'leader',
        scope: scopeOf(),
        barrier: null,
        sessionId: null,
      })),
    async close() {
      await client.end()
      await database.close()
    },
  }
}

/** What an API or a site needs besides the database: the clock of the day, and every failure thrown. */
export function depsOf(database: Database): AppDeps {
  return {
    database,
    config: {
      tiandituToken: undefined,
      mapApprovalNumber: undefined,
      bureau: { zh: '区经信局', en: 'the bureau' },
      dutyPhone: undefined,
      publicOrigin: undefined,
      trustProxy: false,
      requireTwoFactor: [],
      singleSignOn: undefined,
    },
    evidence: openEvidenceStore({ dataDir: tmpdir(), evidenceStorage: undefined }),
    sealer: createSealer(Buffer.alloc(SEAL_KEY_BYTES)),
    authSecret: 'nobody signs in while this is measured',
    now: () => new Date(),
    version: 'bench',
    log: (what, error) => {
      throw new Error(what, { cause: error })
    },
  }
}

/** Reads an answer to its end and returns its size in bytes. @throws Error unless it has the status */
export async function answer(
  response: Response | Promise<Response>,
  status = 200,
): Promise<number> {
  const arrived = await response
  if (arrived.status !== status)
    throw new Error(`expected ${status}, got ${arrived.status}: ${await arrived.text()}`)
  return (await arrived.arrayBuffer()).byteLength
}

/** The one statement that a query function sends, to be sent again through the bare driver. */
export async function statementOf(
  client: Client,
  run: (tx: Tx) => Promise<unknown>,
): Promise<{ text: string; values: unknown[] }> {
  const statements: Array<{ text: string; values: unknown[] }> = []
  await run(
    drizzle(client, { logger: { logQuery: (text, values) => statements.push({ text, values }) } }),
  )
  const [statement] = statements
  if (statement === undefined || statements.length > 1)
    throw new Error(`expected one statement, saw ${statements.length}`)
  return statement
}
