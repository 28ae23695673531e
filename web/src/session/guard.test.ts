import { describe, expect, it } from 'vitest'
import { decide, safeNext } from './guard.ts'
import type { Standing } from './session.ts'

const me = {
  id: '00000000-0000-4000-8000-000000000001',
  name: '张三',
  username: 'zhangsan',
  mustChangePassword: false,
  twoFactorEnabled: false,
  twoFactorRequired: false,
  demo: false,
}
const signedIn = (change: Partial<Extract<Standing, { kind: 'signed-in' }>['me']>): Standing => ({
  kind: 'signed-in',
  me: { ...me, role: 'leader', ...change },
})
const map = {
  name: 'onemap',
  fullPath: '/?level=1',
  meta: { roles: ['leader', 'bureau', 'grid', 'enterprise'] },
} as const
const people = { name: 'people', fullPath: '/admin/people', meta: { roles: ['admin'] } } as const
const signIn = { name: 'sign-in', fullPath: '/sign-in', meta: { open: true } } as const

describe('decide', () => {
  it('sends a visitor to sign in and keeps the address', () => {
    expect(decide(map, { kind: 'signed-out' })).toEqual({
      name: 'sign-in',
      query: { next: '/?level=1' },
    })
    expect(decide(signIn, { kind: 'signed-out' })).toBe(true)
  })

  it('brings everybody to their own home', () => {
    expect(decide(signIn, signedIn({ role: 'grid' }))).toEqual({ name: 'patrol' })
    expect(decide(signIn, signedIn({ role: 'auditor' }))).toEqual({ name: 'audit' })
    expect(decide(map, signedIn({ role: 'admin' }))).toEqual({ name: 'people' })
  })

  it('shows nobody the screens of another role', () => {
    expect(decide(people, signedIn({ role: 'enterprise' }))).toEqual({
      name: 'forbidden',
      query: { from: '/admin/people' },
    })
    expect(decide(people, signedIn({ role: 'admin' }))).toBe(true)
  })

  it('lets nothing pass before the password is changed, then the second factor', () => {
    const password = { name: 'password', fullPath: '/account/password', meta: { settling: true } }
    const twoFactor = {
      name: 'two-factor',
      fullPath: '/account/two-factor',
      meta: { settling: true },
    }
    const first = signedIn({ mustChangePassword: true, twoFactorRequired: true })
    expect(decide(map, first)).toEqual({ name: 'password', query: { next: '/?level=1' } })
    expect(decide(password, first)).toBe(true)
    expect(decide(map, signedIn({ twoFactorRequired: true }))).toEqual({
      name: 'two-factor',
      query: { next: '/?level=1' },
    })
    expect(decide(twoFactor, signedIn({ twoFactorRequired: true }))).toBe(true)
    expect(decide(map, signedIn({ twoFactorRequired: true, twoFactorEnabled: true }))).toBe(true)
  })

  it('says so when there is no appointment or no server', () => {
    expect(decide(map, { kind: 'no-appointment' })).toEqual({ name: 'no-appointment' })
    expect(decide(map, { kind: 'unreachable' })).toEqual({
      name: 'unreachable',
      query: { next: '/?level=1' },
    })
  })
})

describe('safeNext', () => {
  it('follows paths of this site only', () => {
    expect(safeNext('/audit?actor=x')).toBe('/audit?actor=x')
    for (const foreign of [
      'https://example.org',
      '//example.org',
      '/\\example.org',
      '/sign-in?next=/',
      undefined,
      ['/'],
    ])
      expect(safeNext(foreign)).toBeNull()
  })
})
