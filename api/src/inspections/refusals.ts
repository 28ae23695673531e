import type { Label } from '../domain/dictionary.ts'
import { DomainError, type FieldProblem } from '../domain/errors.ts'

const CONFLICTS = {
  'inspection-changed': {
    zh: '刚才已被他人修改，请核对后再保存；您填写的内容没有丢失',
    en: 'Somebody changed this meanwhile: look at it and save again; what you typed is kept',
  },
  'inspection-submitted': {
    zh: '该任务已提交，不能再修改',
    en: 'This task was submitted and cannot be changed',
  },
  'inspection-closed': {
    zh: '该任务已超过补做期限，记为未开展',
    en: 'The time for doing this task late is over; it counts as missed',
  },
  'inspection-hazard-stands': {
    zh: '该项已上报隐患，结论不能改；如属误报请在隐患中作废',
    en: 'A hazard was reported here, so the result stands; if it was a mistake, void the hazard',
  },
  'inspection-id-taken': { zh: '该编号已被使用', en: 'This id is taken' },
  'inspection-standard-archived': {
    zh: '该排查标准已停用',
    en: 'This standard is no longer in use',
  },
} as const satisfies Record<string, Label>

/** What stands already forbids it; `fields` say what stands. */
export class InspectionConflictError extends DomainError {
  override readonly name = 'InspectionConflictError'

  constructor(conflict: keyof typeof CONFLICTS, standing: readonly FieldProblem[] = []) {
    super(conflict, 409, CONFLICTS[conflict], standing)
  }
}

/** A field names what does not exist, or does not go with the others. */
export class InspectionFieldError extends DomainError {
  override readonly name = 'InspectionFieldError'

  constructor(field: string, text: Label) {
    super('bad-field', 400, text, [{ field, text }])
  }
}
