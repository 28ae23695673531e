import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { arrayBuffer } from 'node:stream/consumers'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { evidencePath } from '../db/evidence-path.ts'
import { thumbnailOf, type EvidenceStore } from '../db/evidence-store.ts'
import { queryRows } from '../db/rows.ts'
import type { FileEntry, Manifest } from './manifest.ts'
import { BackupRefusal, damagedFile } from './refusal.ts'

const Column = z.object({ place: z.string(), name: z.string() })
const Digest = z.object({ sha256: z.string() })

/** Digests of every file that a row has in use, by the database's own rule of what is in use. */
export async function digestsInUse(tx: Tx): Promise<string[]> {
  const columns = await queryRows(
    tx,
    Column,
    sql`
    SELECT attrelid::regclass::text AS place, quote_ident(attname) AS name
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT a.attisdropped AND a.attname LIKE '%sha256'`,
  )
  if (columns.length === 0) return []
  const named = columns.map(
    ({ place, name }) => `SELECT ${name}::text FROM ${place} WHERE ${name} IS NOT NULL`,
  )
  const rows = await queryRows(
    tx,
    Digest,
    sql`SELECT sha256 FROM evidence_in_use(ARRAY(${sql.raw(named.join(' UNION '))})) AS sha256 ORDER BY 1`,
  )
  return rows.map(({ sha256 }) => sha256)
}

/** Copies files into `folder/evidence`, small pictures too. */
export async function copyEvidenceOut(
  store: EvidenceStore,
  digests: readonly string[],
  folder: string,
): Promise<Pick<Manifest, 'evidence' | 'missing'>> {
  const evidence: FileEntry[] = []
  const missing: string[] = []
  for (const digest of digests) {
    for (const name of [digest, thumbnailOf(digest)]) {
      const stored = await store.get(name)
      if (stored === undefined) {
        if (name === digest) missing.push(name)
        continue
      }
      const bytes = new Uint8Array(await arrayBuffer(stored.body))
      const sha256 = sha256Of(bytes)
      // A file is named by what it holds: what is not so is no longer what was handed in.
      if (name === digest && sha256 !== digest) {
        missing.push(name)
        continue
      }
      const path = join(folder, 'evidence', evidencePath(name))
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, bytes, { mode: 0o600 })
      evidence.push({ name, bytes: bytes.length, sha256 })
    }
  }
  return { evidence, missing }
}

/** Puts the files of a backup into a store. @throws BackupRefusal naming the one that is not as it was */
export async function copyEvidenceIn(
  store: EvidenceStore,
  evidence: readonly FileEntry[],
  folder: string,
): Promise<void> {
  for (const entry of evidence) {
    await store.put(entry.name, await readEvidence(folder, entry))
    if (!(await store.has(entry.name)))
      throw new BackupRefusal(
        `附件 ${entry.name} 没有存进去，恢复没有完成。\nThe file ${entry.name} was not stored; the restore is not complete.`,
      )
  }
}

/** One file of a backup, proven to be what the manifest says. */
export async function readEvidence(folder: string, { name, sha256 }: FileEntry): Promise<Buffer> {
  const path = join(folder, 'evidence', evidencePath(name))
  const bytes = await readFile(path).catch((error: unknown) => {
    throw damagedFile(path, error)
  })
  if (sha256Of(bytes) !== sha256) throw damagedFile(path, undefined)
  return bytes
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
