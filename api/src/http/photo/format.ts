import { EvidenceRefusedError } from './refusals.ts'

/** What a file is, by what it begins with. */
export type SentFormat = 'jpeg' | 'png' | 'webp' | 'heic' | 'pdf'

/** Brands of ISO base media files that hold HEVC-coded pictures. */
const HEIC_BRANDS = new Set(['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1'])

/**
 * Tells a file's format by its content; its name and what the sender says count for nothing.
 * @throws EvidenceRefusedError where it is none that is taken
 */
export function formatOf(bytes: Buffer): SentFormat {
  if (bytes.length === 0) throw new EvidenceRefusedError('evidence-empty')
  const text = (from: number, to: number) => bytes.toString('latin1', from, to)
  if (text(0, 3) === '\xff\xd8\xff') return 'jpeg'
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp'
  if (text(4, 8) === 'ftyp' && HEIC_BRANDS.has(text(8, 12))) return 'heic'
  if (PDF_START.test(text(0, 64))) return 'pdf'
  throw new EvidenceRefusedError('evidence-type')
}

/** Some programs write a byte-order mark or blank lines first; every reader of PDF looks past them. */
const PDF_START = /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]{0,32}%PDF-[12]\./

/** A PDF that arrived whole says so at its end, before whatever its storage was filled up with. */
export function checkPdf(bytes: Buffer): void {
  let end = bytes.length
  while (end > 0 && PADDING.has(bytes[end - 1] ?? -1)) end -= 1
  if (!bytes.toString('latin1', Math.max(0, end - 2048), end).includes('%%EOF'))
    throw new EvidenceRefusedError('evidence-broken')
}

/** NUL, tab, line feed, form feed, carriage return, end of file (Ctrl-Z), space, erased memory. */
const PADDING: ReadonlySet<number> = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x1a, 0x20, 0xff])
