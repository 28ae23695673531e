import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { buffer } from 'node:stream/consumers'

/** Red, green and blue of every pixel, a byte each. */
export interface RawPicture {
  readonly width: number
  readonly height: number
  readonly data: Buffer
}

const require = createRequire(import.meta.url)
const MODULES = [require.resolve('libheif-js/wasm-bundle'), require.resolve('sharp')]
const PATIENCE_MS = 30_000
/** What the decoder's memory may grow to. The picture that is coded may be larger than the file's header says. */
const MOST_MEMORY_BYTES = 512_000_000

/**
 * Runs in a process of its own: a large picture takes seconds and ten bytes a pixel, which go with the process, and
 * a damaged one may take the process with it. Writes width and height, four bytes each, and then the pixels.
 */
const WORK = `
  const [decoder, sharpModule, mostPixels, mostMemory, side] = process.argv.slice(1)
  const { grow } = WebAssembly.Memory.prototype
  WebAssembly.Memory.prototype.grow = function (pages) {
    if (this.buffer.byteLength + pages * 65536 > Number(mostMemory)) throw new Error('too much memory')
    return grow.call(this, pages)
  }
  const { HeifDecoder } = require(decoder)
  const sharp = require(sharpModule)
  const [picture] = new HeifDecoder().decode(require('node:fs').readFileSync(0))
  if (!picture) throw new Error('no picture')
  const width = picture.get_width(), height = picture.get_height()
  if (width * height > Number(mostPixels)) throw new Error('too many pixels')
  picture.display({ data: new Uint8ClampedArray(width * height * 4), width, height }, (shown) => {
    if (!shown) throw new Error('cannot be decoded')
    sharp(shown.data, { raw: { width, height, channels: 4 }, limitInputPixels: false })
      .removeAlpha()
      .resize({ width: Number(side), height: Number(side), fit: 'inside', withoutEnlargement: true })
      .raw()
      .toBuffer({ resolveWithObject: true })
      .then(({ data, info }) => {
        const size = Buffer.alloc(8)
        size.writeUInt32BE(info.width, 0)
        size.writeUInt32BE(info.height, 4)
        process.stdout.write(size)
        process.stdout.write(data)
      })
  })
`

/** What a HEIC file may hold, and how it is wanted. */
interface Bounds {
  /** What the file's header claims. */
  readonly mostPixels: number
  /** Longest side of the picture that is given back. */
  readonly side: number
}

/** Decodes the first picture of a HEIC file, turned as the file says, and makes it small. */
export async function decodeHeic(bytes: Buffer, { mostPixels, side }: Bounds): Promise<RawPicture> {
  const given = [...MODULES, mostPixels, MOST_MEMORY_BYTES, side].map(String)
  const child = spawn(process.execPath, ['--max-old-space-size=256', '-e', WORK, ...given], {
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: PATIENCE_MS,
    killSignal: 'SIGKILL',
  })
  // A child that gives up early closes its input; what matters then is how it ended.
  child.stdin.on('error', () => undefined)
  const ended = new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  )
  child.stdin.end(bytes)
  const [code, written] = await Promise.all([ended, buffer(child.stdout)])
  if (code !== 0) throw new Error(`decoding HEIC ended with ${code}`)
  const picture = {
    width: written.readUInt32BE(0),
    height: written.readUInt32BE(4),
    data: written.subarray(8),
  }
  if (picture.data.length !== picture.width * picture.height * 3)
    throw new Error('decoding HEIC ended early')
  return picture
}
