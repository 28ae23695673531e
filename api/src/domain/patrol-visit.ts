import { codesOf, type Dictionary, type Label } from './dictionary.ts'
import { CLOCK_TOLERANCE_MS } from './device-clock.ts'
import type { PatrolProfile } from './patrol-profile.ts'

/** 签到方式. */
export const PATROL_CHECK_INS = {
  gps: { zh: '定位签到', en: 'By position' },
  qr: { zh: '扫码签到', en: 'By the object’s code' },
} as const satisfies Dictionary
export type PatrolCheckIn = keyof typeof PATROL_CHECK_INS
export const PATROL_CHECK_IN_CODES = codesOf(PATROL_CHECK_INS)

/** 巡查结论. */
export const PATROL_RESULTS = {
  normal: { zh: '未发现问题', en: 'Nothing found' },
  problems: { zh: '发现问题', en: 'Problems found' },
  closed: { zh: '停产歇业，未能检查', en: 'Closed, not checked' },
} as const satisfies Dictionary
export type PatrolResult = keyof typeof PATROL_RESULTS
export const PATROL_RESULT_CODES = codesOf(PATROL_RESULTS)

/** 巡查提示: what makes a visit worth a second look. It refuses nothing. */
export const PATROL_FLAGS = {
  'too-fast': { zh: '用时过短', en: 'Too fast' },
  'too-far': { zh: '签到位置过远', en: 'Too far away' },
  'too-late': { zh: '超期补巡', en: 'Made overdue' },
  'position-vague': { zh: '定位误差过大', en: 'Position too vague' },
  'clock-wrong': { zh: '手机时间有误', en: 'Phone’s clock wrong' },
} as const satisfies Dictionary
export type PatrolFlag = keyof typeof PATROL_FLAGS
export const PATROL_FLAG_CODES = codesOf(PATROL_FLAGS)

/** What a visit has to do with a hazard. */
export const PATROL_HAZARD_PARTS = {
  found: { zh: '本次发现', en: 'Found on this visit' },
  fixed: { zh: '核实已整改', en: 'Seen to be rectified' },
  unfixed: { zh: '核实未整改', en: 'Seen not to be rectified' },
} as const satisfies Dictionary
export type PatrolHazardPart = keyof typeof PATROL_HAZARD_PARTS
export const PATROL_HAZARD_PART_CODES = codesOf(PATROL_HAZARD_PARTS)

/** What a file of a visit is. */
export const PATROL_FILE_PARTS = {
  photo: { zh: '现场照片', en: 'Photograph' },
  signature: { zh: '签字', en: 'Signature' },
} as const satisfies Dictionary
export const PATROL_FILE_PART_CODES = codesOf(PATROL_FILE_PARTS)

/** What decides whether a visit is flagged. */
export interface PatrolFacts {
  readonly result: PatrolResult
  readonly startedAt: Date
  readonly finishedAt: Date
  /** Items of the checklist that were answered. */
  readonly items: number
  /** Metres from the object; null where no position came with the code that was scanned. */
  readonly distance: number | null
  readonly checkIn: PatrolCheckIn
  /** Metres by which the position may be wrong; null where the telephone does not say. */
  readonly accuracy: number | null
  /** Whether the telephone's times had to be corrected. */
  readonly clockWrong: boolean
  /** Whether the object was overdue on the day of the visit. */
  readonly overdue: boolean
}

/** The flags of a visit, in the order of the dictionary. A closed gate is looked at as quickly as one likes. */
export function patrolFlags(
  { geofence, leastSeconds }: Pick<PatrolProfile, 'geofence' | 'leastSeconds'>,
  facts: PatrolFacts,
): PatrolFlag[] {
  const { result, startedAt, finishedAt, items, distance, overdue, clockWrong } = facts
  const blur = facts.accuracy ?? 0
  const vague = blur > geofence
  const seconds = (finishedAt.getTime() - startedAt.getTime()) / 1000
  const holds: Readonly<Record<PatrolFlag, boolean>> = {
    'too-fast':
      result !== 'closed' &&
      seconds < Math.max(leastSeconds.altogether, leastSeconds.anItem * items),
    // A vague position says that somebody was far away only where even its nearest edge is.
    'too-far': distance !== null && distance - (vague ? blur : 0) > geofence,
    'too-late': overdue,
    // Who reads the object's code is there, however little the telephone knows.
    'position-vague': facts.checkIn === 'gps' && vague,
    'clock-wrong': clockWrong,
  }
  return PATROL_FLAG_CODES.filter((flag) => holds[flag])
}

/** Flags of a visit that shows nobody to have been at the object. */
export const ABSENCE_FLAGS = ['too-far', 'position-vague'] as const satisfies readonly PatrolFlag[]

/** Who cannot be shown to have been there was not there: such a visit is kept and settles nothing that is due. */
export function patrolCounts(flags: readonly PatrolFlag[]): boolean {
  return ABSENCE_FLAGS.every((flag) => !flags.includes(flag))
}

/** What a record of a visit must hold besides its form. */
export const PATROL_GUARDS = {
  'ends-before-start': { zh: '结束时间早于开始时间', en: 'It ends before it begins' },
  'in-the-future': {
    zh: '结束时间晚于当前时间，请核对手机时间',
    en: 'It ends in the future: check the phone’s clock',
  },
  'too-long': { zh: '一次巡查不应超过24小时', en: 'A visit takes no longer than 24 hours' },
  'position-missing': { zh: '定位签到须有位置', en: 'Checking in by position needs a position' },
  'code-wrong': {
    zh: '二维码不是这个对象的，或已失效',
    en: 'The code is not this object’s, or no longer valid',
  },
  'checklist-unknown': {
    zh: '没有这个版本的检查表',
    en: 'There is no such version of a checklist',
  },
  'checklist-incomplete': { zh: '检查表有未填项', en: 'The checklist has items without an answer' },
  'failure-unexplained': {
    zh: '不符合项须上报隐患，或写明情况',
    en: 'Report a hazard for what is not in order, or say what was done',
  },
  'result-differs': {
    zh: '结论与检查表、隐患不一致',
    en: 'The result does not go with the checklist and the hazards',
  },
  'signature-missing': {
    zh: '须有被检查方签字；拒签的请在备注说明',
    en: 'A signature is needed; where it was refused, say so in the note',
  },
  'note-missing': {
    zh: '未能检查的，请在备注说明情况',
    en: 'Say in the note why nothing could be checked',
  },
} as const satisfies Dictionary<string, Label>
export type PatrolGuard = keyof typeof PATROL_GUARDS
const PATROL_GUARD_CODES = codesOf(PATROL_GUARDS)

const LONGEST_MS = 24 * 3_600_000

/** 检查项结论. */
export const PATROL_ANSWERS = {
  ok: { zh: '符合', en: 'In order' },
  fail: { zh: '不符合', en: 'Not in order' },
  'not-applicable': { zh: '不涉及', en: 'Not applicable' },
} as const satisfies Dictionary
export const PATROL_ANSWER_CODES = codesOf(PATROL_ANSWERS)

/** What was found at an item. */
export interface PatrolAnswer {
  readonly item: string
  readonly result: keyof typeof PATROL_ANSWERS
  readonly note: string
}

/** A visit as far as its own rules go. */
export interface PatrolRecord {
  readonly startedAt: Date
  readonly finishedAt: Date
  readonly result: PatrolResult
  readonly checkIn: PatrolCheckIn
  readonly hasPosition: boolean
  readonly hasSignature: boolean
  readonly note: string
  /** Answers by item; null where the checklist is of no version that is known. */
  readonly checklist: {
    readonly items: readonly string[]
    readonly answers: readonly PatrolAnswer[]
  } | null
  /** For each hazard found on this visit, the item it was found at, if any. */
  readonly found: readonly (string | null)[]
}

/** What is wrong with a record; empty when nothing is. The code that was scanned is for the server to try. */
export function patrolProblems(record: PatrolRecord, now: Date): PatrolGuard[] {
  const {
    startedAt,
    finishedAt,
    result,
    checkIn,
    hasPosition,
    hasSignature,
    note,
    checklist,
    found,
  } = record
  const took = finishedAt.getTime() - startedAt.getTime()
  const answered = checklist?.answers.map(({ item }) => item) ?? []
  const complete =
    checklist !== null &&
    new Set(answered).size === answered.length &&
    answered.every((item) => checklist.items.includes(item)) &&
    (result === 'closed' ? answered.length === 0 : answered.length === checklist.items.length)
  const failed = checklist?.answers.filter((answer) => answer.result === 'fail') ?? []
  const trouble = found.length > 0 || failed.length > 0
  const holds: Readonly<Partial<Record<PatrolGuard, boolean>>> = {
    'ends-before-start': took < 0,
    'in-the-future': finishedAt.getTime() > now.getTime() + CLOCK_TOLERANCE_MS,
    'too-long': took > LONGEST_MS,
    'position-missing': checkIn === 'gps' && !hasPosition,
    'checklist-unknown': checklist === null,
    'checklist-incomplete': checklist !== null && !complete,
    'failure-unexplained': failed.some(
      (answer) => answer.note.trim() === '' && !found.includes(answer.item),
    ),
    'result-differs': (result === 'normal' && trouble) || (result === 'problems' && !trouble),
    'signature-missing': result !== 'closed' && !hasSignature && note.trim() === '',
    'note-missing': result === 'closed' && note.trim() === '',
  }
  return PATROL_GUARD_CODES.filter((guard) => holds[guard] === true)
}
