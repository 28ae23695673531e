import { todayInChina } from '@onemap/api/domain/overdue'
import { POSITION_CODES, POSITIONS_OF } from '@onemap/api/domain/position'
import { APPOINTED_TO, type Role } from '@onemap/api/domain/role'

/** An appointment as it is typed; all texts, empty where nothing was chosen. */
export type AppointmentDraft = Record<
  | 'officeId'
  | 'gridId'
  | 'enterpriseId'
  | 'enterpriseName'
  | 'position'
  | 'title'
  | 'title'
  | 'validFrom'
  | 'validTo',
  string
>

export function emptyAppointment(now = new Date()): AppointmentDraft {
  return {
    officeId: '',
    gridId: '',
    enterpriseId: '',
    enterpriseName: '',
    position: '',
    title: '',
    validFrom: todayInChina(now),
    validTo: '',
  }
}

const TARGET_FIELDS = {
  office: 'officeId',
  grid: 'gridId',
  enterprise: 'enterpriseId',
  district: null,
} as const

/** Which fields of an appointment for this role are still missing. */
export function missingOf(
  role: Role,
  draft: AppointmentDraft,
): readonly (keyof AppointmentDraft)[] {
  const target = TARGET_FIELDS[APPOINTED_TO[role]]
  const needed: (keyof AppointmentDraft)[] = [
    ...(target === null ? [] : [target]),
    ...(POSITIONS_OF[role].length > 0 ? (['position'] as const) : []),
    'validFrom',
  ]
  return needed.filter((field) => draft[field] === '')
}

/** What is sent: only what the role needs and what was filled in. */
export function appointmentOf(role: Role, draft: AppointmentDraft) {
  const target = TARGET_FIELDS[APPOINTED_TO[role]]
  const position = POSITION_CODES.find(
    (code) => code === draft.position && POSITIONS_OF[role].some((allowed) => allowed === code),
  )
  return {
    ...(target === null ? {} : { [target]: draft[target] }),
    ...(position === undefined ? {} : { position }),
    ...(draft.title.trim() === '' ? {} : { title: draft.title.trim() }),
    ...(draft.title.trim() === '' ? {} : { title: draft.title.trim() }),
    validFrom: draft.validFrom,
    ...(draft.validTo === '' ? {} : { validTo: draft.validTo }),
  }
}
