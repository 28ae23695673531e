import { GIVEN_NAMES, SURNAMES } from './content/names.ts'
import type { Random } from './random.ts'

interface Person {
  readonly name: string
  readonly mobile: string
}

/** The people of one enterprise: who is asked for by the same post is the same person. */
export interface Staff {
  holder(post: string): Person
}

/** A fictional name; commoner surnames come oftener. */
export function personName(random: Random): string {
  const rank = Math.min(random.int(0, SURNAMES.length - 1), random.int(0, SURNAMES.length - 1))
  return `${SURNAMES[rank] ?? SURNAMES[0]}${random.pick(GIVEN_NAMES)}`
}

/**
 * Eleven digits beginning with 10040: no mobile number in China begins with 10, and no operator's service
 * line is 10040 (10000, 10010, 10086 and 10099 are), so that none ever rings.
 */
export function unassignedMobile(random: Random): string {
  return `10040${String(random.int(0, 999_999)).padStart(6, '0')}`
}

/** A landline of Zaozhuang beginning with 000: no exchange gives these out. */
export function unassignedLandline(random: Random): string {
  return `0632-000${String(random.int(0, 9999)).padStart(4, '0')}`
}

/** @param others names that nobody of the enterprise may have, so that a name tells people apart */
export function hireStaff(random: Random, others: Iterable<string>): Staff {
  const people = new Map<string, Person>()
  const taken = new Set(others)
  function newcomer(): Person {
    for (;;) {
      const name = personName(random)
      if (taken.has(name)) continue
      taken.add(name)
      return { name, mobile: unassignedMobile(random) }
    }
  }
  return {
    holder(post) {
      const known = people.get(post)
      if (known) return known
      const person = newcomer()
      people.set(post, person)
      return person
    },
  }
}
