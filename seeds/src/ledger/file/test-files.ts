import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { openLedgerFile } from './open.ts'
import type { SheetRow } from '@onemap/api/ledger/file/sheet-row'

/** A path in a folder that goes when the test ends. */
export async function temporaryPath(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ledger-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return join(folder, name)
}

/** A temporary file with the given content. */
export async function temporaryFile(name: string, content: string | Uint8Array): Promise<string> {
  const path = await temporaryPath(name)
  await writeFile(path, content)
  return path
}

/** A file made by another program. */
export const fixture = (name: string) =>
  fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url))

/** All rows of a file. */
export async function readAll(path: string, sheet?: string): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const row of await openLedgerFile(path, sheet)) rows.push(row)
  return rows
}
