import type { RouteRecordRaw } from 'vue-router'

const READERS = ['leader', 'bureau', 'grid', 'enterprise'] as const

/** The workbench, supervision orders and statistics. */
export const bureauRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/bureau',
    name: 'bureau',
    meta: { roles: ['leader', 'bureau', 'grid'], speaks: ['bureau'] },
    component: () => import('./BureauScreen.vue'),
  },
  {
    path: '/orders',
    name: 'orders',
    meta: { roles: READERS, speaks: ['bureau'] },
    component: () => import('./orders/OrdersScreen.vue'),
  },
  {
    path: '/orders/new',
    name: 'new-order',
    meta: { roles: ['bureau'], speaks: ['bureau', 'evidence'] },
    component: () => import('./orders/NewOrderScreen.vue'),
  },
  {
    path: '/orders/:enterpriseId/:id',
    name: 'order',
    meta: { roles: READERS, speaks: ['bureau', 'evidence'] },
    props: true,
    component: () => import('./orders/OrderScreen.vue'),
  },
  {
    path: '/statistics',
    name: 'statistics',
    meta: { roles: ['leader', 'bureau', 'grid'], speaks: ['bureau'] },
    component: () => import('./statistics/StatisticsScreen.vue'),
  },
]
