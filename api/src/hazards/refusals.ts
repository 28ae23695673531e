import type { Label } from '../domain/dictionary.ts'
import { DomainError, type FieldProblem } from '../domain/errors.ts'
import { HAZARD_EVENTS, type HazardEvent } from '../domain/hazard-event.ts'
import { fieldsOf, HAZARD_GUARDS, type HazardGuard } from '../domain/hazard-guards.ts'
import { HAZARD_ROLES, type HazardRole } from '../domain/hazard-roles.ts'
import { HAZARD_STATUSES } from '../domain/hazard.ts'
import type { HazardRecord } from './record.ts'

/** Somebody was faster, or the state forbids the step: says what stands and what has happened since. */
export class HazardStateError extends DomainError {
  override readonly name = 'HazardStateError'

  constructor(
    { status, lastSeq, events }: HazardRecord,
    possible: readonly HazardEvent[],
    afterSeq: number,
  ) {
    const stands = HAZARD_STATUSES[status]
    const since = events.filter(({ seq }) => seq > afterSeq)
    super(
      'hazard-state',
      409,
      since.length > 0
        ? {
            zh: `您填写期间已有新的办理记录，当前状态为“${stands.zh}”`,
            en: `Others have acted meanwhile; it is now “${stands.en}”`,
          }
        : {
            zh: `当前状态为“${stands.zh}”，不能执行此操作`,
            en: `It is “${stands.en}” now: this cannot be done`,
          },
      [],
      { hazardStatus: status, lastSeq, possible: [...new Set(possible)], since },
    )
  }
}

/** Others may take this step. */
export class HazardRoleError extends DomainError {
  override readonly name = 'HazardRoleError'

  constructor(event: HazardEvent, roles: readonly HazardRole[]) {
    const named = (language: keyof Label) => roles.map((role) => HAZARD_ROLES[role][language])
    super(
      'hazard-role',
      403,
      {
        zh: `“${HAZARD_EVENTS[event].zh}”应由${named('zh').join('、')}办理`,
        en: `“${HAZARD_EVENTS[event].en}” is for: ${named('en').join(', ')}`,
      },
      [],
      { roles },
    )
  }
}

/** The same act awaits its decision already. */
export class SignOffPendingError extends DomainError {
  override readonly name = 'SignOffPendingError'

  constructor(event: HazardEvent) {
    const { zh, en } = HAZARD_EVENTS[event]
    super('sign-off-pending', 409, {
      zh: `“${zh}”已提请局领导审批，正在等待批复`,
      en: `“${en}” has been put before the bureau’s leaders and awaits their decision`,
    })
  }
}

/** Names of the body's fields, where they are not the domain's. */
const BODY_FIELDS: Readonly<Record<string, string>> = {
  responsible: 'responsibleId',
  place: 'location',
}

/** A condition of the step does not hold; `errors` names what has to come with it. */
export class HazardGuardError extends DomainError {
  override readonly name = 'HazardGuardError'

  constructor(guards: readonly HazardGuard[]) {
    const fields = guards.flatMap((guard): FieldProblem[] => {
      const named = fieldsOf(guard)
      return (named.length > 0 ? named : ['type']).map((field) => ({
        field: BODY_FIELDS[field] ?? field,
        text: HAZARD_GUARDS[guard],
      }))
    })
    super(
      'hazard-guard',
      422,
      {
        zh: guards.map((guard) => HAZARD_GUARDS[guard].zh).join('；'),
        en: guards.map((guard) => HAZARD_GUARDS[guard].en).join('; '),
      },
      fields,
      { guards },
    )
  }
}

/** A field is of the right form and yet names nothing that is there. */
export class HazardFieldError extends DomainError {
  override readonly name = 'HazardFieldError'

  constructor(field: string, text: Label) {
    super('hazard-field', 422, text, [{ field, text }])
  }
}

/** A place outside the district and away from the enterprise is taken only where somebody says why it is right. */
export class HazardPlaceError extends DomainError {
  override readonly name = 'HazardPlaceError'

  constructor(metres: number) {
    const kilometres = (metres / 1000).toFixed(1)
    const text = {
      zh: `位置不在本区，离该企业 ${kilometres} 公里。请核对位置；确认无误的，写明理由`,
      en: `The place is outside the district, ${kilometres} km from the enterprise. Check it; if it is right, say why`,
    }
    super('hazard-place', 422, text, [{ field: 'location', text }], { metres: Math.round(metres) })
  }
}

/** The sender's id belongs to another hazard already. */
export class HazardIdTakenError extends DomainError {
  override readonly name = 'HazardIdTakenError'

  constructor() {
    const text = { zh: '该编号已被另一条隐患使用', en: 'Another hazard has this id' }
    super('hazard-id-taken', 409, text, [{ field: 'id', text }])
  }
}
