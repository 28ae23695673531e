import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'

/** Red, green, blue and alpha of every pixel, a byte each. */
const RawPicture = z.object({
  width: z.int().positive(),
  height: z.int().positive(),
  data: z.instanceof(Uint8Array),
})
export type RawPicture = z.output<typeof RawPicture>

const require = createRequire(import.meta.url)
const DECODER = require.resolve('libheif-js/wasm-bundle')
const PATIENCE_MS = 30_000

/** Runs in a thread of its own: a large picture takes seconds, and a damaged one may take the thread with it. */
const WORK = `
  const { parentPort, workerData } = require('node:worker_threads')
  const { HeifDecoder } = require(workerData.decoder)
  const [picture] = new HeifDecoder().decode(workerData.bytes)
  if (!picture) throw new Error('no picture')
  const width = picture.get_width(), height = picture.get_height()
  if (width * height > 120000000) throw new Error('too many pixels')
  picture.display({ data: new Uint8ClampedArray(width * height * 4), width, height }, (shown) => {
    if (!shown) throw new Error('cannot be decoded')
    const data = new Uint8Array(shown.data.buffer)
    parentPort.postMessage({ width, height, data }, [data.buffer])
  })
`

/** Decodes the first picture of a HEIC file, turned as the file says. */
export async function decodeHeic(bytes: Buffer): Promise<RawPicture> {
  const worker = new Worker(WORK, {
    eval: true,
    workerData: { decoder: DECODER, bytes },
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  })
  const decoded = await new Promise<unknown>((resolve, reject) => {
    setTimeout(() => reject(new Error('decoding takes too long')), PATIENCE_MS).unref()
    worker
      .once('message', resolve)
      .once('error', reject)
      .once('exit', () => reject(new Error('decoding ended early')))
  }).finally(() => worker.terminate())
  return RawPicture.parse(decoded)
}
