import { stream } from 'hono/streaming'
import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { recordAct } from '../db/audit.ts'
import { AUDIT_ACTION_CODES, AUDITED_TABLE_CODES } from '../domain/audit.ts'
import { todayInChina } from '../domain/overdue.ts'
import { allow } from '../http/allow.ts'
import { cursorCodec, pageOf } from '../http/cursor.ts'
import type { AppDeps } from '../http/deps.ts'
import { jsonAnswer } from '../http/json.ts'
import { BAD_REQUEST } from '../http/problem.ts'
import { dayParam, listOf, pageParams, uuidParam, wordsParam } from '../http/query-params.ts'
import { createRouter } from '../http/router.ts'
import { scopeOf } from '../http/scope.ts'
import { CSV_HEAD, csvOfEntry } from './csv.ts'
import { namesOf } from './names.ts'
import { listEntries } from './queries.ts'
import { AuditPage, type AuditEntry } from './schema.ts'

const MOST_WORDS = 100
const day = dayParam.optional()

const FACETS = {
  person: wordsParam('the id of a person, or part of a name', MOST_WORDS).optional(),
  action: listOf(z.enum(AUDIT_ACTION_CODES), `one of ${AUDIT_ACTION_CODES.join(', ')}`),
  table: listOf(z.enum(AUDITED_TABLE_CODES), `one of ${AUDITED_TABLE_CODES.join(', ')}`),
  object: wordsParam('the id or code of an object, or part of its name', MOST_WORDS).optional(),
  enterpriseId: uuidParam.optional(),
  from: day,
  to: day,
}

const list = createRoute({
  method: 'get',
  path: '/audit',
  summary: 'Who did what, newest first',
  ...allow('auditor'),
  request: { query: z.strictObject({ ...FACETS, ...pageParams(50) }) },
  responses: {
    200: jsonAnswer('One page', AuditPage),
    ...BAD_REQUEST,
  },
})

const download = createRoute({
  method: 'get',
  path: '/audit.csv',
  summary: 'All entries that meet the filters, newest first; the export is itself recorded',
  ...allow('auditor'),
  request: { query: z.strictObject(FACETS) },
  responses: {
    200: {
      description: 'UTF-8 with byte order mark',
      content: { 'text/csv': { schema: z.string() } },
    },
    ...BAD_REQUEST,
  },
})

const cursors = cursorCodec('audit', z.int().min(1))
const EXPORT_BATCH = 1000

/** `/audit`, `/audit.csv` */
export function auditRoutes({ database, now }: Pick<AppDeps, 'database' | 'now'>) {
  return createRouter()
    .openapi(list, async (c) => {
      const { limit, cursor, ...facets } = c.req.valid('query')
      const before = cursor === undefined ? undefined : cursors.decode(cursor)
      const entries = await database.reading(scopeOf(c), (tx) =>
        listEntries(tx, facets, before, limit + 1),
      )
      const page = pageOf(entries, limit, cursors, (entry) => entry.seq)
      return c.json({ ...page, names: await namesOf(database, scopeOf(c), page.items) }, 200)
    })
    .openapi(download, async (c) => {
      const facets = c.req.valid('query')
      const scope = scopeOf(c)
      const asked = Object.entries(facets).filter(([, value]) => value !== undefined)
      await database.scoped(scope, (tx) =>
        recordAct(tx, {
          action: 'export',
          table: 'audit_log',
          key: {},
          changes: Object.fromEntries(
            asked.map(([facet, value]) => [facet, { from: null, to: value }]),
          ),
        }),
      )
      c.header('Content-Type', 'text/csv; charset=utf-8')
      c.header('Content-Disposition', `attachment; filename="audit-${todayInChina(now())}.csv"`)
      c.header('Cache-Control', 'no-store')
      return stream(c, async (file) => {
        const pieces = csvOf((before) =>
          database.reading(scope, (tx) => listEntries(tx, facets, before, EXPORT_BATCH)),
        )
        for await (const piece of pieces) await file.write(piece)
      })
    })
}

/** The file piece by piece: a short transaction each, so that a slow reader holds no connection. */
async function* csvOf(
  read: (before: number | undefined) => Promise<AuditEntry[]>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode(CSV_HEAD)
  let before: number | undefined
  do {
    const entries = await read(before)
    if (entries.length > 0) yield encoder.encode(entries.map(csvOfEntry).join(''))
    before = entries.length < EXPORT_BATCH ? undefined : entries.at(-1)?.seq
  } while (before !== undefined)
}
