import { nearDistance } from '@onemap/api/domain/near-distance'
import { patrolProfileOn } from '@onemap/api/domain/patrol-profile'
import { currentPatrolTemplates } from '@onemap/api/domain/patrol-templates'
import type { EnterpriseKind } from '@onemap/api/domain/enterprise-kind'
import type { PatrolTemplate } from '@onemap/api/domain/patrol-template'
import {
  patrolFlags,
  type PatrolAnswer,
  type PatrolCheckIn,
  type PatrolFlag,
  type PatrolHazardPart,
  type PatrolResult,
} from '@onemap/api/domain/patrol-visit'
import type { Position } from '@onemap/geodata/geojson'
import { instant } from '../calendar.ts'
import { moved } from '../place/metres.ts'
import type { Random } from '../random.ts'
import type { PatrolledObject } from './objects.ts'

export interface VisitRow {
  readonly id: string
  readonly user: { readonly id: string; readonly name: string }
  readonly startedAt: Date
  readonly finishedAt: Date
  readonly receivedAt: Date
  readonly visitedOn: string
  readonly checkIn: PatrolCheckIn
  readonly position: Position | null
  readonly accuracy: number | null
  readonly distance: number | null
  readonly template: PatrolTemplate
  readonly answers: readonly PatrolAnswer[]
  readonly result: PatrolResult
  readonly signature: string | null
  readonly signedBy: string
  readonly note: string
  readonly flags: readonly PatrolFlag[]
  readonly profileVersion: number
  readonly photos: readonly string[]
  readonly hazards: readonly {
    readonly id: string
    readonly part: PatrolHazardPart
    readonly item: string | null
  }[]
}

/** A visit on a day: what was found there and what was seen to be rectified. */
interface Occasion {
  readonly on: string
  readonly overdue: boolean
  readonly found: PatrolledObject['found']
  readonly fixed: readonly string[]
}

const TEMPLATES = new Map<EnterpriseKind, PatrolTemplate>(
  currentPatrolTemplates().map((template) => [template.kind, template]),
)
const MINUTE = 60_000
const after = (at: Date, minutes: number) => new Date(at.getTime() + minutes * MINUTE)

/** What a grid member wrote down; some are hasty, some stand too far away, some have no network. */
export function goThere(
  random: Random,
  object: PatrolledObject,
  { on, overdue, found, fixed }: Occasion,
): VisitRow {
  const template = TEMPLATES.get(object.kind)
  if (template === undefined) throw new Error(`no checklist for ${object.kind}`)
  const closed = found.length === 0 && random.chance(0.015)
  const hasty = found.length === 0 && random.chance(0.03)
  const first = found[0]
  const startedAt =
    first === undefined
      ? instant(on, 8 * 60 + 30 + random.int(0, 480))
      : after(first.at, -random.int(6, 20))
  const finishedAt = after(
    found.at(-1)?.at ?? startedAt,
    hasty ? random.int(1, 2) : random.int(12, 40),
  )
  const checkIn = random.chance(0.3) ? 'qr' : 'gps'
  const [home = [0, 0]] = object.places
  const far = checkIn === 'gps' && found.length === 0 && random.chance(0.02)
  const metres = far ? random.int(700, 1900) : Math.abs(random.normal()) * 35
  const angle = random.next() * 2 * Math.PI
  const position =
    checkIn === 'qr' && random.chance(0.5)
      ? null
      : moved([home[0], home[1]], [Math.cos(angle) * metres, Math.sin(angle) * metres])
  const distance =
    position &&
    Math.round(Math.min(...object.places.map((place) => nearDistance(place, position))) * 10) / 10

  const items = random
    .shuffled(template.items.filter(({ grade }) => grade === 'general'))
    .map(({ key }) => key)
  const failed = new Map(found.map((_, index) => [items[index % items.length] ?? '', '']))
  if (found.length === 0 && !closed && random.chance(0.05))
    failed.set(items[0] ?? '', '当场改正，已教育当班人员')
  const answers = closed
    ? []
    : template.items.map(({ key }): PatrolAnswer => {
        const note = failed.get(key)
        return note === undefined
          ? { item: key, result: random.chance(0.03) ? 'not-applicable' : 'ok', note: '' }
          : { item: key, result: 'fail', note }
      })
  const result = closed ? 'closed' : failed.size > 0 ? 'problems' : 'normal'
  const profile = patrolProfileOn(on)
  const visit: Omit<VisitRow, 'flags'> = {
    id: random.uuid(),
    user: object.staff.find(({ name }) => name === first?.by) ?? random.pick(object.staff),
    startedAt,
    finishedAt,
    receivedAt: after(finishedAt, random.chance(0.12) ? random.int(60, 300) : 1),
    visitedOn: on,
    checkIn,
    position,
    distance,
    template,
    answers,
    result,
    accuracy: position && random.int(4, 35),
    signature: closed ? null : scrawl(random),
    signedBy: closed ? '' : object.safetyOfficer,
    note: closed ? '大门关闭，电话联系确认停产检修' : '',
    profileVersion: profile.version,
    photos: [...new Set(found.flatMap(({ photo }) => photo ?? []))],
    hazards: [
      ...found.map(({ id }, index) => ({
        id,
        part: 'found' as const,
        item: items[index % items.length] ?? null,
      })),
      ...fixed.map((id) => ({ id, part: 'fixed' as const, item: null })),
    ],
  }
  return {
    ...visit,
    flags: patrolFlags(profile, {
      result,
      startedAt,
      finishedAt,
      items: answers.length,
      distance,
      checkIn,
      accuracy: visit.accuracy,
      clockWrong: false,
      overdue,
    }),
  }
}

/** A line as a finger leaves it in a field of 600 by 200. */
function scrawl(random: Random): string {
  const strokes = Array.from(
    { length: random.int(5, 8) },
    (_, index) =>
      `Q${80 + index * 60} ${random.int(20, 180)} ${110 + index * 60} ${random.int(50, 150)}`,
  )
  return `M60 ${random.int(60, 140)} ${strokes.join(' ')}`
}
