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

/** Pages are the same for everybody until the next edition: each is made once. */
export class RenderedPages {
  #pages = new Map<string, Promise<Rendered>>()

  /** @param most pages kept; the oldest go first */
  constructor(private readonly most = 2000) {}

  /** A page by name; made the first time it is asked for. A failure is not kept. */
  get(name: string, make: () => Promise<string>): Promise<Rendered> {
    const known = this.#pages.get(name)
    if (known !== undefined) return known
    const made = make().then(encode)
    this.#pages.set(name, made)
    made.catch(() => this.#pages.delete(name))
    const oldest = this.#pages.keys().next()
    if (this.#pages.size > this.most && !oldest.done) this.#pages.delete(oldest.value)
    return made
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
