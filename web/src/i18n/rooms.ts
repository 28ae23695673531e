import type { Messages } from './messages.ts'

type Fetched<Tree> = () => Promise<Tree>

/** Both languages have the same keys. */
const room = <Tree>(zhCN: Fetched<Tree>, en: Fetched<Messages<Tree>>) => ({ 'zh-CN': zhCN, en })

/** What the screens say beyond the frame, fetched with those that say it: a route names its rooms. */
export const ROOMS = {
  bureau: room(
    async () => (await import('./bureau.zh-CN.ts')).bureauZhCN,
    async () => (await import('./bureau.en.ts')).bureauEn,
  ),
  command: room(
    async () => (await import('./command.zh-CN.ts')).commandZhCN,
    async () => (await import('./command.en.ts')).commandEn,
  ),
  'command-map': room(
    async () => (await import('./command-map.zh-CN.ts')).commandMapZhCN,
    async () => (await import('./command-map.en.ts')).commandMapEn,
  ),
  disclosure: room(
    async () => (await import('./disclosure.zh-CN.ts')).disclosureZhCN,
    async () => (await import('./disclosure.en.ts')).disclosureEn,
  ),
  evidence: room(
    async () => (await import('./evidence.zh-CN.ts')).evidenceZhCN,
    async () => (await import('./evidence.en.ts')).evidenceEn,
  ),
  grids: room(
    async () => (await import('./grids.zh-CN.ts')).gridsZhCN,
    async () => (await import('./grids.en.ts')).gridsEn,
  ),
  hazards: room(
    async () => (await import('./hazards.zh-CN.ts')).hazardsZhCN,
    async () => (await import('./hazards.en.ts')).hazardsEn,
  ),
  inspections: room(
    async () => (await import('./inspections.zh-CN.ts')).inspectionsZhCN,
    async () => (await import('./inspections.en.ts')).inspectionsEn,
  ),
  notices: room(
    async () => (await import('./notices.zh-CN.ts')).noticesZhCN,
    async () => (await import('./notices.en.ts')).noticesEn,
  ),
  patrol: room(
    async () => (await import('./patrol.zh-CN.ts')).patrolZhCN,
    async () => (await import('./patrol.en.ts')).patrolEn,
  ),
  'patrol-desk': room(
    async () => (await import('./patrol-desk.zh-CN.ts')).patrolDeskZhCN,
    async () => (await import('./patrol-desk.en.ts')).patrolDeskEn,
  ),
  place: room(
    async () => (await import('./place.zh-CN.ts')).placeZhCN,
    async () => (await import('./place.en.ts')).placeEn,
  ),
  risks: room(
    async () => (await import('./risks.zh-CN.ts')).risksZhCN,
    async () => (await import('./risks.en.ts')).risksEn,
  ),
  'sign-offs': room(
    async () => (await import('./sign-offs.zh-CN.ts')).signOffsZhCN,
    async () => (await import('./sign-offs.en.ts')).signOffsEn,
  ),
}

/** Sentences that belong together. */
export type Room = keyof typeof ROOMS
