import { OWN_ANSWER_HEADER } from '@onemap/api/domain/own-answer'

/** An answer that is not the product's: a network's sign-in page, a block page, a proxy's own words. */
export interface Stranger {
  /** 0: a redirection that was not followed. */
  readonly status: number
  /** Content type without its parameters; empty when none was named. */
  readonly type: string
  /** Title or first words of what came back; empty when there were none. */
  readonly says: string
}

const JSON_TYPE = /^application\/(?:[\w!#$%&*.^`~-]*\+)?json$/i
const MOST_SAID = 80

/** Content type without its parameters. */
export const typeOf = (response: Response): string =>
  (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? ''

/** Whether an answer claims to be JSON, and is where it was asked for. */
export function isJson(response: Response): boolean {
  return (
    !response.redirected && response.type !== 'opaqueredirect' && JSON_TYPE.test(typeOf(response))
  )
}

/** Whether the API itself said so. What a refusal ends (a session, a stream, an entry) ends only then. */
export const isMarked = (response: Response): boolean => response.headers.has(OWN_ANSWER_HEADER)

/** Whether an answer is the API's: JSON where something is read, and marked as its own where something was written or refused. */
export function isOwn(response: Response, method: string): boolean {
  const marked = isMarked(response)
  if (response.status === 204 || response.status === 304) return marked
  return isJson(response) && (marked || (response.ok && /^(?:get|head)$/i.test(method)))
}

/** What came back, told so that somebody can recognise it. The answer can still be read afterwards. */
export async function strangerIn(response: Response): Promise<Stranger> {
  const text = await response
    .clone()
    .text()
    .catch(() => '')
  return { status: response.status, type: typeOf(response), says: wordsOf(text) }
}

/** Title of a page, or the first words of a text. */
export function wordsOf(text: string): string {
  const title = /<title[^>]*>([^<]*)</i.exec(text)?.[1]?.trim() ?? ''
  const words =
    title === '' ? text.replaceAll(/<(?:style|script)[\s\S]*?<\/|<[^>]*>/gi, ' ') : title
  return words.replaceAll(/\s+/g, ' ').trim().slice(0, MOST_SAID)
}

/** Somebody else answered in the server's place; nothing was read and nothing was written. */
export class StrangerError extends Error {
  override readonly name = 'StrangerError'

  constructor(readonly stranger: Stranger) {
    super(`a foreign answer: ${stranger.status} ${stranger.type}`)
  }
}
