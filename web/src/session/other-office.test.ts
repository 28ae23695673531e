import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it } from 'vitest'
import { useOtherOffice } from './other-office.ts'
import { useSession, type Standing } from './session.ts'

beforeEach(() => setActivePinia(createPinia()))

type Me = Extract<Standing, { kind: 'signed-in' }>['me']
const signIn = (change: Pick<Me, 'role'> & Partial<Me>): void => {
  useSession().standing = {
    kind: 'signed-in',
    me: {
      id: '00000000-0000-4000-8000-000000000001',
      name: '张三',
      username: 'zhangsan',
      mustChangePassword: false,
      twoFactorEnabled: false,
      twoFactorRequired: false,
      demo: false,
      ...change,
    },
  }
}
const enterprise = { office: { id: 'safety', name: '安全生产科' } }

it('names the office that answers for something to officers of another one alone', () => {
  signIn({ role: 'bureau', officeId: 'energy' })
  expect(useOtherOffice(() => enterprise).value).toBe('安全生产科')
  expect(useOtherOffice(() => undefined).value).toBeNull()
  signIn({ role: 'bureau', officeId: 'safety' })
  expect(useOtherOffice(() => enterprise).value).toBeNull()
  for (const role of ['grid', 'enterprise', 'leader'] as const) {
    signIn({ role })
    expect(useOtherOffice(() => enterprise).value).toBeNull()
  }
})
