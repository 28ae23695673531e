import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

/** A page as it is sent, in every encoding browsers ask for. */
export interface Rendered {
  readonly plain: Buffer
  readonly gzip: Buffer
  readonly br: Buffer
}

/** A page that is kept, and what it takes. */
interface Kept {
  readonly page: Promise<Rendered>
  /** Zero until it is made. */
  bytes: number
}

/**
 * Pages are the same for everybody until the next edition: each is made once. What is kept is bounded by its bytes, not
 * by its number, since anybody may make up names of lists.
 */
export class RenderedPages {
  /** Those asked for longest ago come first. */
  #pages = new Map<string, Kept>()
  #bytes = 0

  /** @param mostBytes of all pages that are kept */
  constructor(private readonly mostBytes = 32 * 1024 * 1024) {}

  /** A page by name; made where it isn't kept. A failure is not kept. */
  get(name: string, make: () => Promise<string>): Promise<Rendered> {
    const known = this.#pages.get(name)
    if (known !== undefined) {
      this.#pages.delete(name)
      this.#pages.set(name, known)
      return known.page
    }
    const kept: Kept = { page: make().then(encode), bytes: 0 }
    this.#pages.set(name, kept)
    kept.page.then(
      ({ plain, gzip: zipped, br }) => {
        if (this.#pages.get(name) !== kept) return
        kept.bytes = plain.length + zipped.length + br.length
        this.#bytes += kept.bytes
        this.#makeRoom()
      },
      () => {
        if (this.#pages.get(name) === kept) this.#pages.delete(name)
      },
    )
    return kept.page
  }

  has(name: string): boolean {
    return this.#pages.has(name)
  }

  /** What all pages that are kept take. */
  get bytes(): number {
    return this.#bytes
  }

  #makeRoom(): void {
    for (const [name, { bytes }] of this.#pages) {
      if (this.#bytes <= this.mostBytes) return
      if (bytes === 0) continue
      this.#pages.delete(name)
      this.#bytes -= bytes
    }
  }
}

async function encode(text: string): Promise<Rendered> {
  const plain = Buffer.from(text)
  const [zipped, br] = await Promise.all([
    compressGzip(plain),
    compressBrotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  ])
  return { plain, gzip: zipped, br }
}

/** The encoding a browser takes that is smallest. */
export function encodingFor(acceptEncoding: string | undefined): keyof Rendered {
  const accepted = new Set(
    (acceptEncoding ?? '').split(',').map((part) => part.split(';')[0]?.trim().toLowerCase()),
  )
  if (accepted.has('br')) return 'br'
  return accepted.has('gzip') ? 'gzip' : 'plain'
}
