import type { Appointment } from './queries.ts'

/** Where an appointment is to: the office, the grid or the enterprise by name; empty for the whole district. */
export function placeOf({
  office,
  grid,
  enterprise,
}: Pick<Appointment, 'office' | 'grid' | 'enterprise'>): string {
  return office?.name ?? grid?.name ?? enterprise?.name ?? ''
}
