import type { Hazard, HazardStep } from '../queries.ts'

/** Photographs of what was found and of what was last done about it. */
export function comparedPhotos({ events }: Pick<Hazard, 'events'>): {
  before: HazardStep['evidence']
  after: HazardStep['evidence']
} {
  const photos = (
    one: HazardStep | undefined,
    ...parts: readonly string[]
  ): HazardStep['evidence'] =>
    (one?.evidence ?? []).filter(({ kind, part }) => kind === 'photo' && parts.includes(part))
  const report = events.find(({ type }) => type === 'report')
  const done = events.findLast(({ type }) => type === 'submit' || type === 'fix-on-the-spot')
  const own = photos(done, 'before')
  const after = photos(done, 'after')
  return {
    before: own.length > 0 ? own : photos(report, 'evidence', 'before'),
    after: after.length > 0 ? after : photos(done, 'evidence'),
  }
}
