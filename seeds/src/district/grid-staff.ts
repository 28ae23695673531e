import type { Position } from '@onemap/api/domain/position'
import { createRandom } from './random.ts'
import { personName, unassignedMobile } from './staff.ts'

interface GridMemberRow {
  readonly userId: string
  readonly appointmentId: string
  readonly gridId: string
  readonly name: string
  readonly mobile: string
  readonly position: Extract<Position, 'chief' | 'deputy' | 'member'>
  readonly validFrom: string
}

/** 网格长和网格员 by grid id, the chief first. */
export type GridStaff = ReadonlyMap<string, readonly GridMemberRow[]>

/** One chief, one deputy and two to four members for every grid, the same for one seed and year. */
export function appointGridStaff(
  seed: string,
  asOf: string,
  grids: readonly { readonly id: string; readonly code: string }[],
): GridStaff {
  const validFrom = `${Number(asOf.slice(0, 4)) - 1}-01-01`
  return new Map(
    grids.map((grid) => {
      const random = createRandom(`${seed} grid ${grid.code}`)
      const persons = createRandom(`${seed} grid ${grid.code} people`)
      const positions = [
        'chief',
        'deputy',
        ...Array.from({ length: random.int(2, 4) }, () => 'member' as const),
      ] as const
      return [
        grid.id,
        positions.map((position) => ({
          appointmentId: random.uuid(),
          name: personName(random),
          userId: persons.uuid(),
          mobile: unassignedMobile(persons),
          gridId: grid.id,
          position,
          validFrom,
        })),
      ]
    }),
  )
}
