import type { Label } from './dictionary.ts'

/** What is wrong with one field of an input, in both languages; `expected` lists or describes what would be accepted. */
export interface FieldProblem {
  readonly field: string
  readonly text: Label
  readonly expected?: string
}

/**
 * A rule of the trade was broken. `code` is stable and meant for programs, `status` is the HTTP status
 * it answers with, `text` is for people (`message` is its Chinese half).
 */
export class DomainError extends Error {
  override readonly name: string = 'DomainError'
  readonly code: string
  readonly status: number
  readonly text: Label
  readonly fields: readonly FieldProblem[]
  /** Further members of the answer (RFC 9457), such as what stands now where two people acted at once. */
  readonly more: Readonly<Record<string, unknown>>
  /** When the same request may come again, where waiting helps. */
  readonly retryAfterSeconds?: number | undefined

  constructor(
    code: string,
    status: number,
    text: Label,
    fields: readonly FieldProblem[] = [],
    more: Readonly<Record<string, unknown>> = {},
    retryAfterSeconds?: number,
  ) {
    super(text.zh)
    this.code = code
    this.status = status
    this.text = text
    this.fields = fields
    this.more = more
    this.retryAfterSeconds = retryAfterSeconds
  }
}
