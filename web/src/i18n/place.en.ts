import type { Messages } from './messages.ts'
import type { placeZhCN } from './place.zh-CN.ts'

/** Sentences of the small map and of typed coordinates, in English. */
export const placeEn = {
  place: {
    tap: 'Tap the map to place it. Keyboard: arrows move, Enter places in the centre',
    drag: 'Drag the mark or tap again to adjust',
    corners: 'Tap along the boundary: {count} corners so far (at least 3)',
    area: 'Tap to add corners, drag a corner to adjust',
    crossing: 'The edges cross: drag a corner or undo one',
    undo: 'Undo one corner',
    clear: 'Clear the area',
    none: 'Not placed yet',
    noMap: 'This device cannot draw the map. Please type the coordinates.',
    noBase: 'The base map did not arrive. Coordinates can still be typed.',
    schematic: 'Boundaries are schematic',
    wheel: 'Hold Ctrl and scroll to zoom the map',
    fingers: 'Use two fingers to move the map',
  },
} as const satisfies Messages<typeof placeZhCN>
