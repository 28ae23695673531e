import type { HazardEvent } from './hazard-event.ts'
import type { HazardRole } from './hazard-roles.ts'
import type { HazardGrade } from './hazard.ts'

/** Acts on a hazard whose authority is a rule of its own. */
export const RULED_ACTS = [
  'list-supervision',
  'delist-supervision',
  'close',
] as const satisfies readonly HazardEvent[]
export type RuledAct = (typeof RULED_ACTS)[number]

/** In what part somebody approves. */
export const APPROVERS = ['bureau-leader'] as const satisfies readonly HazardRole[]
export type Approver = (typeof APPROVERS)[number]

/** Who takes an act on hazards of a grade, and who has to approve it; without an approver it is done at once. */
export interface ApprovalRule {
  readonly act: RuledAct
  readonly grade: HazardGrade
  readonly proposers: readonly HazardRole[]
  readonly approver: Approver | null
}

/** The rules of a day. Published versions never change: other rules are a new version. */
export interface ApprovalProfile {
  readonly version: number
  readonly rules: readonly ApprovalRule[]
}

/** 批准权限, as the database begins with it: 0018_sign_offs.sql. */
export const FIRST_APPROVAL_PROFILE: ApprovalProfile = {
  version: 1,
  rules: [
    {
      act: 'close',
      grade: 'general',
      proposers: ['safety-officer', 'office', 'office-head'],
      approver: null,
    },
    { act: 'close', grade: 'major', proposers: ['office-head'], approver: 'bureau-leader' },
    {
      act: 'delist-supervision',
      grade: 'major',
      proposers: ['office-head'],
      approver: 'bureau-leader',
    },
    {
      act: 'list-supervision',
      grade: 'major',
      proposers: ['office-head'],
      approver: 'bureau-leader',
    },
  ],
}

/** The rule about an act on a hazard of a grade; undefined where the closed loop alone decides. */
export function ruleFor(
  { rules }: ApprovalProfile,
  act: HazardEvent,
  grade: HazardGrade | null,
): ApprovalRule | undefined {
  return rules.find((rule) => rule.act === act && rule.grade === grade)
}

/** What somebody in a part does about an act. */
export type Authority = 'acts' | 'proposes' | 'approves' | 'none'

/** @param rule undefined where the closed loop alone decides */
export function authorityOf(rule: ApprovalRule | undefined, part: HazardRole): Authority {
  // Nobody approves what no rule asks them to: a leader acts by approving alone.
  if (rule === undefined) return part === 'bureau-leader' ? 'none' : 'acts'
  if (rule.approver !== null && part === rule.approver) return 'approves'
  if (!rule.proposers.includes(part)) return 'none'
  return rule.approver === null ? 'acts' : 'proposes'
}
