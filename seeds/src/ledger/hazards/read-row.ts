import { HAZARD_STATUSES, type HazardStatus } from '@onemap/api/domain/hazard'
import type { Label } from '@onemap/api/domain/dictionary'
import { unnamedEnterprise } from '@onemap/api/ledger/enterprise-columns'
import type { z } from 'zod'
import { parseCells, type Fault, type RowCells } from '@onemap/api/ledger/parse-cells'
import { enterpriseOfRow, STAGED_ENTERPRISE_OF_ROW } from '../enterprise-of-row.ts'
import type { ImportContext, RowReading } from '../ledger.ts'
import { STAGED_PLACE, stagePlace } from '../places/coordinates.ts'
import { HazardRow } from '@onemap/api/ledger/hazards/columns'

type Row = z.output<typeof HazardRow>

/** Staging table of the hazard ledger; from `enterprise_id` on it is filled in by SQL. */
export const STAGED_HAZARD = {
  ...STAGED_ENTERPRISE_OF_ROW,
  code: 'text',
  risk_point_code: 'text',
  risk_point_name: 'text',
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
  id: 'uuid',
  risk_point_id: 'uuid',
  no: 'integer',
  old_status: 'text',
  known: 'boolean',
  last_seq: 'integer',
} as const

/** Understands one row of the hazard ledger; status, grade and dates must make one story. */
export function readHazard(cells: RowCells, context: ImportContext): RowReading {
  const { values: written, faults } = parseCells(HazardRow, cells)
  if (written === null) return { record: null, faults, group: null }
  const status = statusOf(written)
  const values = { ...written, closedOn: closingDay(written, status, context) }
  const { place, faults: placeFaults } = stagePlace(values, context)
  // A ledger that only knows the day of cancelling means that it was accepted by then.
  const acceptedOn =
    status === 'closed' ? (values.acceptedOn ?? values.closedOn) : values.acceptedOn
  const record = {
    ...enterpriseOfRow(values),
    code: values.code,
    risk_point_code: values.riskPointCode,
    risk_point_name: values.riskPointName,
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
    faults: [
      ...unnamedEnterprise(values),
      ...placeFaults,
      ...stateFaults(values, status),
      ...dateFaults(values, context.today),
    ],
    group: null,
  }
}

/** A ledger without a column for the day of closing means that of acceptance. */
function closingDay(
  { acceptedOn, closedOn }: Row,
  status: HazardStatus,
  { present }: ImportContext,
): string | null {
  return closedOn ?? (status === 'closed' && !present.has('closedOn') ? acceptedOn : null)
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

const ACCEPTED_ON = {
  key: 'acceptedOn',
  name: { zh: '验收日期', en: 'day of acceptance' },
} as const
const CLOSED_ON = { key: 'closedOn', name: { zh: '销号日期', en: 'day of closing' } } as const

const needed = (status: Label, what: Label): Label => ({
  zh: `状态为“${status.zh}”时不能为空，应为${what.zh}`,
  en: `must not be empty for a hazard “${status.en}”; expected ${what.en}`,
})

const A_DATE: Label = { zh: '日期', en: 'a date' }
const A_GRADE: Label = { zh: '：一般隐患、重大隐患', en: '一般隐患 or 重大隐患' }

function stateFaults({ grade, acceptedOn, closedOn }: Row, status: HazardStatus): Fault[] {
  const name = HAZARD_STATUSES[status]
  const wrongFor = (given: Label, statuses: Label): Label => ({
    zh: `填了${given.zh}，状态应为${statuses.zh}，而不是“${name.zh}”`,
    en: `with a ${given.en} the status is ${statuses.en}, not “${name.en}”`,
  })
  const faults: Fault[] = []
  if (grade === null && !UNGRADED.includes(status))
    faults.push({ key: 'grade', fault: needed(name, A_GRADE) })
  if (status === 'closed' && closedOn === null)
    faults.push({ key: CLOSED_ON.key, fault: needed(name, A_DATE) })
  if (status === 'accepted' && acceptedOn === null)
    faults.push({ key: ACCEPTED_ON.key, fault: needed(name, A_DATE) })
  if (status !== 'closed' && closedOn !== null) {
    const statuses = { zh: '“已销号”', en: '“已销号” (Closed)' }
    faults.push({ key: 'status', fault: wrongFor(CLOSED_ON.name, statuses) })
  }
  if (status !== 'closed' && status !== 'accepted' && acceptedOn !== null) {
    const statuses = {
      zh: '“验收通过”或“已销号”',
      en: '“验收通过” (Accepted) or “已销号” (Closed)',
    }
    faults.push({ key: 'status', fault: wrongFor(ACCEPTED_ON.name, statuses) })
  }
  return faults
}

function dateFaults({ foundOn, deadline, acceptedOn, closedOn }: Row, today: string): Fault[] {
  const found = { zh: `发现日期 ${foundOn}`, en: `the day it was found, ${foundOn}` }
  const accepted = { zh: `验收日期 ${acceptedOn}`, en: `the day of acceptance, ${acceptedOn}` }
  const faults: Fault[] = []
  for (const [key, date] of Object.entries({ foundOn, acceptedOn, closedOn })) {
    if (date === null || date <= today) continue
    faults.push({
      key,
      fault: { zh: `${date} 晚于今天（${today}）`, en: `${date} is after today (${today})` },
    })
  }
  const before = (key: string, date: string | null, earliest: string, what: Label) => {
    if (date === null || date >= earliest) return
    faults.push({
      key,
      fault: { zh: `${date} 早于${what.zh}`, en: `${date} is before ${what.en}` },
    })
  }
  before('deadline', deadline, foundOn, found)
  before('acceptedOn', acceptedOn, foundOn, found)
  if (acceptedOn === null) before('closedOn', closedOn, foundOn, found)
  else before('closedOn', closedOn, acceptedOn, accepted)
  return faults
}
