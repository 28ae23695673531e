import type { RouteRecordRaw } from 'vue-router'
import { REPORTING_ROLES } from './may-report.ts'

const READERS = ['leader', 'bureau', 'grid', 'enterprise'] as const

/** Hazards: found, reported, opened; and what one was told about them. */
export const hazardRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/hazards',
    name: 'hazards',
    meta: { roles: READERS, speaks: ['bureau', 'hazards'] },
    component: () => import('./HazardsScreen.vue'),
  },
  {
    path: '/hazards/new',
    name: 'new-hazard',
    meta: { roles: REPORTING_ROLES, speaks: ['evidence', 'hazards', 'patrol', 'place'] },
    component: () => import('./report/ReportEntry.vue'),
  },
  {
    path: '/hazards/:enterpriseId/:id',
    name: 'hazard',
    meta: { roles: READERS, speaks: ['bureau', 'evidence', 'hazards', 'place', 'sign-offs'] },
    props: true,
    component: () => import('./HazardScreen.vue'),
  },
  {
    path: '/messages',
    name: 'messages',
    meta: { roles: READERS },
    component: () => import('../messages/MessagesScreen.vue'),
  },
]
