import type { Tx } from '../db/database.ts'
import type { SignedOff } from '../db/sign-offs.ts'
import { hazardPerson } from './person.ts'
import type { Reader } from '../http/scope.ts'
import { NotSignedInError } from '../http/refusals.ts'
import { lockHazard } from './act.ts'
import { contextOf } from './act-context.ts'
import { HazardAct } from './bodies.ts'
import { carryOut } from './carry-out.ts'

/**
 * Does to a hazard what has just been approved, as the act of whoever approved it, with the proposer on record.
 * @throws HazardStateError, HazardGuardError where the hazard has gone on meanwhile
 */
export async function carryOutSignedOff(
  tx: Tx,
  reader: Reader,
  {
    id,
    enterpriseId,
    subjectId,
    detail,
    approver,
    word,
    proposedByName,
    proposedByPost,
  }: SignedOff,
  at: Date,
): Promise<void> {
  const person = hazardPerson(reader)
  if (person === undefined) throw new NotSignedInError()
  const { afterSeq: _seen, clientId: _client, ...asked } = HazardAct.parse(detail)
  const act = { ...asked, opinion: word ?? asked.opinion }
  const before = await lockHazard(tx, enterpriseId, subjectId)
  const context = await contextOf(tx, before, act, undefined, at)
  await carryOut(tx, before, {
    act,
    context,
    person,
    role: approver,
    signOffId: id,
    named: {
      proposedBy:
        proposedByPost === null ? proposedByName : `${proposedByName}（${proposedByPost}）`,
    },
  })
}
