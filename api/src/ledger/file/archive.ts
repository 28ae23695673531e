import type { Readable } from 'node:stream'
import { fromBufferPromise, openPromise, type Entry } from 'yauzl'
import { FileProblem } from './file-problem.ts'

/** A part that unpacks to more than this is no ledger. */
const LARGEST_PART = 2 ** 30

/** The parts of a zip archive by name. Read through its directory, so the order of the parts does not matter. */
export interface Archive {
  has(part: string): boolean
  /** @throws FileProblem if there is no such part or it is too large */
  open(part: string): Promise<Readable>
  close(): void
}

/**
 * @param source path of a file, or its bytes
 * @throws FileProblem if it is not a sound zip archive
 */
export async function openArchive(source: string | Uint8Array): Promise<Archive> {
  const entries = new Map<string, Entry>()
  const damaged = (error: unknown) =>
    new FileProblem(
      `文件已损坏，无法读取（${error instanceof Error ? error.message : String(error)}）`,
    )
  const opening =
    typeof source === 'string'
      ? openPromise(source, { autoClose: false, lazyEntries: true })
      : fromBufferPromise(Buffer.from(source), { lazyEntries: true })
  const zip = await opening.catch((error: unknown) => {
    throw damaged(error)
  })
  try {
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName.replace(/^\//, ''), entry)
  } catch (error) {
    zip.close()
    throw damaged(error)
  }
  return {
    has: (part) => entries.has(part),
    async open(part) {
      const entry = entries.get(part)
      if (entry === undefined) throw new FileProblem(`文件不完整，缺少 ${part}`)
      if (entry.uncompressedSize > LARGEST_PART) throw new FileProblem('文件过大，请拆分后分别导入')
      return zip.openReadStreamPromise(entry).catch((error: unknown) => {
        throw damaged(error)
      })
    },
    close: () => zip.close(),
  }
}
