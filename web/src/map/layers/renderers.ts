import type { Layer } from '@deck.gl/core'
import { enterprises } from './enterprises.ts'
import { hazards } from './hazards.ts'
import { levelHeat } from './level-heat.ts'
import { neighbours } from './neighbours.ts'
import { riskPoints } from './risk-points.ts'
import type { Scene } from './scene.ts'
import { selection } from './selection.ts'
import { within } from './within.ts'

/** From the bottom up. */
const RENDERERS: readonly ((scene: Scene) => Layer[])[] = [
  levelHeat,
  within,
  neighbours,
  riskPoints,
  hazards,
  enterprises,
  selection,
]

/** All layers of data for a scene; what did not change keeps its data, and deck.gl its attributes. */
export const drawScene = (scene: Scene): Layer[] => RENDERERS.flatMap((render) => render(scene))
