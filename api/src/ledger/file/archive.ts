import type { Readable } from 'node:stream'
import { fromBufferPromise, openPromise, type Entry } from 'yauzl'
import { damaged, FileProblem } from './file-problem.ts'
import type { ReadLimits } from './limits.ts'

/** The parts of a zip archive by name. Read through its directory, so the order of the parts does not matter. */
export interface Archive {
  has(part: string): boolean
  /** @throws FileProblem if there is no such part or it is too large */
  open(part: string): Promise<Readable>
  close(): void
}

const TOO_LARGE = {
  zh: '文件解压后过大，请拆分后分别导入',
  en: 'The file is too large once unpacked: split it',
}

/**
 * @param source path of a file, or its bytes
 * @throws FileProblem if it is not a sound zip archive, or has more parts than a workbook needs
 */
export async function openArchive(
  source: string | Uint8Array,
  limits: Pick<ReadLimits, 'parts' | 'partBytes'>,
): Promise<Archive> {
  const opening =
    typeof source === 'string'
      ? openPromise(source, { autoClose: false, lazyEntries: true })
      : fromBufferPromise(Buffer.from(source.buffer, source.byteOffset, source.byteLength), {
          lazyEntries: true,
        })
  const zip = await opening.catch((error: unknown) => {
    throw damaged(error)
  })
  const entries = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.size >= limits.parts) throw new FileProblem(TOO_LARGE)
      entries.set(entry.fileName.replace(/^\//, ''), entry)
    }
  } catch (error) {
    zip.close()
    throw error instanceof FileProblem ? error : damaged(error)
  }
  return {
    has: (part) => entries.has(part),
    async open(part) {
      const entry = entries.get(part)
      if (entry === undefined) {
        throw new FileProblem({
          zh: `文件不完整，缺少 ${part}`,
          en: `The file is incomplete: ${part} is missing`,
        })
      }
      // Whatever unpacks to more than its directory says fails while it streams.
      if (entry.uncompressedSize > limits.partBytes) throw new FileProblem(TOO_LARGE)
      return zip.openReadStreamPromise(entry).catch((error: unknown) => {
        throw damaged(error)
      })
    },
    close: () => zip.close(),
  }
}
