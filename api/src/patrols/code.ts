import { createHmac, timingSafeEqual } from 'node:crypto'
import { patrolCodeBody, patrolCodeIn } from '../domain/patrol-code.ts'

/** Signs the codes that are put up at objects, and tells genuine ones. */
export interface PatrolCodes {
  /** The code of an object; always the same. */
  codeOf(enterpriseId: string): string
  /** Whether a camera's text holds the genuine code of an object. */
  isOf(enterpriseId: string, text: string): boolean
}

/** @param secret of this installation; who changes it must print the codes anew */
export function createPatrolCodes(secret: string): PatrolCodes {
  const key = createHmac('sha256', secret).update('patrol codes').digest()
  const codeOf = (enterpriseId: string): string => {
    const body = patrolCodeBody(enterpriseId)
    return `${body}.${createHmac('sha256', key).update(body).digest().subarray(0, 16).toString('base64url')}`
  }
  return {
    codeOf,
    isOf(enterpriseId, text) {
      const read = patrolCodeIn(text)
      const genuine = Buffer.from(codeOf(enterpriseId))
      return (
        read !== null &&
        read.token.length === genuine.length &&
        timingSafeEqual(Buffer.from(read.token), genuine)
      )
    },
  }
}
