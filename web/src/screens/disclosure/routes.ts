import type { RouteRecordRaw } from 'vue-router'

const READERS = ['leader', 'bureau'] as const

/** The public roster: its window, its editions, and the one in the making. */
export const disclosureRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/disclosure',
    name: 'disclosure',
    meta: { roles: READERS, speaks: ['disclosure'] },
    component: () => import('./DisclosureScreen.vue'),
  },
  {
    path: '/disclosure/:id',
    name: 'disclosure-batch',
    meta: { roles: READERS, speaks: ['disclosure'] },
    props: true,
    component: () => import('./BatchScreen.vue'),
  },
]
