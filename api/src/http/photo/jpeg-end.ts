import sharp, { type FailOnOptions, type OutputInfo } from 'sharp'
import { EvidenceRefusedError } from './refusals.ts'

/** More zeros in a row than an encoder writes into a picture that is not all of one colour. */
const LONGEST_ZEROS = 512
/** The share of a picture's height that may be missing at its end. */
const MOST_MISSING = 0.05
/** Side of the small picture in which missing rows are looked for. */
const PROBE_SIDE = 400
const END = Buffer.from([0xff, 0xd9])

/** Complaints of the decoder about files that show everything there is: some cameras write them so. */
const HARMLESS = /Invalid SOS parameters|extraneous bytes before marker/

interface Closed {
  readonly bytes: Buffer
  readonly incomplete: boolean
}

/**
 * Closes a JPEG file that the decoder complained about. An interrupted transfer leaves one without its last bytes.
 * @throws EvidenceRefusedError where a part of the picture that could be seen is lost with them
 */
export async function closeJpeg(sent: Buffer, complaint: string): Promise<Closed> {
  const bytes = withEnd(sent)
  const incomplete = !HARMLESS.test(complaint)
  if (bytes !== sent && (await decodesWithoutComplaint(bytes))) return { bytes, incomplete }
  const { scans, progressive, components } = scansOf(bytes)
  const visible =
    components < 4 &&
    scans.every(({ data }) => !data.includes(Buffer.alloc(LONGEST_ZEROS))) &&
    (!progressive || everyBitBegun(scans, components)) &&
    missingShare(await probe(bytes, 'none')) <= MOST_MISSING
  if (!visible) throw new EvidenceRefusedError('evidence-broken')
  return { bytes, incomplete }
}

/** Zeros at the end are room that was set aside for bytes that never came. */
function withEnd(bytes: Buffer): Buffer {
  let end = bytes.length
  while (end > 0 && bytes[end - 1] === 0) end -= 1
  const kept = bytes.subarray(0, end)
  if (end === bytes.length && kept.subarray(-2).equals(END)) return bytes
  return kept.subarray(-2).equals(END) ? kept : Buffer.concat([kept, END])
}

async function decodesWithoutComplaint(bytes: Buffer): Promise<boolean> {
  try {
    await probe(bytes, 'warning')
    return true
  } catch {
    return false
  }
}

interface Scan {
  readonly components: readonly number[]
  readonly from: number
  readonly to: number
  /** How many low bits of each coefficient are still to come. */
  readonly low: number
  readonly data: Buffer
}

/** Walks the marker segments (ITU-T T.81, annex B). */
function scansOf(bytes: Buffer) {
  const scans: Scan[] = []
  let progressive = false
  let components = 0
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xd9) break
    const length = bytes.readUInt16BE(at + 2)
    const body = bytes.subarray(at + 4, at + 2 + length)
    at += 2 + length
    if (isFrame(marker)) {
      progressive = marker === 0xc2
      components = body[5] ?? 0
    }
    if (marker !== 0xda) continue
    const end = endOfData(bytes, at)
    scans.push(scanOf(body, bytes.subarray(at, end)))
    at = end
  }
  return { scans, progressive, components }
}

/** SOF markers, without DHT, JPG and DAC among them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

function scanOf(body: Buffer, data: Buffer): Scan {
  const count = body[0] ?? 0
  return {
    components: Array.from({ length: count }, (_, index) => body[1 + index * 2] ?? 0),
    from: body[1 + count * 2] ?? 0,
    to: body[2 + count * 2] ?? 0,
    low: (body[3 + count * 2] ?? 0) & 0x0f,
    data,
  }
}

/** Coded data ends at the first marker that is neither a stuffed byte nor a restart. */
function endOfData(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

/** Whether each coefficient of a progressive picture had its last bit in some scan that was begun. */
function everyBitBegun(scans: readonly Scan[], components: number): boolean {
  const low = new Map<string, number>()
  for (const scan of scans)
    for (const component of scan.components)
      for (let index = scan.from; index <= scan.to; index += 1)
        low.set(`${component} ${index}`, scan.low)
  return low.size === components * 64 && [...low.values()].every((bits) => bits === 0)
}

/** The whole file decoded, and shown small. */
function probe(bytes: Buffer, failOn: FailOnOptions) {
  return sharp(bytes, { failOn })
    .resize({ width: PROBE_SIDE, height: PROBE_SIDE, fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
}

/** Rows for which there is no data are decoded as middle grey, down to the last. */
function missingShare({ data, info }: { data: Buffer; info: OutputInfo }): number {
  const row = info.width * info.channels
  let missing = 0
  while (missing < info.height) {
    const end = (info.height - missing) * row
    if (!data.subarray(end - row, end).every((value) => Math.abs(value - 128) <= 3)) break
    missing += 1
  }
  return missing / info.height
}
