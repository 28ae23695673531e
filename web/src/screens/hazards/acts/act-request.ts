import { HAZARD_GRADE_CODES, type HazardGrade } from '@onemap/api/domain/hazard'
import {
  PLAN_ELEMENT_CODES,
  type HazardEvent,
  type HazardEventContext,
  type PlanElement,
} from '@onemap/api/domain/hazard-event'
import {
  SUPERVISION_LEVEL_CODES,
  type SupervisionLevel,
} from '@onemap/api/domain/hazard-supervision'
import type { ActDraft, ActFiles } from './act-draft.ts'
import type { ActField } from './act-fields.ts'

type Texts = Omit<ActDraft, 'clientId' | 'afterSeq'>

/** A text that says something, under its name. */
function said<Name extends keyof Texts>(
  draft: ActDraft,
  ...names: readonly Name[]
): Partial<Record<Name, string>> {
  const parts: Partial<Record<Name, string>> = {}
  for (const name of names) if (draft[name].trim() !== '') parts[name] = draft[name].trim()
  return parts
}

const some = <Name extends keyof ActFiles>(
  name: Name,
  files: ActFiles,
): Partial<Record<Name, string[]>> => {
  const parts: Partial<Record<Name, string[]>> = {}
  if (files[name].length > 0) parts[name] = [...files[name]]
  return parts
}

function gradeOf({ grade }: ActDraft) {
  const known = HAZARD_GRADE_CODES.find((code) => code === grade)
  return known === undefined ? {} : { grade: known }
}

function levelOf({ level }: ActDraft) {
  const known = SUPERVISION_LEVEL_CODES.find((code) => code === level)
  return known === undefined ? {} : { level: known }
}

function planOf(draft: ActDraft) {
  const plan = said(draft, ...PLAN_ELEMENT_CODES)
  return Object.keys(plan).length === 0 ? {} : { plan }
}

function costOf({ cost }: ActDraft) {
  const yuan = Number(cost.replaceAll(/[,，\s]/gu, ''))
  return cost.trim() === '' || !Number.isFinite(yuan) ? {} : { cost: yuan }
}

/** What each question sends. */
const PARTS: Readonly<
  Record<ActField, (draft: ActDraft, files: ActFiles) => Omit<ActBody, 'type'>>
> = {
  mergedInto: (draft: ActDraft) => said(draft, 'mergedInto'),
  duplicates: ({ duplicatesChecked }: ActDraft) =>
    duplicatesChecked === 'yes' ? { duplicatesChecked: true } : {},
  grade: (draft: ActDraft) => ({ ...gradeOf(draft), ...said(draft, 'criteria') }),
  responsible: (draft: ActDraft): Partial<Record<'responsibleId' | 'responsibleName', string>> =>
    draft.responsibleId === '' ? said(draft, 'responsibleName') : said(draft, 'responsibleId'),
  deadline: (draft: ActDraft) => said(draft, 'deadline'),
  plan: planOf,
  beforeAndAfter: (_draft: ActDraft, files: ActFiles) => ({
    ...some('photosBefore', files),
    ...some('photosAfter', files),
  }),
  evidence: (_draft: ActDraft, files: ActFiles) => some('evidence', files),
  cost: costOf,
  listing: (draft: ActDraft) => ({ ...levelOf(draft), ...said(draft, 'authority', 'department') }),
  documentNo: (draft: ActDraft) => said(draft, 'documentNo'),
  reason: (draft: ActDraft) => said(draft, 'reason'),
  opinion: (draft: ActDraft) => said(draft, 'opinion'),
}

/** An act as it is sent. */
export interface ActBody {
  readonly type: HazardEvent
  afterSeq?: number
  clientId?: string
  reason?: string
  opinion?: string
  grade?: HazardGrade
  criteria?: string
  responsibleId?: string
  responsibleName?: string
  deadline?: string
  plan?: Partial<Record<PlanElement, string>>
  cost?: number
  evidence?: string[]
  photosBefore?: string[]
  photosAfter?: string[]
  mergedInto?: string
  duplicatesChecked?: boolean
  documentNo?: string
  level?: SupervisionLevel
  authority?: string
  department?: string
}

/** Only what the form of the act asks, only what was answered. */
export function actBody(
  type: HazardEvent,
  fields: readonly ActField[],
  draft: ActDraft,
  files: ActFiles,
): ActBody {
  return Object.assign(
    { type },
    ...fields.map((field) => PARTS[field](draft, files)),
    draft.clientId === '' ? {} : { clientId: draft.clientId },
    draft.afterSeq === '' ? {} : { afterSeq: Number(draft.afterSeq) },
  )
}

/** The same as the rules of the closed loop read it. */
export function contextOf(
  {
    responsibleId,
    responsibleName,
    type: _type,
    clientId: _clientId,
    afterSeq: _afterSeq,
    ...rest
  }: ActBody,
  at: Date,
): HazardEventContext {
  const responsible = responsibleId ?? responsibleName
  return { ...rest, at, ...(responsible === undefined ? {} : { responsible }) }
}
