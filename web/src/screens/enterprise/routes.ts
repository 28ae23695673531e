import type { RouteRecordRaw } from 'vue-router'
import type { Room as Sentences } from '../../i18n/rooms.ts'
import { useSession } from '../../session/session.ts'
import type { RoomName } from './rooms.ts'

type Screen = () => Promise<unknown>

interface Room {
  readonly name: RoomName
  /** Below the workspace. */
  readonly path: string
  readonly speaks: readonly Sentences[]
  readonly screen: Screen
}

const ROOMS: readonly Room[] = [
  {
    name: 'home',
    path: '',
    speaks: ['notices', 'place', 'risks'],
    screen: () => import('./HomeScreen.vue'),
  },
  {
    name: 'risks',
    path: '/risks',
    speaks: ['place', 'risks'],
    screen: () => import('./list/RisksScreen.vue'),
  },
  {
    name: 'risk-table',
    path: '/risks/table',
    speaks: ['risks'],
    screen: () => import('./list/RiskTableScreen.vue'),
  },
  {
    name: 'new-risk',
    path: '/risks/new',
    speaks: ['place', 'risks'],
    screen: () => import('./register/RegisterScreen.vue'),
  },
  {
    name: 'control-list',
    path: '/risks/control-list',
    speaks: ['risks'],
    screen: () => import('./list/ControlListScreen.vue'),
  },
  {
    name: 'risk',
    path: '/risks/:id',
    speaks: ['place', 'risks'],
    screen: () => import('./point/RiskPointScreen.vue'),
  },
  {
    name: 'neighbours',
    path: '/neighbours',
    speaks: ['notices', 'place'],
    screen: () => import('../notices/telling/NeighboursScreen.vue'),
  },
]

const own = ({ params }: { params: Readonly<Record<string, string | readonly string[]>> }) => ({
  ...params,
  enterpriseId: useSession().me?.enterpriseId ?? '',
})

const rooms: readonly RouteRecordRaw[] = ROOMS.flatMap(
  ({ name, path, speaks, screen }): RouteRecordRaw[] => [
    {
      path: `/workspace${path}`,
      name: `workspace-${name}`,
      meta: { roles: ['enterprise'], speaks },
      props: own,
      component: screen,
    },
    {
      path: `/enterprises/:enterpriseId${path}`,
      name: `enterprise-${name}`,
      meta: { roles: ['leader', 'bureau', 'grid'], speaks },
      props: true,
      component: screen,
    },
  ],
)

const READERS = ['leader', 'bureau', 'grid', 'enterprise'] as const
const WRITERS = ['bureau', 'enterprise'] as const

/** The workspace, an enterprise's own and that of any enterprise for who looks after it; prejudgements and the library of accident cases. */
export const workspaceRoutes: readonly RouteRecordRaw[] = [
  ...rooms,
  {
    path: '/prejudgements',
    name: 'prejudgements',
    meta: { roles: READERS, speaks: ['risks'] },
    component: () => import('./prejudgement/PrejudgementsScreen.vue'),
  },
  {
    path: '/prejudgements/new',
    name: 'new-prejudgement',
    meta: { roles: WRITERS, speaks: ['risks'] },
    component: () => import('./prejudgement/PrejudgementFormScreen.vue'),
  },
  {
    path: '/prejudgements/:id',
    name: 'prejudgement',
    meta: { roles: READERS, speaks: ['risks'] },
    props: true,
    component: () => import('./prejudgement/PrejudgementScreen.vue'),
  },
  {
    path: '/prejudgements/:id/edit',
    name: 'edit-prejudgement',
    meta: { roles: WRITERS, speaks: ['risks'] },
    props: true,
    component: () => import('./prejudgement/PrejudgementFormScreen.vue'),
  },
  {
    path: '/accident-cases',
    name: 'accident-cases',
    meta: { roles: READERS, speaks: ['risks'] },
    component: () => import('./prejudgement/CasesScreen.vue'),
  },
  {
    path: '/accident-cases/new',
    name: 'new-accident-case',
    meta: { roles: ['bureau'], speaks: ['risks'] },
    component: () => import('./prejudgement/CaseFormScreen.vue'),
  },
  {
    path: '/accident-cases/:id',
    name: 'accident-case',
    meta: { roles: READERS, speaks: ['risks'] },
    props: true,
    component: () => import('./prejudgement/CaseScreen.vue'),
  },
  {
    path: '/accident-cases/:id/edit',
    name: 'edit-accident-case',
    meta: { roles: ['bureau'], speaks: ['risks'] },
    props: true,
    component: () => import('./prejudgement/CaseFormScreen.vue'),
  },
]
