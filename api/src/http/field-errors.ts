import { z } from 'zod'
import type { Label } from '../domain/dictionary.ts'

/** One field of a request that is not as it was promised. */
export interface FieldError {
  readonly field: string
  readonly message: string
  readonly expected?: string
  /** A whole sentence in both languages, where the check has one. */
  readonly text?: Label
}

/** One field that is not as expected. */
export function unexpected(field: string, expected: string): FieldError {
  return { field, message: `${field}: expected ${expected}`, expected }
}

/** What a schema complains of, field by field. */
export function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      field: key,
      message: `${key} is not a parameter here`,
    }))
  const field = pathOf(issue)
  const text = sentenceOf(field, issue)
  if (text !== undefined) return [{ field, message: text.en, text }]
  const expected = expectedBy(issue)
  return [
    expected === undefined
      ? { field, message: `${field}: ${issue.message}` }
      : unexpected(field, expected),
  ]
}

/** The key of a record may itself be what is wrong, and is then not repeated. */
function pathOf({ path, code }: z.core.$ZodIssue): string {
  const named = code === 'invalid_key' ? path.slice(0, -1) : path
  return named.length === 0 ? 'body' : named.join('.')
}

const WithText = z.object({ text: z.object({ zh: z.string(), en: z.string() }) })

/** What a check of ours says in both languages, at whichever branch of a union or for a key. */
function sentenceOf(field: string, issue: z.core.$ZodIssue): Label | undefined {
  const within =
    issue.code === 'invalid_union'
      ? issue.errors.flat()
      : issue.code === 'invalid_key'
        ? issue.issues
        : []
  for (const one of within) {
    const text = sentenceOf(field, one)
    if (text !== undefined) return text
  }
  if (issue.code !== 'custom') return undefined
  const { data } = WithText.safeParse(issue.params)
  return data && { zh: `${field}：${data.text.zh}`, en: `${field}: ${data.text.en}` }
}

function expectedBy(issue: z.core.$ZodIssue): string | undefined {
  switch (issue.code) {
    case 'custom':
      return issue.message
    case 'invalid_type':
      return issue.expected === 'string' && Array.isArray(issue.input)
        ? 'to be given once, values separated by commas'
        : issue.expected
    case 'invalid_value':
      return issue.values.join(', ')
    case 'invalid_format':
      return issue.format
    case 'too_small':
      return `at least ${issue.minimum}`
    case 'too_big':
      return `at most ${issue.maximum}`
    default:
      return undefined
  }
}
