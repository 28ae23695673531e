/** A refusal as RFC 9457 writes it, as far as screens read it. */
export interface Problem {
  /** Its kind, a URN; empty when none is named. */
  readonly type: string
  readonly title: string
  readonly detail: string | undefined
  /** What is wrong with which field of the request. */
  readonly errors: readonly (readonly [field: string, message: string])[]
}

/**
 * Reads a problem out of whatever came back. Written by hand: it is part of what everybody loads before anything is
 * shown, where a schema library would weigh more than all the rest of it.
 */
export function problemIn(content: unknown): Problem | undefined {
  if (!isRecord(content) || typeof content.title !== 'string') return undefined
  const { type, title, detail, errors } = content
  return {
    type: typeof type === 'string' ? type : '',
    title,
    detail: typeof detail === 'string' ? detail : undefined,
    errors: (Array.isArray(errors) ? errors : []).flatMap((error: unknown) =>
      isRecord(error) && typeof error.field === 'string' && typeof error.message === 'string'
        ? [[error.field, error.message] as const]
        : [],
    ),
  }
}

/** Whether something has named members. */
export function isRecord(content: unknown): content is Readonly<Record<string, unknown>> {
  return typeof content === 'object' && content !== null && !Array.isArray(content)
}
