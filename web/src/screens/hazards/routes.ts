import type { RouteRecordRaw } from 'vue-router'
import { orAway } from '../away/or-away.ts'
import { REPORTING_ROLES } from './may-report.ts'

const READERS = ['leader', 'bureau', 'grid', 'enterprise'] as const

/** Hazards: found, reported, opened; and what one was told about them. */
export const hazardRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/hazards',
    name: 'hazards',
    meta: { roles: READERS, speaks: ['bureau', 'hazards', 'patrol', 'place'] },
    ...orAway(
      () => import('./HazardsScreen.vue'),
      () => import('../away/AwayHazardsScreen.vue'),
    ),
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
    meta: {
      roles: READERS,
      speaks: ['bureau', 'evidence', 'hazards', 'patrol', 'place', 'sign-offs'],
    },
    props: true,
    ...orAway(
      () => import('./HazardScreen.vue'),
      () => import('../away/AwayHazardScreen.vue'),
    ),
  },
  {
    path: '/messages',
    name: 'messages',
    meta: { roles: READERS },
    component: () => import('../messages/MessagesScreen.vue'),
  },
]
