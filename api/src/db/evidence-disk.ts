import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { EVIDENCE_FILE, evidencePath } from './evidence-path.ts'
import type { EvidenceStore } from './evidence-store.ts'

/** Keeps evidence in a folder by content hash. A file is written beside its place, forced to disk and renamed. */
export function diskEvidenceStore(folder: string): EvidenceStore {
  const unfinished = join(folder, 'unfinished')
  const placeOf = (name: string) => join(folder, evidencePath(name))
  return {
    async put(name, bytes) {
      const place = placeOf(name)
      await mkdir(unfinished, { recursive: true })
      await mkdir(dirname(place), { recursive: true })
      const draft = join(unfinished, randomBytes(12).toString('hex'))
      try {
        await writeDurably(draft, bytes)
        await rename(draft, place)
        await syncFolder(dirname(place))
      } catch (error) {
        await rm(draft, { force: true })
        throw error
      }
    },
    async get(name) {
      const file = await open(placeOf(name)).catch(absent)
      if (file === undefined) return undefined
      const { size } = await file.stat()
      return { bytes: size, body: Readable.toWeb(createReadStream('', { fd: file })) }
    },
    has: async (name) => (await stat(placeOf(name)).catch(absent)) !== undefined,
    remove: (name) => rm(placeOf(name), { force: true }),
    async *olderThan(moment) {
      for (const draft of await filesIn(unfinished)) {
        if (await isOlder(draft, moment)) await rm(draft, { force: true })
      }
      for (const first of await foldersIn(folder)) {
        for (const second of await foldersIn(first)) {
          for (const file of await filesIn(second)) {
            if (EVIDENCE_FILE.test(basename(file)) && (await isOlder(file, moment)))
              yield basename(file)
          }
        }
      }
    },
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A rename is only as durable as its folder. Not every system lets a folder be synced. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path).catch(() => undefined)
  await folder?.sync().catch(() => undefined)
  await folder?.close()
}

function absent(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}

async function isOlder(path: string, moment: Date): Promise<boolean> {
  const found = await stat(path).catch(absent)
  return found !== undefined && found.mtime < moment
}

const entriesOf = async (folder: string) =>
  (await readdir(folder, { withFileTypes: true }).catch(absent)) ?? []
const filesIn = async (folder: string) =>
  (await entriesOf(folder)).filter((entry) => entry.isFile()).map(({ name }) => join(folder, name))
const foldersIn = async (folder: string) =>
  (await entriesOf(folder))
    .filter((entry) => entry.isDirectory() && /^[0-9a-f]{2}$/.test(entry.name))
    .map(({ name }) => join(folder, name))
