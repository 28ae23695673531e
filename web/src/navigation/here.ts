import { GROUP_IDS, GROUPS, type GroupId } from './groups.ts'
import type { Place } from './places.ts'

/** Whether an address is a place's own or lies below it. Only the map stands at the root itself. */
const isBelow = (path: string, root: string): boolean =>
  path === root || (root !== '/' && path.startsWith(`${root}/`))

/** Where in the menu an address is: the place with the longest path above it, and its group. */
export function hereOf(
  path: string,
  places: readonly Place[],
  pathOf: (place: Place) => string,
): { readonly place: Place | null; readonly group: GroupId | null } {
  const [place] = places
    .filter((one) => isBelow(path, pathOf(one)))
    .toSorted((one, other) => pathOf(other).length - pathOf(one).length)
  return place === undefined
    ? {
        place: null,
        group: GROUP_IDS.find((id) => GROUPS[id].paths.some((root) => isBelow(path, root))) ?? null,
      }
    : { place, group: place.group }
}
