import { personName } from './staff.ts'
import { createRandom } from './random.ts'

interface GridMemberRow {
  readonly id: string
  readonly gridId: string
  readonly name: string
  readonly post: 'chief' | 'deputy' | 'member'
  readonly validFrom: string
}

/** 网格长和网格员 by grid id, the chief first. */
export type GridStaff = ReadonlyMap<string, readonly GridMemberRow[]>

/** One chief, one deputy and two to four members for every grid, the same for one seed and year. */
export function appointGridStaff(seed: string, asOf: string, grids: readonly { readonly id: string; readonly code: string }[]): GridStaff {
  const validFrom = `${Number(asOf.slice(0, 4)) - 1}-01-01`
  return new Map(grids.map((grid) => {
    const random = createRandom(`${seed} grid ${grid.code}`)
    const posts = ['chief', 'deputy', ...Array.from({ length: random.int(2, 4) }, () => 'member' as const)] as const
    return [grid.id, posts.map((post) => ({ id: random.uuid(), gridId: grid.id, name: personName(random), post, validFrom }))]
  }))
}
