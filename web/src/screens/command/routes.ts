import type { RouteRecordRaw } from 'vue-router'

/** The command screen: the district at a glance, for a wall and for a desk. */
export const commandRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/command',
    name: 'command',
    meta: { roles: ['leader', 'bureau'], wall: true, speaks: ['command', 'command-map'] },
    component: () => import('./CommandScreen.vue'),
  },
]
