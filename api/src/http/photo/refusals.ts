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
  'evidence-dimensions': [422, { zh: '图片像素过大', en: 'The picture has too many pixels' }],
  'evidence-empty': [422, { zh: '文件是空的', en: 'The file is empty' }],
  'evidence-too-large': [413, { zh: '文件超过 20 MB', en: 'The file is larger than 20 MB' }],
} as const satisfies Record<string, readonly [number, Label]>

/** The file that was handed in is not taken. */
export class EvidenceRefusedError extends DomainError {
  override readonly name: string = 'EvidenceRefusedError'

  constructor(code: keyof typeof REASONS, text: Label = REASONS[code][1]) {
    super(code, REASONS[code][0], text, [{ field: 'file', text }])
  }
}

/** Pictures that have to be decoded as a whole, in words. */
const WHOLE = {
  png: { zh: '隔行扫描的 PNG', en: 'an interlaced PNG' },
  jpeg: { zh: '渐进式 JPEG', en: 'a progressive JPEG' },
  webp: { zh: 'WebP', en: 'a WebP' },
  heic: { zh: 'HEIC', en: 'a HEIC' },
} as const satisfies Record<string, Label>

/** More pixels than may be decoded. */
export class PictureTooLargeError extends EvidenceRefusedError {
  override readonly name = 'PictureTooLargeError'

  /** @param whole what the picture is, where that is why it may have no more than `most` */
  constructor(width: number, height: number, most: number, whole?: keyof typeof WHOLE) {
    const kind = whole === undefined ? { zh: '图片', en: 'a picture' } : WHOLE[whole]
    const millions = Math.floor(most / 1_000_000)
    super('evidence-dimensions', {
      zh: `图片像素过大（${width}×${height}）：${kind.zh}最多 ${millions * 100} 万像素，请缩小或另存为普通 JPEG 后再传`,
      en: `The picture has too many pixels (${width}×${height}): ${kind.en} may have ${millions} million; make it smaller or save it as an ordinary JPEG`,
    })
  }
}

/** So many pictures wait to be decoded that holding one more would take memory from everybody. */
export class PicturesWaitingError extends DomainError {
  override readonly name = 'PicturesWaitingError'

  constructor() {
    super(
      'pictures-waiting',
      503,
      {
        zh: '同时上传的图片太多，请稍后再传',
        en: 'Too many pictures are being taken in at once; send it again shortly',
      },
      [],
      {},
      10,
    )
  }
}
