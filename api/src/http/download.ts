import type { Context } from 'hono'
import { stream } from 'hono/streaming'
import { z } from 'zod'
import { recordAct } from '../db/audit.ts'
import type { AuditedTable } from '../domain/audit.ts'
import type { AppDeps } from './deps.ts'
import { scopeOf, type AppEnv } from './scope.ts'
import { workbookBytes, XLSX_TYPE, type Sheet } from '../ledger/write/workbook.ts'

/** The answer of a route that sends a workbook. */
export const WORKBOOK = {
  description: 'A workbook',
  content: { [XLSX_TYPE]: { schema: z.string().meta({ format: 'binary' }) } },
}

/** What is sent, by what name, and what of whom is on record of it. */
interface Download {
  /** With its ending; may be Chinese. */
  readonly name: string
  readonly table: AuditedTable
  /** The filters asked for; they go on record. */
  readonly asked: Readonly<Record<string, unknown>>
  readonly sheets: readonly Sheet[]
}

/** Sends a workbook piece by piece. The export is recorded before the first of them. */
export async function sendWorkbook(
  c: Context<AppEnv>,
  { database, log }: Pick<AppDeps, 'database' | 'log'>,
  { name, table, asked, sheets }: Download,
) {
  const changes = Object.fromEntries(
    Object.entries(asked)
      .filter(([, value]) => value !== undefined)
      .map(([facet, value]) => [facet, { from: null, to: value }]),
  )
  await database.scoped(scopeOf(c), (tx) =>
    recordAct(tx, { action: 'export', table, key: {}, objectName: name, changes }),
  )
  c.header('Content-Type', XLSX_TYPE)
  c.header(
    'Content-Disposition',
    `attachment; filename="export.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
  )
  c.header('Cache-Control', 'no-store')
  return stream(
    c,
    async (file) => {
      for await (const piece of workbookBytes(sheets)) await file.write(piece)
    },
    async (error) => log(`${c.req.method} ${c.req.path}`, error),
  )
}
