import { DomainError, type FieldProblem } from './errors.ts'
import { POSITIONS_OF, positionFits, type Position } from './position.ts'
import { APPOINTED_TO, type Role } from './role.ts'

/** What an appointment names besides its period. */
export interface AppointmentTarget {
  readonly position?: Position | undefined
  readonly officeId?: string | undefined
  readonly gridId?: string | undefined
  readonly enterpriseId?: string | undefined
}

const FIELD_OF = { office: 'officeId', grid: 'gridId', enterprise: 'enterpriseId' } as const

/** What does not fit the role: a position it does not have, an object missing or one too many. */
function targetProblems(role: Role, target: AppointmentTarget): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (!positionFits(role, target.position ?? null)) {
    const positions = POSITIONS_OF[role].join(', ')
    problems.push({
      field: 'position',
      text: { zh: '职务与角色不符', en: 'The position does not fit the role' },
      ...(positions === '' ? {} : { expected: positions }),
    })
  }
  for (const [kind, field] of Object.entries(FIELD_OF)) {
    const needed = APPOINTED_TO[role] === kind
    if (needed === (target[field] !== undefined)) continue
    problems.push({
      field,
      text: needed
        ? { zh: '该角色须指定此项', en: 'The role needs it' }
        : { zh: '该角色不指定此项', en: 'The role does not have it' },
    })
  }
  return problems
}

/**
 * An appointment names the position and the one object that its role asks for, and ends no earlier than it begins.
 * @throws DomainError `bad-appointment`
 */
export function checkAppointment(
  role: Role,
  appointment: AppointmentTarget & {
    readonly validFrom: string
    readonly validTo?: string | undefined
  },
): void {
  const problems = targetProblems(role, appointment)
  const { validFrom, validTo } = appointment
  if (validTo !== undefined && validTo < validFrom) {
    problems.push({
      field: 'validTo',
      text: { zh: '截止日早于起始日', en: 'It ends before it begins' },
    })
  }
  if (problems.length > 0)
    throw new DomainError(
      'bad-appointment',
      400,
      { zh: '任职信息不合要求', en: 'The appointment is not right' },
      problems,
    )
}
