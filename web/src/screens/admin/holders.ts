import type { Position } from '@onemap/api/domain/position'
import type { Person } from './queries.ts'

/** Somebody who holds a post today. */
export interface Holder {
  readonly person: Pick<Person, 'id' | 'name'>
  readonly position: Position | null
}

/** Who holds a post in which office today, by its id; the first in rank first. */
export function holdersByOffice(
  people: readonly Pick<Person, 'id' | 'name' | 'appointments'>[],
): ReadonlyMap<string, readonly Holder[]> {
  const holders = new Map<string, Holder[]>()
  for (const person of people) {
    for (const appointment of person.appointments) {
      const id = appointment.office?.id
      if (id === undefined || appointment.state !== 'current') continue
      holders.set(id, [...(holders.get(id) ?? []), { person, position: appointment.position }])
    }
  }
  for (const own of holders.values())
    own.sort((a, b) => RANK.indexOf(a.position) - RANK.indexOf(b.position))
  return holders
}

const RANK: readonly (Position | null)[] = ['head', 'officer', null]
