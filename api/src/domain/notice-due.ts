import type { NoticeCause } from './neighbour-notice.ts'
import type { RiskLevel } from './risk-level.ts'

/** The notice of a point that is in force. */
export interface NoticeInForce {
  readonly level: RiskLevel
  /** Day by which everybody is told again, `YYYY-MM-DD`. */
  readonly renewOn: string
  readonly recipients: readonly string[]
}

/** How a point stands: whom it concerns now, and what was told. */
export interface PointStanding {
  readonly level: RiskLevel
  /** Ids of all whom it concerns now, by the radius or by hand. */
  readonly concerned: readonly string[]
  readonly inForce: NoticeInForce | null
}

/** What has to be told, and to whom. */
export interface NoticeDue {
  readonly cause: NoticeCause
  /** Ids of those who get it; others who are concerned keep what they have. */
  readonly affected: readonly string[]
}

/**
 * Whether neighbours have to be told of a point, and why. Who no longer is concerned gets no letter, and a level that
 * has fallen is no news that anybody must be warned of.
 * @param today `YYYY-MM-DD` in China
 */
export function noticeDue(
  { level, concerned, inForce }: PointStanding,
  today: string,
): NoticeDue | null {
  if (concerned.length === 0) return null
  if (inForce === null) return { cause: 'created', affected: concerned }
  if (level < inForce.level) return { cause: 'level-raised', affected: concerned }
  if (inForce.renewOn <= today) return { cause: 'yearly', affected: concerned }
  const told = new Set(inForce.recipients)
  const untold = concerned.filter((id) => !told.has(id))
  return untold.length === 0 ? null : { cause: 'recipients-changed', affected: untold }
}
