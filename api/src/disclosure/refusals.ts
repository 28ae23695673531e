import type { Label } from '../domain/dictionary.ts'
import type { BatchRefusal } from '../domain/disclosure-batch.ts'
import { DomainError } from '../domain/errors.ts'

const CONFLICTS = {
  'batch-open': {
    zh: '已有一个批次正在起草或审批，请先完成或作废',
    en: 'Another batch is being prepared: finish or discard it first',
  },
  'batch-changed': {
    zh: '该批次已被他人修改，请查看最新内容后再试；您填写的内容没有丢失',
    en: 'Somebody else has changed this batch: look at it again; what you typed is not lost',
  },
  'batch-settled': { zh: '该批次已不能修改', en: 'This batch can no longer be changed' },
  'nothing-published': {
    zh: '尚未公布过名册，不能更正或撤回',
    en: 'Nothing is published yet, so nothing can be corrected or withdrawn',
  },
  'must-stay-named': {
    zh: '已公布的风险源须以“撤出名册”并说明理由的方式去掉',
    en: 'A published risk source leaves by being removed with a reason',
  },
} as const satisfies Record<string, Label>

/** What stands forbids it. */
export class DisclosureConflictError extends DomainError {
  override readonly name = 'DisclosureConflictError'

  constructor(conflict: keyof typeof CONFLICTS) {
    super(conflict, 409, CONFLICTS[conflict])
  }
}

const REFUSALS = {
  'state-forbids': {
    status: 409,
    zh: '批次当前状态不允许此操作',
    en: 'The batch’s state does not allow this',
  },
  'same-person': {
    status: 403,
    zh: '起草人不能审批自己的批次，须由另一人复核',
    en: 'Who prepared a batch cannot approve it: a second person has to',
  },
  'head-only': { status: 403, zh: '须由科长审批', en: 'Only a head of office may approve' },
  'opinion-missing': {
    status: 422,
    field: 'opinion',
    zh: '退回须说明意见',
    en: 'Returning needs an opinion',
  },
  'outside-reason-missing': {
    status: 422,
    field: 'outsideReason',
    zh: '今天不在每月 11 日至 20 日的公布期内，须说明此时公布的理由',
    en: 'Today is outside the 11th to 20th of the month: say why it is published now',
  },
} as const satisfies Record<BatchRefusal, Label & { status: number; field?: string }>

/** The rules of approval refuse it. */
export class BatchRefusedError extends DomainError {
  override readonly name = 'BatchRefusedError'

  constructor(refusal: BatchRefusal) {
    const { status, zh, en, field }: Label & { status: number; field?: string } = REFUSALS[refusal]
    super(
      `batch-${refusal}`,
      status,
      { zh, en },
      field === undefined ? [] : [{ field, text: { zh, en } }],
    )
  }
}

const PROBLEMS = {
  'not-assessed': { zh: '尚未评定风险等级', en: 'has no risk level yet' },
  'no-activity': { zh: '没有经营活动说明', en: 'has no plain description of its activity' },
  'no-office-phone': { zh: '主管科室没有电话', en: 'has an office without a phone' },
  'reason-missing': {
    zh: '须说明更正或撤出的理由',
    en: 'needs a reason for the correction or removal',
  },
} as const satisfies Record<string, Label>

export type BatchProblemCode = keyof typeof PROBLEMS

/** The batch cannot be submitted as it is; nothing has changed. */
export class BatchIncompleteError extends DomainError {
  override readonly name = 'BatchIncompleteError'

  constructor(
    problems: readonly {
      readonly enterpriseId: string
      readonly name: string
      readonly problem: BatchProblemCode
    }[],
  ) {
    super(
      'batch-incomplete',
      422,
      {
        zh: `有 ${problems.length} 处须先补正`,
        en: `${problems.length} things have to be set right first`,
      },
      problems.map(({ enterpriseId, name, problem }) => ({
        field: `items.${enterpriseId}`,
        text: { zh: `${name}：${PROBLEMS[problem].zh}`, en: `${name}: ${PROBLEMS[problem].en}` },
      })),
    )
  }
}
