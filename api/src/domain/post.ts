import { POSITIONS, type Position } from './position.ts'
import { ROLES, type Role } from './role.ts'

/** An appointment, as far as it says what somebody is called. */
export interface Held {
  /** 职务 as the letter of appointment names it. */
  readonly title: string | null
  readonly position: Position | null
  /** The office or the grid; null for the district and for an enterprise, which names itself beside the act. */
  readonly placeName: string | null
}

/**
 * The post in which somebody acts, as the record of acts keeps it: the place, then the title of the appointment or,
 * where it has none, the position. Like names it is a text of the record and not translated.
 */
export function postOf(role: Role, { title, position, placeName }: Held): string {
  const called = title ?? (position === null ? ROLES[role].zh : POSITIONS[position].zh)
  return `${placeName ?? ''}${called}`
}
