import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'

/** A form is filled in by a person: not within three seconds, and not after two hours. */
const SOONEST_SECONDS = 3
const LATEST_SECONDS = 2 * 60 * 60

/** What a form that is sent in proves of itself. */
export type FormProof =
  /** `id` is the concern's: one form is one concern. */
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly why: 'forged' | 'too-soon' | 'too-late' }

/** Forms that carry a signed mark of when they were handed out. @param secret the server's own */
export function formTokens(secret: string, now: () => Date) {
  const sign = (text: string) =>
    createHmac('sha256', `${secret}:concern-form`).update(text).digest('base64url')
  return {
    /** For a form about to be shown. */
    issue(): string {
      const text = `${randomUUID()}.${Math.floor(now().getTime() / 1000)}`
      return `${text}.${sign(text)}`
    },
    /** Of a form that was sent. */
    check(token: string): FormProof {
      const [id = '', at = '', signature = ''] = token.split('.')
      const expected = Buffer.from(sign(`${id}.${at}`))
      const given = Buffer.from(signature)
      if (given.length !== expected.length || !timingSafeEqual(given, expected))
        return { ok: false, why: 'forged' }
      const age = Math.floor(now().getTime() / 1000) - Number(at)
      if (age < SOONEST_SECONDS) return { ok: false, why: 'too-soon' }
      return age > LATEST_SECONDS ? { ok: false, why: 'too-late' } : { ok: true, id }
    },
  }
}
