/** A session that nobody uses ends after so long … */
export const IDLE_MINUTES = 30
/** … and every session after so long. */
export const SESSION_HOURS = 12

/**
 * What wrong passwords are counted by. `device` and `pair` are of one account: from a device that somebody signed in on
 * before, and from one address; `account` is of one account wherever they come from, `address` of one address whomever
 * they are for, behind which a whole office may sit.
 */
export const SIGN_IN_FAILURE_KINDS = ['account', 'address', 'pair', 'device'] as const
export type SignInFailureKind = (typeof SIGN_IN_FAILURE_KINDS)[number]

/** The wrong password that brings the first pause. */
const PAUSE_FROM: Readonly<Record<SignInFailureKind, number>> = {
  account: 20,
  address: 50,
  pair: 5,
  device: 5,
}

/** Refusals leave at full quarters of a second: a query more or less, for somebody who is there, isn't seen. */
const REFUSAL_MS = 250

/** How long a refusal is held back that was ready after so long, both in milliseconds. */
export const heldBack = (took: number): number => Math.ceil(took / REFUSAL_MS) * REFUSAL_MS - took

const FIRST_PAUSE_SECONDS = 30
const LONGEST_PAUSE_SECONDS = 15 * 60
/** After so long without a wrong password the count begins anew. */
const FORGOTTEN_AFTER_MS = 60 * 60_000

/** What is on record of wrong passwords of one kind. */
export interface SignInFailures {
  readonly kind: SignInFailureKind
  readonly failures: number
  readonly lastAt: Date
  readonly pausedUntil: Date | null
}

/** How the count goes on with one more wrong password; each after the free ones pauses twice as long as the one before. */
export function oneMoreFailure(
  { kind, failures, lastAt }: SignInFailures,
  now: Date,
): { failures: number; pausedUntil: Date | null } {
  const counted = (now.getTime() - lastAt.getTime() > FORGOTTEN_AFTER_MS ? 0 : failures) + 1
  const beyond = counted - PAUSE_FROM[kind]
  if (beyond < 0) return { failures: counted, pausedUntil: null }
  const seconds = Math.min(FIRST_PAUSE_SECONDS * 2 ** beyond, LONGEST_PAUSE_SECONDS)
  return { failures: counted, pausedUntil: new Date(now.getTime() + seconds * 1000) }
}

/** Until when nobody is let try; null where nothing stands in the way. */
export function pausedUntil(all: readonly SignInFailures[], now: Date): Date | null {
  const ends = all.flatMap(({ pausedUntil: end }) => (end !== null && end > now ? [end] : []))
  return ends.length === 0 ? null : new Date(Math.max(...ends.map((end) => end.getTime())))
}
