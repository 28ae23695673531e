import { useQuery } from '@pinia/colada'
import { parseResponse } from 'hono/client'
import { api } from '../../../api.ts'
import { shapeOf } from '../../../map/grid-shapes/shape.ts'
import type { GridChange } from './changes.ts'
import type { StandingGrids } from './use-plan.ts'

/** The grids as they stand now, with their boundaries. */
export async function fetchStanding(): Promise<StandingGrids> {
  const { version, features } = await parseResponse(api.grids.$get())
  return {
    version,
    grids: features.map(({ geometry, properties }) => ({
      id: properties.id,
      code: properties.code,
      name: properties.name,
      townCode: properties.townCode,
      version: properties.version,
      shape: shapeOf(geometry),
    })),
  }
}

/** What a changeset would do; nothing is written. */
export async function previewOf(baseVersion: string, changes: readonly GridChange[]) {
  return parseResponse(api.grids.preview.$post({ json: { baseVersion, changes: [...changes] } }))
}

/** Makes the changes, all or none. */
export async function saveChanges(baseVersion: string, changes: readonly GridChange[]) {
  return parseResponse(api.grids.$put({ json: { baseVersion, changes: [...changes] } }))
}

export type GridReport = Awaited<ReturnType<typeof previewOf>>

/** 区 → 镇街 → 网格, with who looks after each. */
export function useGridTree() {
  return useQuery({ key: ['grids', 'tree'], query: () => parseResponse(api.grids.tree.$get()) })
}
export type GridTree = NonNullable<ReturnType<typeof useGridTree>['data']['value']>

/** What a grid looks after. */
export function useGridObjects(id: () => string) {
  return useQuery({
    key: () => ['grids', id(), 'objects'],
    query: () => parseResponse(api.grids[':id'].objects.$get({ param: { id: id() } })),
  })
}
export type GridObject = NonNullable<
  ReturnType<typeof useGridObjects>['data']['value']
>['items'][number]

/** What is in a grid by hand. */
export function useOverrides() {
  return useQuery({
    key: ['grids', 'overrides'],
    query: () => parseResponse(api['grid-overrides'].$get()),
  })
}
export type GridOverride = NonNullable<
  ReturnType<typeof useOverrides>['data']['value']
>['items'][number]
