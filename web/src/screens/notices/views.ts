import type { NoticeFilters, ReceivedFilters } from './address.ts'

/** The everyday questions about notices, each a tap away. */
export const NOTICE_VIEWS = [
  { name: 'all', filters: {} },
  { name: 'drafts', filters: { status: 'draft' } },
  { name: 'issued', filters: { status: 'issued' } },
  { name: 'unsigned', filters: { receipt: 'waiting' } },
  { name: 'late', filters: { receipt: 'late' } },
  { name: 'ended', filters: { status: 'superseded,withdrawn' } },
] as const satisfies readonly { readonly name: string; readonly filters: NoticeFilters }[]

/** The same about receipts. */
export const RECEIVED_VIEWS = [
  { name: 'waiting', filters: { status: 'current', signed: 'false' } },
  { name: 'late', filters: { status: 'current', late: 'true' } },
  { name: 'signed', filters: { signed: 'true' } },
  { name: 'all', filters: {} },
] as const satisfies readonly { readonly name: string; readonly filters: ReceivedFilters }[]

/** What a view decides; everything else of the filters stays when another is chosen. */
const VIEW_FACETS = ['status', 'receipt', 'signed', 'late'] as const

/** Whether filters are those of a view, whatever else narrows the list. */
export function isView(
  filters: NoticeFilters & ReceivedFilters,
  view: NoticeFilters & ReceivedFilters,
): boolean {
  return VIEW_FACETS.every((facet) => filters[facet] === view[facet])
}
