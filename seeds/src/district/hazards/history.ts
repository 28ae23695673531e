import { dayAfter } from '@onemap/api/domain/calendar'
import type { HazardActor, HazardEvent, HazardEventContext } from '@onemap/api/domain/hazard-event'
import { applyEvent } from '@onemap/api/domain/hazard-lifecycle'
import type { HazardState } from '@onemap/api/domain/hazard-state'
import type { HazardOrigin } from '@onemap/api/domain/hazard'
import { daysBetween, isOverdue, todayInChina } from '@onemap/api/domain/overdue'
import { afterWork, WORKDAY } from '../calendar.ts'
import type { Random } from '../random.ts'
import type { HazardEventRow, HazardRow } from '../rows.ts'
import type { Cast } from './cast.ts'
import type { Fault } from './faults.ts'
import { planFor } from './major-plan.ts'
import { drawStall } from './stall.ts'
import * as say from './wording.ts'

interface Found {
  readonly id: string
  readonly fault: Fault
  readonly origin: HazardOrigin
  readonly people: Cast
  readonly place: string
  readonly reportedAt: Date
  /** Everything happens before this day. */
  readonly asOf: string
  /** A hazard found before this one at the same enterprise, which it may turn out to be. */
  readonly earlier: { readonly id: string; readonly code: string } | undefined
}

interface Life extends Pick<HazardRow, 'reportedAt' | 'reporterName' | 'mergedInto'> {
  readonly state: HazardState
  readonly events: HazardEventRow[]
}

type Detail = Omit<HazardEventContext, 'at' | 'opinion'>

/** Leads a hazard through the closed loop until it is closed, void, stuck, or the day has come. */
export function liveThrough(random: Random, found: Found): Life {
  const { fault, people, place, asOf } = found
  const age = daysBetween(todayInChina(found.reportedAt), asOf)
  const stall = drawStall(random, age)
  // A year ago everything took longer: the district has learnt.
  const slowness = Math.min(age, 365) / 365
  const pace = 1 + 1.6 * slowness
  const events: HazardEventRow[] = []
  let at = found.reportedAt
  let mergedInto: string | null = null
  let state = act(
    null,
    'report',
    people.reporter,
    { place, description: fault.defect, evidence: [`${found.id.slice(0, 8)}-现场.jpg`] },
    null,
  )

  function act(
    before: HazardState | null,
    type: HazardEvent,
    actor: HazardActor,
    detail: Detail,
    opinion: string | null,
  ): HazardState {
    const outcome = applyEvent(before, type, actor, {
      ...detail,
      at,
      ...(opinion === null ? {} : { opinion }),
    })
    if (!outcome.ok)
      throw new Error(`${type} by ${actor.role} is refused: ${JSON.stringify(outcome)}`)
    events.push({
      hazardId: found.id,
      seq: events.length + 1,
      type,
      fromStatus: before?.status ?? null,
      toStatus: outcome.state.status,
      actorName: actor.id,
      actorRole: actor.role,
      occurredAt: at,
      opinion,
      detail,
    })
    return outcome.state
  }

  /** Takes the next step after so many working days; false when the hazard rests where it is. */
  function next(
    days: number,
    type: HazardEvent,
    actor: HazardActor,
    detail: Detail,
    opinion: string | null,
  ): boolean {
    if (stall === state.status) return false
    const later = afterWork(at, Math.max(5, Math.round(days * WORKDAY)))
    if (todayInChina(later) >= asOf) return false
    at = later
    state = act(state, type, actor, detail, opinion)
    return true
  }

  /** Takes a step beside the main course, which goes on by itself; false when the day has come before. */
  function beside(
    days: number,
    type: HazardEvent,
    actor: HazardActor,
    detail: Detail,
    opinion: string | null = null,
  ): boolean {
    const later = afterWork(at, Math.max(5, Math.round(days * WORKDAY)))
    if (todayInChina(later) >= asOf) return false
    at = later
    state = act(state, type, actor, detail, opinion)
    return true
  }

  const verifier = people.official ? people.gridMember : people.safetyOfficer
  const grader = people.official && random.chance(0.6) ? people.office : people.safetyOfficer

  function run(): void {
    const dismissal = random.next()
    if (fault.majorBy === null && dismissal < 0.022) {
      next(0.3 + random.next(), 'reject', verifier, { reason: random.pick(say.REJECTED) }, null)
      return
    }
    if (fault.majorBy === null && dismissal < 0.034 && found.earlier) {
      const merged = next(
        0.3 + random.next(),
        'merge',
        verifier,
        { reason: random.pick(say.MERGED), mergedInto: found.earlier.code },
        null,
      )
      if (merged) mergedInto = found.earlier.id
      return
    }
    if (
      !next(
        (0.1 + random.next() * 0.9) * pace,
        'register',
        verifier,
        { duplicatesChecked: true },
        random.pick(say.REGISTERED),
      )
    )
      return
    const grade = fault.majorBy === null ? 'general' : 'major'
    const criteria = fault.majorBy ?? random.pick(say.GENERAL_CRITERIA)
    if (
      !next(
        (0.1 + random.next()) * pace,
        'grade',
        grader,
        { grade, criteria },
        grade === 'major' ? say.MAJOR : random.pick(say.GENERAL),
      )
    )
      return
    if (grade === 'general' && (fault.onTheSpot || random.chance(0.12))) {
      const photos = { photosBefore: ['整改前.jpg'], photosAfter: ['整改后.jpg'] }
      if (
        !next(
          0.05 + random.next() * 0.5,
          'fix-on-the-spot',
          people.rectifier,
          photos,
          `${random.pick(say.FIXED)}：${fault.remedy}`,
        )
      )
        return
    } else if (!rectifyByNotice(grade === 'major')) return
    review()
  }

  function rectifyByNotice(major: boolean): boolean {
    const allowed = major ? random.int(20, 45) : random.pick([3, 5, 7, 7, 10, 15])
    const deadline = dayAfter(todayInChina(afterWork(at, WORKDAY)), allowed)
    const issuer = people.official ? people.office : people.safetyOfficer
    if (
      !next(
        (0.1 + random.next() * 0.8) * pace,
        'notify',
        issuer,
        { responsible: people.rectifier.id, deadline },
        fault.remedy,
      )
    )
      return false
    if (major) superviseClosely()
    const plan = major ? { plan: planFor(random, fault, people.rectifier.id, deadline) } : {}
    const signer = major ? people.principal : people.rectifier
    if (
      !next(0.1 + random.next() * (major ? 4 : 1.2), 'sign', signer, plan, random.pick(say.SIGNED))
    )
      return false
    if (random.chance(0.035)) extendInTime()
    const late = random.chance(0.09 + 0.15 * slowness)
    return submit(
      allowed * (late ? 1.05 + random.next() * (0.6 + 4 * slowness) : 0.25 + random.next() * 0.65),
      major,
    )
  }

  /** 挂牌督办 of a major hazard, and work that is stopped until it is accepted. */
  function superviseClosely(): void {
    if (random.chance(people.official ? 0.6 : 0.35)) {
      const year = todayInChina(at).slice(0, 4)
      beside(0.1 + random.next() * 0.4, 'list-supervision', people.bureauLeader, {
        level: random.weighted([
          ['county', 8],
          ['city', 2],
          ['province', 0.5],
        ] as const),
        authority: '台儿庄区安全生产委员会',
        department: '区经济和信息化局',
        documentNo: `台安委督〔${year}〕${random.int(1, 60)}号`,
        deadline: state.deadline ?? asOf,
      })
    }
    if (random.chance(0.5))
      beside(0.1 + random.next() * 0.3, 'stop-work', people.office, {
        reason: random.pick(say.STOPPED),
      })
  }

  /** A later deadline, asked for and granted before the work goes on. */
  function extendInTime(): void {
    const deadline = dayAfter(state.deadline ?? asOf, random.int(3, 10))
    const asked = beside(0.1 + random.next() * 0.3, 'request-extension', people.rectifier, {
      reason: random.pick(say.EXTENSION_ASKED),
      deadline,
    })
    if (asked)
      beside(
        0.1 + random.next() * 0.4,
        'approve-extension',
        people.office,
        { deadline },
        random.pick(say.EXTENSION_GRANTED),
      )
  }

  /** Who is late asks for more time, and may have had the answer. */
  function askLate(): void {
    if (state.status !== 'rectifying' || !isOverdue(state, asOf) || state.extension !== 'none')
      return
    const fate = random.weighted([
      ['none', 6],
      ['pending', 3],
      ['rejected', 2],
    ] as const)
    if (fate === 'none') return
    const deadline = dayAfter(asOf, random.int(5, 15))
    const asked = beside(0.2 + random.next(), 'request-extension', people.rectifier, {
      reason: random.pick(say.EXTENSION_ASKED),
      deadline,
    })
    if (asked && fate === 'rejected')
      beside(0.2 + random.next(), 'reject-extension', people.office, {
        reason: random.pick(say.EXTENSION_REFUSED),
      })
  }

  /** Takes back, once a major hazard is accepted, what was ordered on its account. */
  function liftOrders(): void {
    if (state.workStopBy !== null)
      beside(0.1 + random.next() * 0.5, 'resume-work', people.office, { reason: say.RESUMED })
    if (state.supervision === 'listed') {
      const year = todayInChina(at).slice(0, 4)
      beside(0.2 + random.next(), 'delist-supervision', people.bureauLeader, {
        documentNo: `台安委销〔${year}〕${random.int(1, 60)}号`,
        reason: say.DELISTED,
      })
    }
  }

  function submit(days: number, major: boolean): boolean {
    const cost = major
      ? random.int(30, 860) * 1000
      : random.pick([0, 0, 0, 200, 350, 600, 800, 1200, 2600, 4800, 9500])
    return next(
      days,
      'submit',
      people.rectifier,
      { evidence: ['整改后.jpg', '整改验收单.pdf'], cost },
      `${random.pick(say.FIXED)}：${fault.remedy}`,
    )
  }

  function review(): void {
    const reviewer = people.official
      ? random.pick([people.gridMember, people.office])
      : people.safetyOfficer
    const major = state.grade === 'major'
    while (random.chance(state.treatment === 'on-the-spot' ? 0.03 : 0.13)) {
      const deadline = dayAfter(todayInChina(afterWork(at, 2 * WORKDAY)), random.int(3, 7))
      if (
        !next(
          (0.3 + random.next() * 1.5) * pace,
          'fail',
          reviewer,
          { deadline },
          random.pick(say.FAILED),
        )
      )
        return
      if (!submit(1 + random.next() * 4, major)) return
    }
    if (!next((0.3 + random.next() * 2) * pace, 'pass', reviewer, {}, random.pick(say.PASSED)))
      return
    liftOrders()
    if (state.supervision === 'listed') return
    const closer = major
      ? people.bureauLeader
      : people.official
        ? people.office
        : people.safetyOfficer
    if (
      !next(
        0.2 + random.next() * (major ? 6 : 2),
        'close',
        closer,
        {},
        random.pick(major ? say.CLOSED_MAJOR : say.CLOSED),
      )
    )
      return
    if (random.chance(0.012)) reopen()
  }

  function reopen(): void {
    const deadline = dayAfter(todayInChina(afterWork(at, 40 * WORKDAY)), 7)
    const reason = { reason: random.pick(say.REOPENED), deadline }
    if (!next(10 + random.next() * 25, 'reopen', people.gridMember, reason, null)) return
    if (submit(2 + random.next() * 3, state.grade === 'major')) review()
  }

  run()
  askLate()
  return {
    state,
    events,
    mergedInto,
    reportedAt: found.reportedAt,
    reporterName: people.reporter.id,
  }
}
