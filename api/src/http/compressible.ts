import { COMPRESSIBLE_CONTENT_TYPE_REGEX } from 'hono/utils/compress'

/** Arrow IPC stream, as registered with IANA. */
export const ARROW_STREAM = 'application/vnd.apache.arrow.stream'

/** Whether a body of this type is worth compressing on its way out. */
export function isCompressible(contentType: string): boolean {
  return contentType.startsWith(ARROW_STREAM) || COMPRESSIBLE_CONTENT_TYPE_REGEX.test(contentType)
}
