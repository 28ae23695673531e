import { DomainError } from '../domain/errors.ts'
import { errorCode } from './error-code.ts'

const PROBLEMS = {
  'database-unavailable': {
    zh: '数据库暂时连接不上，请稍后再试',
    en: 'The database cannot be reached at the moment; please try again shortly',
  },
  'database-busy': {
    zh: '数据库忙，这次操作没有在时限内完成，请稍后再试',
    en: 'The database is busy and did not finish in time; please try again shortly',
  },
} as const

/** The database did not answer. Whether a write that had been sent was done is unknown to the sender. */
export class DatabaseUnavailableError extends DomainError {
  override readonly name = 'DatabaseUnavailableError'
  override readonly cause: unknown
  override readonly retryAfterSeconds: number

  constructor(problem: keyof typeof PROBLEMS, cause: unknown, retryAfterSeconds = 2) {
    super(problem, 503, PROBLEMS[problem])
    this.cause = cause
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** System errors and SQLSTATEs that mean the server is away, going away or not yet there. */
const LOSSES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  '57P01', // admin_shutdown, also pg_terminate_backend
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '57P05', // idle_session_timeout
])

/** SQLSTATEs of a healthy server that has no room or found that something took too long. */
const EXCESSES: ReadonlySet<string> = new Set([
  '53300', // too_many_connections
  '55P03', // lock_not_available: lock_timeout
  '57014', // query_canceled: statement_timeout
  '25P03', // idle_in_transaction_session_timeout
])

/** Whether an error means that the connection, not the statement, failed. Class 08 is connection_exception. */
export function isConnectionLoss(error: unknown): boolean {
  const code = errorCode(error) ?? ''
  return LOSSES.has(code) || /^08...$/.test(code)
}

/**
 * What a failed piece of work throws: 503 where the database was away or out of time, otherwise the error itself.
 * @param broken whether the connection that it ran on is known to be dead
 */
export function unavailableOr(error: unknown, broken: boolean): unknown {
  if (error instanceof DatabaseUnavailableError) return error
  if (EXCESSES.has(errorCode(error) ?? ''))
    return new DatabaseUnavailableError('database-busy', error, 5)
  return broken || isConnectionLoss(error)
    ? new DatabaseUnavailableError('database-unavailable', error)
    : error
}
