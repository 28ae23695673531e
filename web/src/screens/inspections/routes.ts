import type { RouteRecordRaw } from 'vue-router'

const READERS = ['leader', 'bureau', 'grid', 'enterprise'] as const

/** Inspection: what is to be done, by which plan, with which checklist. */
export const inspectionRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/inspections',
    name: 'inspections',
    meta: { roles: READERS, speaks: ['inspections'] },
    component: () => import('./InspectionsScreen.vue'),
  },
  {
    path: '/inspections/plans',
    name: 'inspection-plans',
    meta: { roles: READERS, speaks: ['inspections'] },
    component: () => import('./plans/PlansScreen.vue'),
  },
  {
    path: '/inspections/checklists',
    name: 'inspection-standards',
    meta: { roles: READERS, speaks: ['inspections'] },
    component: () => import('./standards/StandardsScreen.vue'),
  },
  {
    path: '/inspections/checklists/new',
    name: 'new-inspection-standard',
    meta: { roles: ['enterprise'], speaks: ['inspections'] },
    component: () => import('./standards/StandardScreen.vue'),
  },
  {
    path: '/inspections/checklists/:enterpriseId/:id',
    name: 'inspection-standard',
    meta: { roles: READERS, speaks: ['inspections'] },
    props: true,
    component: () => import('./standards/StandardScreen.vue'),
  },
  {
    path: '/inspections/:enterpriseId/:id',
    name: 'inspection-task',
    meta: { roles: READERS, speaks: ['evidence', 'inspections'] },
    props: true,
    component: () => import('./task/TaskScreen.vue'),
  },
]
