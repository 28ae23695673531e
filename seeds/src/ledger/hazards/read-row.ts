import { HAZARD_STATUSES, type HazardStatus } from '@onemap/api/domain/hazard'
import type { z } from 'zod'
import { parseCells, type Fault, type RowCells } from '@onemap/api/ledger/parse-cells'
import type { ImportContext, RowReading } from '../ledger.ts'
import { STAGED_PLACE, stagePlace } from '../places/coordinates.ts'
import { HazardRow } from './columns.ts'

type Row = z.output<typeof HazardRow>

/** Staging table of the hazard ledger; from `enterprise_id` on it is filled in by SQL. */
export const STAGED_HAZARD = {
  credit_code: 'text',
  code: 'text',
  risk_point_code: 'text',
  description: 'text',
  location_text: 'text',
  ...STAGED_PLACE,
  origin: 'text',
  grade: 'text',
  treatment: 'text',
  status: 'text',
  reported_at: 'timestamptz',
  deadline: 'date',
  accepted_at: 'timestamptz',
  closed_at: 'timestamptz',
  responsible: 'text',
  enterprise_id: 'uuid',
  id: 'uuid',
  risk_point_id: 'uuid',
  no: 'integer',
  old_status: 'text',
  known: 'boolean',
  last_seq: 'integer',
} as const

/** Understands one row of the hazard ledger; status, grade and dates must make one story. */
export function readHazard(cells: RowCells, context: ImportContext): RowReading {
  const { values, faults } = parseCells(HazardRow, cells)
  if (values === null) return { record: null, faults, group: null }
  const { place, faults: placeFaults } = stagePlace(values, context)
  const status = statusOf(values)
  // A ledger that only knows the day of cancelling means that it was accepted by then.
  const acceptedOn =
    status === 'closed' ? (values.acceptedOn ?? values.closedOn) : values.acceptedOn
  const record = {
    credit_code: values.creditCode,
    code: values.code,
    risk_point_code: values.riskPointCode,
    description: values.description,
    location_text: values.location,
    ...place,
    origin: values.origin,
    grade: values.grade,
    treatment: values.treatment,
    status,
    reported_at: startOfDay(values.foundOn),
    deadline: values.deadline,
    accepted_at: startOfDay(acceptedOn),
    closed_at: startOfDay(values.closedOn),
    responsible: values.responsible,
  } satisfies Partial<Record<keyof typeof STAGED_HAZARD, unknown>>
  return {
    record,
    faults: [...placeFaults, ...stateFaults(values, status), ...dateFaults(values, context.today)],
    group: null,
  }
}

function statusOf({ status, acceptedOn, closedOn }: Row): HazardStatus {
  if (status !== 'rectified') return status
  if (closedOn !== null) return 'closed'
  return acceptedOn === null ? 'in-review' : 'accepted'
}

/** China has one time zone without daylight saving. */
function startOfDay(date: string | null): string | null {
  return date === null ? null : `${date}T00:00:00+08:00`
}

const UNGRADED: readonly HazardStatus[] = ['reported', 'registered', 'void']

function stateFaults({ grade, acceptedOn, closedOn }: Row, status: HazardStatus): Fault[] {
  const name = HAZARD_STATUSES[status].zh
  const faults: Fault[] = []
  if (grade === null && !UNGRADED.includes(status))
    faults.push({ key: 'grade', fault: `状态为“${name}”时不能为空，应为：一般隐患、重大隐患` })
  if (status === 'closed' && closedOn === null)
    faults.push({ key: 'closedOn', fault: `状态为“${name}”时不能为空，应为日期` })
  if (status === 'accepted' && acceptedOn === null)
    faults.push({ key: 'acceptedOn', fault: `状态为“${name}”时不能为空，应为日期` })
  if (status !== 'closed' && closedOn !== null)
    faults.push({ key: 'status', fault: `填了销号日期，状态应为“已销号”，而不是“${name}”` })
  if (status !== 'closed' && status !== 'accepted' && acceptedOn !== null) {
    faults.push({
      key: 'status',
      fault: `填了验收日期，状态应为“验收通过”或“已销号”，而不是“${name}”`,
    })
  }
  return faults
}

function dateFaults({ foundOn, deadline, acceptedOn, closedOn }: Row, today: string): Fault[] {
  const faults: Fault[] = []
  const notAfterToday = { foundOn, acceptedOn, closedOn }
  for (const [key, date] of Object.entries(notAfterToday)) {
    if (date !== null && date > today) faults.push({ key, fault: `${date} 晚于今天（${today}）` })
  }
  if (deadline !== null && deadline < foundOn)
    faults.push({ key: 'deadline', fault: `${deadline} 早于发现日期 ${foundOn}` })
  if (acceptedOn !== null && acceptedOn < foundOn)
    faults.push({ key: 'acceptedOn', fault: `${acceptedOn} 早于发现日期 ${foundOn}` })
  const earliest = acceptedOn ?? foundOn
  if (closedOn !== null && closedOn < earliest)
    faults.push({
      key: 'closedOn',
      fault: `${closedOn} 早于${acceptedOn === null ? '发现' : '验收'}日期 ${earliest}`,
    })
  return faults
}
