import type { Context } from 'hono'
import { noticePartsOf } from '../domain/neighbour-notice.ts'
import { neighbourProfileOn } from '../domain/neighbour-profile.ts'
import { todayInChina } from '../domain/overdue.ts'
import { actorOf } from '../http/actor.ts'
import { readerOf, type AppEnv } from '../http/scope.ts'
import type { LateRule } from './filters.ts'
import { requirePart, type Acting } from './writes.ts'

/** By which day and patience receipts count as late. */
export function lateRuleAt(at: Date): LateRule {
  const today = todayInChina(at)
  return { today, remindAfterDays: neighbourProfileOn(today).remindAfterDays }
}

/** Who sends a request, as far as the notices of an enterprise go. @throws NotFoundError, NoticePartError */
export function actingFor(c: Context<AppEnv>, enterpriseId: string, at: Date): Acting {
  const { role, scope, position } = readerOf(c)
  const part = requirePart(noticePartsOf(role, position ?? null), scope.enterpriseId, enterpriseId)
  return {
    actor: actorOf(c),
    part,
    profile: neighbourProfileOn(todayInChina(at)),
    rule: lateRuleAt(at),
    at,
  }
}
