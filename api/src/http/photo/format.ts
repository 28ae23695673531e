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
  if (/^%PDF-[12]\./.test(text(0, 8))) return 'pdf'
  throw new EvidenceRefusedError('evidence-type')
}

/** A PDF that arrived whole says so at its end. */
export function checkPdf(bytes: Buffer): void {
  if (!bytes.toString('latin1', Math.max(0, bytes.length - 2048)).includes('%%EOF'))
    throw new EvidenceRefusedError('evidence-broken')
}
