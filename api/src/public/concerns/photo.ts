import { createHash } from 'node:crypto'
import type { EvidenceStore } from '../../db/evidence-store.ts'
import { formatOf } from '../../http/photo/format.ts'
import { developPhoto } from '../../http/photo/photo.ts'
import { EvidenceRefusedError } from '../../http/photo/refusals.ts'

/** An old phone's photograph is a few megabytes. */
export const MOST_PHOTO_BYTES = 10 * 1024 * 1024

/** Keeps a photograph without its metadata. `unusable`: it is none, or damaged, or too large. */
export async function keepPhoto(
  file: File,
  store: EvidenceStore,
): Promise<{ sha256: string; mime: string } | 'unusable'> {
  if (file.size > MOST_PHOTO_BYTES) return 'unusable'
  try {
    const bytes = Buffer.from(await file.arrayBuffer())
    const format = formatOf(bytes)
    if (format === 'pdf') return 'unusable'
    const { content, mime } = await developPhoto(bytes, format)
    const sha256 = createHash('sha256').update(content).digest('hex')
    await store.put(sha256, content)
    return { sha256, mime }
  } catch (error) {
    if (error instanceof EvidenceRefusedError) return 'unusable'
    throw error
  }
}
