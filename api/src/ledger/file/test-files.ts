import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { COMMAND_LIMITS } from './limits.ts'
import { openTableFile } from './open.ts'
import type { SheetRow } from './sheet-row.ts'
import type { FileSource } from './table-file.ts'

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
  fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url))

/** All rows of one sheet of a file. */
export async function readAll(source: FileSource, sheet = 0): Promise<SheetRow[]> {
  const file = await openTableFile(source, COMMAND_LIMITS)
  try {
    const rows: SheetRow[] = []
    for await (const row of file.rows(sheet)) rows.push(row)
    return rows
  } finally {
    await file.close()
  }
}
