import type { Messages } from './messages.ts'
import type { placeZhCN } from './place.zh-CN.ts'

/** Sentences of the small map and of typed coordinates, in English. */
export const placeEn = {
  place: {
    tap: 'Tap the map to place it',
    tapOrKeys: 'Click the map to place it. Keyboard: arrows move, Enter places in the centre',
    drag: 'Drag the mark or tap again to adjust',
    corners:
      'Tap along the boundary: {count} corner so far (at least 3) | Tap along the boundary: {count} corners so far (at least 3)',
    area: 'Tap to add corners, drag a corner to adjust',
    crossing: 'The edges cross: drag a corner or undo one',
    home: 'Registered place',
    undo: 'Undo one corner',
    clear: 'Clear the area',
    none: 'Not placed yet',
    noMap: 'This device cannot draw the map. Please type the coordinates.',
    noBase: 'The base map did not arrive. Coordinates can still be typed.',
    schematic: 'Boundaries are schematic',
    wheel: 'Hold Ctrl and scroll to zoom the map',
    fingers: 'Use two fingers to move the map',
    lon: 'Longitude (E)',
    lat: 'Latitude (N)',
    datum: 'Datum',
    lonWrong: 'Longitude lies between 70 and 140, such as 117.7333 or 117°44′0″',
    latWrong: 'Latitude lies between 3 and 55, such as 34.5622 or 34°33′44″',
    asPoint: 'Place a point',
    asArea: 'Draw an area',
    here: 'Use my position',
    finding: 'Locating…',
    notFound: 'The device gave no position. Tap the map or type the coordinates.',
    typed: 'Type coordinates',
    outside: "This place is outside Tai'erzhuang District: check coordinates and datum.",
    far: "{distance} from the enterprise's registered place: please check.",
  },
} as const satisfies Messages<typeof placeZhCN>
