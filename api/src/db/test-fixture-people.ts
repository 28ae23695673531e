import type { Position } from '../domain/position.ts'
import type { Tx } from './database.ts'
import { appointments } from './schema/appointments.ts'
import { users } from './schema/identity.ts'
import { GRID, idOf, TODAY } from './test-fixture-places.ts'

interface GridPerson {
  readonly name: string
  readonly gridId: string
  readonly position: Position
  readonly validFrom: string
  readonly validTo?: string
}

const GRID_PEOPLE: readonly GridPerson[] = [
  { name: '张三', gridId: GRID.west, position: 'chief', validFrom: '2026-01-01' },
  {
    name: '前任',
    gridId: GRID.west,
    position: 'chief',
    validFrom: '2020-01-01',
    validTo: '2025-12-31',
  },
  { name: '李四', gridId: GRID.north, position: 'deputy', validFrom: '2026-01-01' },
  { name: '今日上任', gridId: GRID.plant, position: 'chief', validFrom: TODAY },
]

/** Plants the people of the grids; none of them can sign in. */
export async function plantGridPeople(tx: Tx): Promise<void> {
  const numbered = GRID_PEOPLE.map((person, index) => ({ ...person, number: index + 1 }))
  await tx.insert(users).values(
    numbered.map(({ name, number }) => ({
      id: idOf('0', number),
      name,
      email: `grid${number}@users.invalid`,
      role: 'grid' as const,
    })),
  )
  await tx.insert(appointments).values(
    numbered.map(({ number, gridId, position, validFrom, validTo }) => ({
      id: idOf('1', number),
      userId: idOf('0', number),
      role: 'grid' as const,
      gridId,
      position,
      validFrom,
      validTo: validTo ?? null,
    })),
  )
}
