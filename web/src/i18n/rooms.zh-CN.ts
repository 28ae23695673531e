import { bureauZhCN } from './bureau.zh-CN.ts'
import { commandZhCN } from './command.zh-CN.ts'
import { commandMapZhCN } from './command-map.zh-CN.ts'
import { disclosureZhCN } from './disclosure.zh-CN.ts'
import { evidenceZhCN } from './evidence.zh-CN.ts'
import { gridsZhCN } from './grids.zh-CN.ts'
import { hazardsZhCN } from './hazards.zh-CN.ts'
import { inspectionsZhCN } from './inspections.zh-CN.ts'
import { noticesZhCN } from './notices.zh-CN.ts'
import { patrolZhCN } from './patrol.zh-CN.ts'
import { patrolDeskZhCN } from './patrol-desk.zh-CN.ts'
import { placeZhCN } from './place.zh-CN.ts'
import { risksZhCN } from './risks.zh-CN.ts'

/** What the screens say, in Chinese; fetched while the frame is being drawn. */
export const roomsZhCN = {
  ...bureauZhCN,
  ...commandZhCN,
  ...commandMapZhCN,
  ...disclosureZhCN,
  ...evidenceZhCN,
  ...gridsZhCN,
  ...hazardsZhCN,
  ...inspectionsZhCN,
  ...noticesZhCN,
  ...patrolZhCN,
  ...patrolDeskZhCN,
  ...placeZhCN,
  ...risksZhCN,
}
