import type { RouteRecordRaw } from 'vue-router'

const grid = { roles: ['grid'] as const }

/** 网格巡查 on a telephone: what is due, a visit, and what is not sent yet. */
export const patrolRoutes: readonly RouteRecordRaw[] = [
  { path: '/patrol', name: 'patrol', meta: grid, component: () => import('./PatrolScreen.vue') },
  { path: '/patrol/unsent', name: 'patrol-unsent', meta: grid, component: () => import('./unsent/UnsentScreen.vue') },
  { path: '/patrol/:enterpriseId', name: 'patrol-visit', meta: grid, props: true, component: () => import('./visit/VisitScreen.vue') },
]
