import type { Trade } from './trade.ts'
import { BUILDING_MATERIALS } from './trades/building-materials.ts'
import { CHEMICALS } from './trades/chemicals.ts'
import { FOOD } from './trades/food.ts'
import { GAS_STATIONS } from './trades/gas-stations.ts'
import { INCINERATION } from './trades/incineration.ts'
import { MACHINERY } from './trades/machinery.ts'
import { PAPER } from './trades/paper.ts'
import { PORTS } from './trades/ports.ts'
import { PUBLIC_AREAS } from './trades/public-areas.ts'
import { TEXTILES } from './trades/textiles.ts'
import { WOOD_PLASTICS } from './trades/wood-plastics.ts'

/** The district's mix of industries; shares are of about 160. */
export const TRADES: readonly Trade[] = [
  INCINERATION,
  PAPER,
  CHEMICALS,
  BUILDING_MATERIALS,
  TEXTILES,
  FOOD,
  MACHINERY,
  WOOD_PLASTICS,
  PORTS,
  GAS_STATIONS,
  PUBLIC_AREAS,
]
