import { ROLE_CODES } from '@onemap/api/domain/role'
import type { LocationQuery } from 'vue-router'

/** What the list of people is narrowed by, as it stands in the address; what is absent narrows nothing. */
export interface PeopleFilters {
  readonly q?: string
  readonly role?: string
  readonly suspended?: string
}

/** Reads the filters from an address; what is not known is dropped. */
export function readPeopleFilters({ q, role, suspended }: LocationQuery): PeopleFilters {
  return {
    ...(typeof q === 'string' && q.trim() !== '' ? { q: q.trim() } : {}),
    ...(ROLE_CODES.some((code) => code === role) && typeof role === 'string' ? { role } : {}),
    ...(suspended === 'true' || suspended === 'false' ? { suspended } : {}),
  }
}
