import type { DomainError } from '../domain/errors.ts'

/** A refusal for who looks at pages: both languages, and when to come again. */
export function plainRefusal({ text, status, retryAfterSeconds }: DomainError): Response {
  return new Response(`${text.zh}\n${text.en}\n`, {
    status,
    headers: {
      'Content-Type': 'text/plain; charset=UTF-8',
      'Cache-Control': 'no-store',
      ...(retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) }),
    },
  })
}
