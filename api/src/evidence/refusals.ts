import { DomainError } from '../domain/errors.ts'

/** An id stands for one file, once and for all. */
export class EvidenceIdTakenError extends DomainError {
  override readonly name = 'EvidenceIdTakenError'

  constructor() {
    super('evidence-id-taken', 409, {
      zh: '这个编号已属于另一份材料',
      en: 'This id already belongs to other evidence',
    })
  }
}
