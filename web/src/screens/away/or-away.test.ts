import 'fake-indexeddb/auto'
import { PiniaColada } from '@pinia/colada'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { useSession } from '../../session/session.ts'
import { orAway } from './or-away.ts'

// A network that brings nothing.
beforeAll(() => vi.stubGlobal('fetch', () => new Promise(() => {})))
afterAll(() => vi.unstubAllGlobals())

const Screen = { render: () => 'here' }

it('is entered as the first screen of a page, before anything else of it stands', async () => {
  const screen = () => Promise.resolve({ default: Screen })
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/', ...orAway(screen, screen) }],
  })
  const app = createApp({ template: '<RouterView />' })
  app.use(createPinia()).use(PiniaColada).use(router)
  useSession().standing = {
    kind: 'signed-in',
    me: {
      id: '00000000-0000-4000-8000-000000000001',
      name: '殷晓燕',
      username: 'grid01',
      role: 'grid',
      mustChangePassword: false,
      twoFactorEnabled: false,
      twoFactorRequired: false,
      demo: true,
    },
  }
  await router.push('/')
  expect(router.currentRoute.value.path).toBe('/')
  expect(router.currentRoute.value.matched).toHaveLength(1)
})
