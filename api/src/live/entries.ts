import type { Scope } from '../db/scope.ts'
import { MAP_TOPICS, type ChangeEntry, type MapTopic } from '../domain/change.ts'
import type { Change, Standing, ThingKey } from './queries.ts'

/** How changed things stand now, by topic and id. */
export type Standings = ReadonlyMap<MapTopic, ReadonlyMap<string, Standing>>

const mapTopic = (topic: string): MapTopic | undefined => MAP_TOPICS.find((one) => one === topic)

/** A part of a thing announces the thing without its number; of enterprises there are no parts. */
const isThingItself = ({ topic, objectNo }: Change): boolean =>
  objectNo !== null || topic === 'enterprises'

/** The things whose rows the map needs, by topic. */
export function thingsToRead(changes: readonly Change[]): Map<MapTopic, ThingKey[]> {
  const wanted = new Map<MapTopic, ThingKey[]>()
  for (const change of changes) {
    const { action, enterpriseId, objectId: id } = change
    const topic = mapTopic(change.topic)
    if (
      topic === undefined ||
      action === 'delete' ||
      enterpriseId === null ||
      id === null ||
      !isThingItself(change)
    )
      continue
    const keys = wanted.get(topic) ?? []
    keys.push({ enterpriseId, id })
    wanted.set(topic, keys)
  }
  return wanted
}

/**
 * Whether a change is for an audience: the same borders that row-level security draws around the rows themselves.
 * What belongs to no enterprise and no grid concerns everybody.
 */
function hears(
  scope: Scope,
  { enterpriseId, gridId }: Pick<Change, 'enterpriseId' | 'gridId'>,
): boolean {
  const everybody = enterpriseId === null && gridId === null
  switch (scope.audience) {
    case 'wide':
      return true
    case 'grid':
      return everybody || (gridId !== null && (scope.gridIds?.includes(gridId) ?? false))
    case 'enterprise':
      return everybody || (enterpriseId !== null && scope.enterpriseId === enterpriseId)
    default:
      return false
  }
}

/** What an audience is told of some changes: each thing once, as it stands now, in the order of its last change. */
export function entriesFor(
  scope: Scope,
  changes: readonly Change[],
  standings: Standings,
): ChangeEntry[] {
  const entries = new Map<string, { readonly change: Change; readonly entry: ChangeEntry }>()
  for (const change of changes) {
    if (!hears(scope, change)) continue
    const key = [change.topic, change.enterpriseId, change.objectId, change.objectNo].join(' ')
    entries.delete(key)
    entries.set(key, { change, entry: entryOf(change, standings) })
  }
  const all = [...entries.values()]
  const told = new Set(
    all
      .filter(({ change }) => isThingItself(change))
      .map(({ change }) => `${change.topic} ${change.objectId}`),
  )
  return all
    .filter(
      ({ change }) =>
        isThingItself(change) ||
        change.objectId === null ||
        !told.has(`${change.topic} ${change.objectId}`),
    )
    .map(({ entry }) => entry)
}

function entryOf(change: Change, standings: Standings): ChangeEntry {
  const { topic, enterpriseId, objectId, objectNo } = change
  const about = {
    topic,
    ...(enterpriseId === null ? {} : { enterpriseId }),
    ...(objectId === null ? {} : { id: objectId }),
    ...(objectNo === null ? {} : { no: objectNo }),
  }
  const layer = mapTopic(topic)
  if (
    layer === undefined ||
    objectId === null ||
    change.action === 'delete' ||
    change.action === 'reset' ||
    !isThingItself(change)
  )
    return { ...about, action: change.action }
  const standing = standings.get(layer)?.get(objectId)
  // Gone since, or moved to where other changes tell of it.
  if (standing === undefined || standing.gridId !== change.gridId)
    return { ...about, action: 'delete' }
  return { ...about, action: change.action, row: standing.row }
}
