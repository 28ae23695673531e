import type { Position } from '@onemap/api/domain/position'
import type { Person } from './queries.ts'

/** Somebody who holds a post today. */
export interface Holder {
  readonly person: Pick<Person, 'id' | 'name'>
  readonly position: Position | null
}

/** Who holds a post where today, by the id of the office or grid; the first in rank first. */
export function holdersBy(place: 'office' | 'grid', people: readonly Pick<Person, 'id' | 'name' | 'appointments'>[]): ReadonlyMap<string, readonly Holder[]> {
  const holders = new Map<string, Holder[]>()
  for (const person of people) {
    for (const appointment of person.appointments) {
      const id = appointment[place]?.id
      if (id === undefined || appointment.state !== 'current') continue
      holders.set(id, [...(holders.get(id) ?? []), { person, position: appointment.position }])
    }
  }
  for (const own of holders.values()) own.sort((a, b) => RANK.indexOf(a.position) - RANK.indexOf(b.position))
  return holders
}

const RANK: readonly (Position | null)[] = ['chief', 'head', 'deputy', 'member', 'officer', null]
