import type { Label } from '../../domain/dictionary.ts'
import { DomainError } from '../../domain/errors.ts'

const REASONS = {
  'evidence-type': [
    415,
    {
      zh: '只接受 JPEG、PNG、WebP、HEIC 照片和 PDF 文件；按内容判断，与文件名无关',
      en: 'Only JPEG, PNG, WebP and HEIC photographs and PDF files are taken; told by their content, whatever the name',
    },
  ],
  'evidence-broken': [
    422,
    {
      zh: '文件不完整或已损坏，请重新拍摄或选择',
      en: 'The file is incomplete or damaged: take or choose it again',
    },
  ],
  'evidence-dimensions': [
    422,
    {
      zh: '图片像素过大（超过 1.2 亿像素）',
      en: 'The picture has too many pixels (more than 120 million)',
    },
  ],
  'evidence-empty': [422, { zh: '文件是空的', en: 'The file is empty' }],
  'evidence-too-large': [413, { zh: '文件超过 20 MB', en: 'The file is larger than 20 MB' }],
} as const satisfies Record<string, readonly [number, Label]>

/** The file that was handed in is not taken. */
export class EvidenceRefusedError extends DomainError {
  override readonly name = 'EvidenceRefusedError'

  constructor(code: keyof typeof REASONS) {
    const [status, text] = REASONS[code]
    super(code, status, text, [{ field: 'file', text }])
  }
}
