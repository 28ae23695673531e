import { codesOf, type Dictionary, type Label } from './dictionary.ts'

/** 佐证材料: what shows that something was found, or put right. */
export const EVIDENCE_KINDS = {
  photo: { zh: '照片', en: 'Photograph' },
  document: { zh: '文件', en: 'Document' },
} as const satisfies Dictionary

export type EvidenceKind = keyof typeof EVIDENCE_KINDS
export const EVIDENCE_KIND_CODES = codesOf(EVIDENCE_KINDS)

/** What the bytes of a stored file are, and of which kind that makes it. */
export const EVIDENCE_FORMATS = {
  'image/jpeg': { kind: 'photo', ending: 'jpg', zh: 'JPEG 照片', en: 'JPEG photograph' },
  'image/png': { kind: 'photo', ending: 'png', zh: 'PNG 图片', en: 'PNG picture' },
  'image/webp': { kind: 'photo', ending: 'webp', zh: 'WebP 图片', en: 'WebP picture' },
  'application/pdf': { kind: 'document', ending: 'pdf', zh: 'PDF 文件', en: 'PDF document' },
} as const satisfies Record<string, Label & { kind: EvidenceKind; ending: string }>

export type EvidenceMime = keyof typeof EVIDENCE_FORMATS
export const EVIDENCE_MIMES = codesOf(EVIDENCE_FORMATS)

/** What somebody may send: the stored formats and HEIC, which telephones take and is stored as JPEG. */
export const EVIDENCE_ACCEPTED = [...EVIDENCE_MIMES, 'image/heic', 'image/heif'] as const

/** Largest file that is taken. */
export const MOST_EVIDENCE_BYTES = 20 * 1024 * 1024

/** What a file shows of the work it is attached to. */
export const EVIDENCE_PARTS = {
  evidence: { zh: '佐证', en: 'Evidence' },
  before: { zh: '整改前', en: 'Before' },
  after: { zh: '整改后', en: 'After' },
} as const satisfies Dictionary

export type EvidencePart = keyof typeof EVIDENCE_PARTS
export const EVIDENCE_PART_CODES = codesOf(EVIDENCE_PARTS)
