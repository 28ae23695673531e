import {
  NOTICE_CAUSE_CODES,
  NOTICE_STATUS_CODES,
  RECEIVED_STATUS_CODES,
} from '@onemap/api/domain/neighbour-notice'
import type { LocationQuery } from 'vue-router'

const UUID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const listOf = (item: string): RegExp => new RegExp(`^${item}(,${item})*$`)
const oneOf = (codes: readonly string[]): RegExp => listOf(`(${codes.join('|')})`)
const FLAG = /^(true|false)$/

/** What narrows the list of notices, as in the address so to the server. */
const NOTICE_FACETS = {
  /** Part of the enterprise's or the risk point's name. */
  q: /^.{1,60}$/u,
  status: oneOf(NOTICE_STATUS_CODES),
  cause: oneOf(NOTICE_CAUSE_CODES),
  level: listOf('[1-4]'),
  receipt: /^(waiting|late)$/,
  enterpriseId: new RegExp(`^${UUID}$`),
  riskPointId: new RegExp(`^${UUID}$`),
  officeId: listOf(UUID),
  gridId: listOf(UUID),
} as const satisfies Readonly<Record<string, RegExp>>

/** What narrows the list of received copies. */
const RECEIVED_FACETS = {
  status: oneOf(RECEIVED_STATUS_CODES),
  signed: FLAG,
  late: FLAG,
  enterpriseId: new RegExp(`^${UUID}$`),
  senderId: new RegExp(`^${UUID}$`),
  officeId: listOf(UUID),
  gridId: listOf(UUID),
} as const satisfies Readonly<Record<string, RegExp>>

export type NoticeFilters = { readonly [Facet in keyof typeof NOTICE_FACETS]?: string }
export type ReceivedFilters = { readonly [Facet in keyof typeof RECEIVED_FACETS]?: string }

function read(
  query: LocationQuery,
  facets: Readonly<Record<string, RegExp>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(facets).flatMap(([facet, pattern]) => {
      const value = query[facet]
      const text = typeof value === 'string' ? value.trim() : ''
      return pattern.test(text) ? [[facet, text]] : []
    }),
  )
}

/** Reads the filters of the notices from an address; what is not known is dropped. */
export const readNoticeFilters = (query: LocationQuery): NoticeFilters => read(query, NOTICE_FACETS)

/** The same for received copies. */
export const readReceivedFilters = (query: LocationQuery): ReceivedFilters =>
  read(query, RECEIVED_FACETS)
