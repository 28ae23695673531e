import { bureauEn } from './bureau.en.ts'
import { commandEn } from './command.en.ts'
import { commandMapEn } from './command-map.en.ts'
import { disclosureEn } from './disclosure.en.ts'
import { evidenceEn } from './evidence.en.ts'
import { gridsEn } from './grids.en.ts'
import { hazardsEn } from './hazards.en.ts'
import { inspectionsEn } from './inspections.en.ts'
import { noticesEn } from './notices.en.ts'
import { patrolEn } from './patrol.en.ts'
import { patrolDeskEn } from './patrol-desk.en.ts'
import { placeEn } from './place.en.ts'
import { risksEn } from './risks.en.ts'
import type { Messages } from './messages.ts'
import type { roomsZhCN } from './rooms.zh-CN.ts'

/** The same sentences in English. */
export const roomsEn: Messages<typeof roomsZhCN> = {
  ...bureauEn,
  ...commandEn,
  ...commandMapEn,
  ...disclosureEn,
  ...evidenceEn,
  ...gridsEn,
  ...hazardsEn,
  ...inspectionsEn,
  ...noticesEn,
  ...patrolEn,
  ...patrolDeskEn,
  ...placeEn,
  ...risksEn,
}
