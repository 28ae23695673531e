import type { Label } from '../domain/dictionary.ts'
import { DomainError } from '../domain/errors.ts'
import { PATROL_GUARDS, type PatrolGuard } from '../domain/patrol-visit.ts'

/** The sender's id stands for another visit already. */
export class PatrolIdTakenError extends DomainError {
  override readonly name = 'PatrolIdTakenError'

  constructor() {
    const text = {
      zh: '同一编号的巡查记录已存在，且内容不同；您填写的内容没有丢失',
      en: 'Another visit is on record under this id; what you typed is kept',
    }
    super('patrol-id-taken', 409, text, [{ field: 'id', text }])
  }
}

const FIELDS: Readonly<Record<PatrolGuard, string>> = {
  'ends-before-start': 'finishedAt',
  'in-the-future': 'finishedAt',
  'too-long': 'finishedAt',
  'position-missing': 'location',
  'code-wrong': 'code',
  'checklist-unknown': 'templateVersion',
  'checklist-incomplete': 'answers',
  'failure-unexplained': 'answers',
  'result-differs': 'result',
  'signature-missing': 'signature',
  'note-missing': 'note',
}

/** A record of a visit lacks something, or contradicts itself; `errors` name the fields. */
export class PatrolGuardError extends DomainError {
  override readonly name = 'PatrolGuardError'

  constructor(guards: readonly PatrolGuard[]) {
    super(
      'patrol-guard',
      422,
      {
        zh: guards.map((guard) => PATROL_GUARDS[guard].zh).join('；'),
        en: guards.map((guard) => PATROL_GUARDS[guard].en).join('; '),
      },
      guards.map((guard) => ({ field: FIELDS[guard], text: PATROL_GUARDS[guard] })),
      { guards },
    )
  }
}

/** A field names what is not there. */
export class PatrolFieldError extends DomainError {
  override readonly name = 'PatrolFieldError'

  constructor(field: string, text: Label) {
    super('patrol-field', 422, text, [{ field, text }])
  }
}
