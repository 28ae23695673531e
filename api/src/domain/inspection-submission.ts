import type { Label } from './dictionary.ts'
import { DomainError, type FieldProblem } from './errors.ts'
import type { FindingResult } from './inspection-kind.ts'

/** An item of a checklist as far as submitting goes. */
interface CheckedItem {
  readonly id: string
  /** Null: nobody has looked yet. */
  readonly result: FindingResult | null
  /** Whether the hazard of a failed item stands in the register. */
  readonly hazardReported: boolean
}

/** A checklist cannot be submitted as it stands; `fields` names the items by `items.<id>`. */
export class IncompleteInspectionError extends DomainError {
  override readonly name = 'IncompleteInspectionError'

  constructor(fields: readonly FieldProblem[]) {
    super(
      'inspection-incomplete',
      422,
      {
        zh: `还有 ${fields.length} 项没有完成，不能提交`,
        en: `${fields.length} items are not finished yet`,
      },
      fields,
    )
  }
}

const UNANSWERED: Label = { zh: '尚未排查', en: 'Not checked yet' }
const UNREPORTED: Label = { zh: '不合格项尚未上报隐患', en: 'Not OK, but no hazard was reported' }

/**
 * What stands in the way of submitting: items nobody looked at, and failed ones without a hazard: what was
 * found must go into the closed loop (安全生产法 art. 41: 隐患排查治理情况应当如实记录).
 */
export function submissionProblems(items: readonly CheckedItem[]): FieldProblem[] {
  return items.flatMap(({ id, result, hazardReported }): FieldProblem[] => {
    if (result === null) return [{ field: `items.${id}`, text: UNANSWERED }]
    return result === 'fail' && !hazardReported ? [{ field: `items.${id}`, text: UNREPORTED }] : []
  })
}
