import type { RouteRecordRaw } from 'vue-router'

const ADMIN = ['admin'] as const

/** Grids: who looks after them, where they lie, and what is in them by hand. */
export const gridRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/admin/grids',
    name: 'grids',
    meta: { roles: ADMIN, speaks: ['grids'] },
    component: () => import('./GridTreeScreen.vue'),
  },
  {
    path: '/admin/grids/map',
    name: 'grid-map',
    meta: { roles: ADMIN, speaks: ['grids', 'place'] },
    component: () => import('./GridMapScreen.vue'),
  },
  {
    path: '/admin/grids/overrides',
    name: 'grid-overrides',
    meta: { roles: ADMIN, speaks: ['grids'] },
    component: () => import('./OverridesScreen.vue'),
  },
  {
    path: '/admin/grids/:id/objects',
    name: 'grid-objects',
    meta: { roles: ADMIN, speaks: ['grids'] },
    props: true,
    component: () => import('./GridObjectsScreen.vue'),
  },
]
