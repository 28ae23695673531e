import type { PatrolProfile } from '@onemap/api/domain/patrol-profile'
import {
  patrolFlags,
  patrolProblems,
  type PatrolFlag,
  type PatrolGuard,
  type PatrolResult,
} from '@onemap/api/domain/patrol-visit'
import {
  endOf,
  type CheckIn,
  type FoundHazard,
  type VisitDraft,
} from '../../../offline/visit-draft.ts'
import { metresBetween } from '../../hazards/report/nearby.ts'
import type { Stop } from '../mine/standing.ts'
import type { PatrolTemplate } from '../queries.ts'

/** Metres from an object or the nearest of its risk points; null where no position is known. */
export function distanceTo(
  { location, riskPoints }: Pick<Stop, 'location' | 'riskPoints'>,
  position: CheckIn['position'],
): number | null {
  if (position === null) return null
  const [lon, lat] = position.at
  return Math.min(
    ...[location, ...riskPoints.map((point) => point.location)].map((place) =>
      metresBetween({ type: 'Point', coordinates: [lon, lat] }, place),
    ),
  )
}

/** Hazards that go with a visit: not those of an item that is in order after all. */
export function hazardsOf({
  hazards,
  answers,
}: Pick<VisitDraft, 'hazards' | 'answers'>): readonly FoundHazard[] {
  const failed = new Set(answers.filter(({ result }) => result === 'fail').map(({ item }) => item))
  return hazards.filter(({ item }) => item === null || failed.has(item))
}

/** Hazards of a visit that have gone their own way; at an item that is in order after all they are just found. */
export function reportedOf({
  reported = [],
  answers,
}: Pick<VisitDraft, 'reported' | 'answers'>): NonNullable<VisitDraft['reported']> {
  const failed = new Set(answers.filter(({ result }) => result === 'fail').map(({ item }) => item))
  return reported.map(({ id, item }) => ({
    id,
    item: item !== null && failed.has(item) ? item : null,
  }))
}

/** 未发现问题、发现问题 or 停产歇业: what a visit comes to. */
export function resultOf(draft: VisitDraft): PatrolResult {
  if (draft.result !== null) return draft.result
  return hazardsOf(draft).length > 0 ||
    reportedOf(draft).length > 0 ||
    draft.answers.some(({ result }) => result === 'fail')
    ? 'problems'
    : 'normal'
}

/** What keeps a visit from being handed in: guards of the record, and what only this form asks. */
export type VisitProblem = PatrolGuard | 'not-checked-in' | 'hazard-incomplete'

/** The same rules the server has; and no hazard without a word and a photograph. */
export function problemsOf(
  draft: VisitDraft,
  template: PatrolTemplate | undefined,
  now: Date,
): VisitProblem[] {
  const { checkIn, note, signature } = draft
  if (checkIn === null) return ['not-checked-in']
  const hazards = hazardsOf(draft)
  const result = resultOf(draft)
  const incomplete = hazards.some(
    ({ description, photos }) => description.trim() === '' || photos.length === 0,
  )
  return [
    ...patrolProblems(
      {
        startedAt: checkIn.at,
        finishedAt: endOf(draft, now),
        result,
        checkIn: checkIn.by,
        note,
        hasPosition: checkIn.position !== null,
        hasSignature: signature !== '',
        checklist:
          template === undefined
            ? null
            : {
                items: template.items.map(({ key }) => key),
                answers: result === 'closed' ? [] : draft.answers,
              },
        found: [...hazards, ...reportedOf(draft)].map(({ item }) => item),
      },
      now,
    ),
    ...(incomplete ? ['hazard-incomplete' as const] : []),
  ]
}

type FlagProfile = Pick<PatrolProfile, 'geofence' | 'leastSeconds'>

/** What will make somebody look at the visit twice, told before it is sent. */
export function flagsOf(
  draft: VisitDraft,
  stop: Stop,
  profile: FlagProfile,
  now: Date,
): PatrolFlag[] {
  if (draft.checkIn === null) return []
  return patrolFlags(profile, {
    result: resultOf(draft),
    startedAt: draft.checkIn.at,
    finishedAt: endOf(draft, now),
    items: draft.answers.length,
    distance: distanceTo(stop, draft.checkIn.position),
    checkIn: draft.checkIn.by,
    accuracy: draft.checkIn.position?.accuracy ?? null,
    clockWrong: false,
    overdue: stop.state === 'overdue',
  })
}

/** The first second at which a visit is no longer too fast. */
export function slowEnoughAt({ at }: CheckIn, { leastSeconds }: FlagProfile, items: number): Date {
  return new Date(
    at.getTime() + Math.max(leastSeconds.altogether, leastSeconds.anItem * items) * 1000,
  )
}
