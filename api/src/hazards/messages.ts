import type { HazardOrigin } from '../domain/hazard.ts'
import type { HazardEvent } from '../domain/hazard-event.ts'
import { isFoundByAuthority } from '../domain/hazard-origins.ts'
import { BUREAU_PARTS, type HazardRole } from '../domain/hazard-roles.ts'
import type { HazardState } from '../domain/hazard-state.ts'
import type { MessageKind, MessageRecipient } from '../domain/message.ts'
import type { MessageDraft } from '../db/messages.ts'

/** A step that has been taken. */
interface Taken {
  readonly event: HazardEvent
  readonly role: HazardRole
  readonly state: HazardState
  readonly origin: HazardOrigin
  /** Account of the one who acted, of the rectifier, of who reported and of who asked for an extension. */
  readonly actorId: string
  readonly rectifierId: string | null
  readonly reportedBy: string | null
  readonly askedBy: string | null
}

const ENTERPRISE: readonly HazardRole[] = ['safety-officer', 'principal', 'rectifier', 'reporter']

/** Who has to be told of a step: whose turn it is now, and whoever it decides about. Nobody is told of their own act. */
export function messagesAbout({
  event,
  role,
  state,
  origin,
  actorId,
  rectifierId,
  reportedBy,
  askedBy,
}: Taken): MessageDraft[] {
  const byBureau = BUREAU_PARTS.some((part) => part === role)
  const byEnterprise = ENTERPRISE.includes(role)
  const grave = state.grade === 'major' || state.supervision === 'listed'
  const official = isFoundByAuthority(origin)
  const to = (
    kind: MessageKind,
    ...recipients: (Exclude<MessageRecipient, 'user'> | false)[]
  ): MessageDraft[] =>
    recipients.flatMap((recipient) => (recipient === false ? [] : [{ recipient, kind }]))
  const person = (userId: string | null, kind: MessageKind): MessageDraft[] => {
    if (userId === null) return byEnterprise ? [] : to(kind, 'enterprise')
    return userId === actorId ? [] : [{ recipient: 'user', userId, kind }]
  }

  switch (event) {
    case 'report':
      return to(
        'hazard-reported',
        role !== 'safety-officer' && role !== 'principal' && 'enterprise',
      )
    case 'reject':
    case 'merge':
      return reportedBy === null ? [] : person(reportedBy, 'hazard-void')
    case 'register':
      return to(
        'hazard-registered',
        !byEnterprise && 'enterprise',
        role === 'grid-member' && 'office',
      )
    case 'grade':
      return grave
        ? to('hazard-major', !byBureau && 'office', byBureau && 'enterprise', 'grid')
        : to('hazard-graded', byBureau && 'enterprise')
    case 'notify':
      return [
        ...person(rectifierId, 'hazard-notified'),
        ...to('hazard-notified', byBureau && rectifierId !== null && 'enterprise'),
      ]
    case 'sign':
      return byEnterprise ? person(rectifierId, 'hazard-signed') : []
    case 'fix-on-the-spot':
      return to(
        'hazard-submitted',
        role !== 'safety-officer' && 'enterprise',
        role !== 'grid-member' && 'grid',
      )
    case 'submit':
      return to(
        'hazard-submitted',
        official ? 'grid' : role === 'rectifier' && 'enterprise',
        grave && 'office',
      )
    case 'fail':
      return person(rectifierId, 'hazard-failed')
    case 'pass':
      return to('hazard-accepted', grave && !byBureau && 'office', !byEnterprise && 'enterprise')
    case 'close':
      return to(
        'hazard-closed',
        !byEnterprise && 'enterprise',
        role === 'bureau-leader' && 'office',
      )
    case 'reopen':
      return [
        ...person(rectifierId, 'hazard-reopened'),
        ...to(
          'hazard-reopened',
          !byEnterprise && rectifierId !== null && 'enterprise',
          grave && !byBureau && 'office',
        ),
      ]
    case 'request-extension':
      return to('extension-requested', grave || official ? 'office' : 'enterprise')
    case 'approve-extension':
      return person(askedBy, 'extension-approved')
    case 'reject-extension':
      return person(askedBy, 'extension-rejected')
    case 'list-supervision':
      return to('supervision-listed', 'enterprise', 'grid', 'office')
    case 'delist-supervision':
      return to('supervision-delisted', 'enterprise', 'grid', 'office')
    case 'stop-work':
      return to('work-stopped', byBureau ? 'enterprise' : 'office', 'grid')
    case 'resume-work':
      return to('work-resumed', byBureau ? 'enterprise' : 'office', 'grid')
  }
}
