import type { Role } from '@onemap/api/domain/role'
import { createRouter, createWebHistory } from 'vue-router'
import { orAway } from './screens/away/or-away.ts'
import { gridRoutes } from './screens/admin/grids/routes.ts'
import { bureauRoutes } from './screens/bureau/routes.ts'
import { commandRoutes } from './screens/command/routes.ts'
import { concernRoutes } from './screens/concerns/routes.ts'
import { disclosureRoutes } from './screens/disclosure/routes.ts'
import { workspaceRoutes } from './screens/enterprise/routes.ts'
import { inspectionRoutes } from './screens/inspections/routes.ts'
import { noticeRoutes } from './screens/notices/routes.ts'
import { hazardRoutes } from './screens/hazards/routes.ts'
import { patrolRoutes } from './screens/patrol/routes.ts'
import { patrolDeskRoutes } from './screens/patrols/routes.ts'
import { PLACES } from './navigation/places.ts'
import { signOffRoutes } from './screens/sign-offs/routes.ts'
import UnreachableScreen from './screens/UnreachableScreen.vue'

const rolesOf = (route: string): { roles: readonly Role[] } => ({
  roles: PLACES.find((place) => place.route === route)?.roles ?? [],
})
const openTo = { open: true }
const settling = { settling: true }

/** Every screen by its address. */
export const router = createRouter({
  history: createWebHistory(),
  routes: [
    {
      path: '/',
      name: 'onemap',
      meta: {
        ...rolesOf('onemap'),
        speaks: ['hazards', 'notices', 'patrol', 'patrol-desk', 'place', 'risks'],
      },
      ...orAway(
        () => import('./screens/onemap/OneMapScreen.vue'),
        () => import('./screens/away/AwayMapScreen.vue'),
      ),
    },
    {
      path: '/sign-in',
      name: 'sign-in',
      meta: openTo,
      component: () => import('./screens/sign-in/SignInScreen.vue'),
    },
    {
      path: '/account',
      name: 'account',
      component: () => import('./screens/account/AccountScreen.vue'),
    },
    {
      path: '/account/password',
      name: 'password',
      meta: settling,
      component: () => import('./screens/account/PasswordScreen.vue'),
    },
    {
      path: '/account/two-factor',
      name: 'two-factor',
      meta: settling,
      component: () => import('./screens/account/TwoFactorScreen.vue'),
    },
    {
      path: '/admin/people',
      name: 'people',
      meta: rolesOf('people'),
      component: () => import('./screens/admin/PeopleScreen.vue'),
    },
    {
      path: '/admin/people/new',
      name: 'new-person',
      meta: rolesOf('people'),
      component: () => import('./screens/admin/NewPersonScreen.vue'),
    },
    {
      path: '/admin/people/:id',
      name: 'person',
      meta: rolesOf('people'),
      props: true,
      component: () => import('./screens/admin/PersonScreen.vue'),
    },
    {
      path: '/admin/offices',
      name: 'offices',
      meta: rolesOf('offices'),
      component: () => import('./screens/admin/OfficesScreen.vue'),
    },
    ...gridRoutes,
    {
      path: '/audit',
      name: 'audit',
      meta: rolesOf('audit'),
      component: () => import('./screens/audit/AuditScreen.vue'),
    },
    ...commandRoutes,
    ...bureauRoutes,
    ...signOffRoutes,
    ...disclosureRoutes,
    ...concernRoutes,
    ...workspaceRoutes,
    ...hazardRoutes,
    ...patrolRoutes,
    ...inspectionRoutes,
    ...patrolDeskRoutes,
    ...noticeRoutes,
    {
      path: '/forbidden',
      name: 'forbidden',
      meta: openTo,
      component: () => import('./screens/ForbiddenScreen.vue'),
    },
    {
      path: '/no-appointment',
      name: 'no-appointment',
      meta: openTo,
      component: () => import('./screens/NoAppointmentScreen.vue'),
    },
    { path: '/unreachable', name: 'unreachable', meta: openTo, component: UnreachableScreen },
    {
      path: '/:unknown(.*)*',
      name: 'unknown',
      meta: openTo,
      component: () => import('./screens/UnknownScreen.vue'),
    },
  ],
})
