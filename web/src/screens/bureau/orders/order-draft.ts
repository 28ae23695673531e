/** What is typed into the form of a new order. A type, not an interface: drafts are records of texts. */
export type OrderDraft = {
  /** Made once for the order, so that sending it twice issues one. */
  id: string
  enterpriseId: string
  documentNo: string
  title: string
  requirement: string
  /** `YYYY-MM-DD` */
  deadline: string
}

export const EMPTY_ORDER: OrderDraft = {
  id: '',
  enterpriseId: '',
  documentNo: '',
  title: '',
  requirement: '',
  deadline: '',
}

/** Fields that are still missing, or no longer possible. */
export function missingOf(draft: OrderDraft, today: string): (keyof OrderDraft)[] {
  const required = ['enterpriseId', 'title', 'requirement'] as const
  return [
    ...required.filter((field) => draft[field].trim() === ''),
    ...(draft.deadline < today ? ['deadline' as const] : []),
  ]
}
