import * as z from 'zod/mini'
import { strangerText } from '../answers/stranger-text.ts'
import { wordsOf } from '../answers/stranger.ts'
import { api } from '../api.ts'
import { i18n } from '../i18n/i18n.ts'
import type { Evidence } from './requests.ts'
import { folderAddress, uploadForm, type UploadedFile } from './upload-form.ts'

/** A record as the server tells it. */
export const EvidenceRecord: z.ZodMiniType<Evidence> = z.object({
  id: z.string(),
  enterpriseId: z.string(),
  kind: z.enum(['photo', 'document']),
  mime: z.enum(['image/jpeg', 'image/png', 'image/webp', 'application/pdf']),
  bytes: z.number(),
  width: z.nullable(z.number()),
  height: z.nullable(z.number()),
  name: z.string(),
  location: z.nullable(
    z.object({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) }),
  ),
  takenAt: z.nullable(z.string()),
  /** Absent in what a device kept before the server told it. */
  incomplete: z.pipe(
    z.optional(z.boolean()),
    z.transform((told) => told ?? false),
  ),
  uploadedByName: z.string(),
  uploadedAt: z.string(),
})
const Problem = z.object({ detail: z.string() })

/** A file was not taken. */
export class UploadFailure extends Error {
  override readonly name = 'UploadFailure'

  /**
   * @param told what the server said; null if it did not answer
   * @param final whether sending the same again cannot help
   */
  constructor(
    readonly told: string | null,
    readonly final: boolean,
  ) {
    super(told ?? 'unanswered')
  }
}

/** What is handed in. */
interface Upload extends UploadedFile {
  readonly enterpriseId: string
}

/**
 * Hands a file in. Unlike fetch, the browser's older way tells how far it is.
 * @param onProgress from 0 to 1
 * @throws UploadFailure
 */
export function upload(
  { enterpriseId, ...file }: Upload,
  onProgress: (part: number) => void,
  stop: AbortSignal,
): Promise<Evidence> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const fail = (): void => reject(new UploadFailure(null, false))
    request.open('POST', folderAddress(enterpriseId))
    request.setRequestHeader('Accept-Language', i18n.global.locale.value)
    request.upload.addEventListener('progress', ({ loaded, total, lengthComputable }) => {
      if (lengthComputable) onProgress(loaded / total)
    })
    for (const end of ['error', 'timeout', 'abort']) request.addEventListener(end, fail)
    request.addEventListener('load', () => {
      const answer = parsed(request.responseText)
      const record = request.status < 300 ? EvidenceRecord.safeParse(answer) : undefined
      if (record?.success && record.data.id === file.id) resolve(record.data)
      else reject(failureOf(request, answer))
    })
    stop.addEventListener('abort', () => request.abort(), { once: true })
    request.send(uploadForm(file))
  })
}

function failureOf(request: XMLHttpRequest, answer: unknown): UploadFailure {
  const { status } = request
  const problem = Problem.safeParse(answer)
  // Whatever is not ours, be it a success or a refusal, is said to be so; the file may still be taken the next time.
  if (!problem.success) {
    const type = request.getResponseHeader('content-type')?.split(';')[0] ?? ''
    return new UploadFailure(
      strangerText({ status, type, says: wordsOf(request.responseText) }),
      false,
    )
  }
  // The session has ended: a request that is watched for that says so to the whole application.
  if (status === 401) void api.me.$get().catch(() => undefined)
  return new UploadFailure(
    problem.data.detail,
    status >= 400 && status < 500 && ![401, 408, 429].includes(status),
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
