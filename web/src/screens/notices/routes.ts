import type { RouteRecordRaw } from 'vue-router'

const READERS = ['leader', 'bureau', 'grid', 'enterprise'] as const

/** Telling the neighbours: what one sends, what one was sent, and both as letters. */
export const noticeRoutes: readonly RouteRecordRaw[] = [
  {
    path: '/notices',
    name: 'notices',
    meta: { roles: READERS, speaks: ['bureau', 'notices'] },
    component: () => import('./NoticesScreen.vue'),
  },
  {
    path: '/notices/received',
    name: 'received-notices',
    meta: { roles: READERS, speaks: ['notices'] },
    component: () => import('./ReceivedScreen.vue'),
  },
  {
    path: '/notices/:enterpriseId/:id',
    name: 'notice',
    meta: { roles: READERS, speaks: ['notices', 'place'] },
    props: true,
    component: () => import('./NoticeScreen.vue'),
  },
  {
    path: '/notices/:enterpriseId/:id/letter',
    name: 'notice-letter',
    meta: { roles: READERS, speaks: ['notices'] },
    props: true,
    component: () => import('./letter/NoticeLetterScreen.vue'),
  },
  {
    path: '/received-notices/:enterpriseId/:id',
    name: 'received-notice',
    meta: { roles: READERS, speaks: ['notices', 'place'] },
    props: true,
    component: () => import('./ReceivedNoticeScreen.vue'),
  },
  {
    path: '/received-notices/:enterpriseId/:id/letter',
    name: 'received-letter',
    meta: { roles: READERS, speaks: ['notices'] },
    props: true,
    component: () => import('./letter/ReceivedLetterScreen.vue'),
  },
]
