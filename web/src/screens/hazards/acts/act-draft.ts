/** What is typed into the form of an act; empty texts say nothing. A type, not an interface: drafts are records of texts. */
export type ActDraft = {
  mergedInto: string
  /** `yes` once somebody has looked at what is similar. */
  duplicatesChecked: string
  grade: string
  criteria: string
  responsibleId: string
  responsibleName: string
  /** `YYYY-MM-DD` */
  deadline: string
  responsibility: string
  measures: string
  funds: string
  timeLimit: string
  contingency: string
  /** Yuan, as typed. */
  cost: string
  level: string
  authority: string
  department: string
  documentNo: string
  reason: string
  opinion: string
  /** Made once for the act, so that sending it twice acts once. */
  clientId: string
  /** Last step the sender has seen. */
  afterSeq: string
}

export const EMPTY_ACT: ActDraft = {
  mergedInto: '',
  duplicatesChecked: '',
  grade: '',
  criteria: '',
  responsibleId: '',
  responsibleName: '',
  deadline: '',
  responsibility: '',
  measures: '',
  funds: '',
  timeLimit: '',
  contingency: '',
  cost: '',
  level: '',
  authority: '',
  department: '',
  documentNo: '',
  reason: '',
  opinion: '',
  clientId: '',
  afterSeq: '',
}

/** Ids of what is attached to an act. */
export interface ActFiles {
  readonly evidence: readonly string[]
  readonly photosBefore: readonly string[]
  readonly photosAfter: readonly string[]
}

export const NO_FILES: ActFiles = { evidence: [], photosBefore: [], photosAfter: [] }
