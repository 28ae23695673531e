import type { EnterpriseKind } from '@onemap/api/domain/enterprise-kind'
import type { RiskDomain, RiskPointType } from '@onemap/api/domain/risk-point-kind'
import type { ClusterKey } from './clusters.ts'
import type { OfficeCode } from './offices.ts'
import type { FaultText } from './theme.ts'
import type { ThemeKey } from './themes.ts'

/** C of the classic LEC table: how bad it can get. */
export type Consequence = 1 | 3 | 7 | 15 | 40 | 100

/** Clusters with their weights. */
export type Siting = readonly (readonly [ClusterKey, number])[]

/** 危险源: what can go wrong, the kind of danger it is, how bad it can get. */
export type SourceText = readonly [description: string, theme: ThemeKey, consequence: Consequence]

/** 风险点 as it may stand in any plant of a trade. */
export interface PointTemplate {
  readonly name: string
  readonly type: RiskPointType
  readonly domain: RiskDomain
  /** Department; `*` stands for any production department of the enterprise. */
  readonly unit: string
  readonly team: string
  readonly post: string
  /** Places inside the department. */
  readonly at: readonly string[]
  readonly sources: readonly SourceText[]
  /** How many of them a plant usually has. @default 1 */
  readonly many?: number
  /** Only in plants of these lines of the trade. @default all lines */
  readonly lines?: readonly string[]
  /** Defects seen at this very thing, besides those of its themes. */
  readonly faults?: readonly FaultText[]
}

/** A line of business inside a trade. */
export interface Line {
  readonly key: string
  /** GB/T 4754-2017 class. */
  readonly code: string
  readonly industry: string
  readonly activity: string
  /** What follows the trade name in the company's name. */
  readonly words: readonly string[]
  readonly weight: number
  /** A place named after where it lies, not a company. */
  readonly place?: true
  /** Ends the company's name. @default '有限公司' */
  readonly suffix?: string
  /** Where plants of this line stand. @default as the trade */
  readonly clusters?: Siting
}

export interface Trade {
  readonly key: string
  readonly kind: EnterpriseKind
  readonly office: OfficeCode
  /** How many of 160 enterprises. */
  readonly share: number
  /** Never more than so many, however large the district. */
  readonly atMost?: number
  /** Relative number of risk points, least and most. */
  readonly size: readonly [number, number]
  readonly employees: readonly [number, number]
  readonly clusters: Siting
  /** Part of its plants that have a 重大危险源. @default 0 */
  readonly majorHazards?: number
  readonly publicDomain?: true
  /** Has only the points listed here, none of those that any plant has. */
  readonly alone?: true
  readonly lines: readonly Line[]
  readonly points: readonly PointTemplate[]
}

/** Shorthand for content files: type and domain; department, team and post; places; dangers. */
export function point(
  name: string,
  [type, domain]: readonly [RiskPointType, RiskDomain],
  [unit, team, post]: readonly [string, string, string],
  at: readonly string[],
  sources: readonly SourceText[],
  more: Pick<PointTemplate, 'many' | 'lines' | 'faults'> = {},
): PointTemplate {
  return { name, type, domain, unit, team, post, at, sources, ...more }
}
