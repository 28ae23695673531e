import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp } from '../app.ts'
import type { Database } from '../db/database.ts'
import { plantedDatabase } from '../db/test-database.ts'
import { PASSWORD, plantAccounts, userIdOf } from '../db/test-fixture-accounts.ts'
import { enterpriseId, GRID, NOW } from '../db/test-fixture-places.ts'
import { Problem } from '../http/problem.ts'
import { testDeps } from '../test-deps.ts'
import { bodyOf, problemOf, visit, type Visitor } from '../test-visitor.ts'
import { Me, SignInAnswer } from './schema.ts'

let database: Database
let at = NOW
let someone: (address?: string) => Visitor

/** Moves the clock of the application and of better-auth alike. */
function setClock(moment: Date): void {
  at = moment
  vi.setSystemTime(moment)
}
const minutesLater = (minutes: number) => setClock(new Date(at.getTime() + minutes * 60_000))

beforeAll(async () => {
  database = await plantedDatabase()
  await database.asOwner(plantAccounts)
  const deps = testDeps(database)
  const api = createApp({
    ...deps,
    now: () => at,
    config: { ...deps.config, trustProxy: true },
  })
  someone = (address = '203.0.113.7') => visit(api, { 'X-Forwarded-For': address })
})
afterAll(() => database.close())
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  setClock(NOW)
  await database.asOwner((tx) => tx.execute(sql`TRUNCATE sign_in_failures`))
})
afterEach(() => vi.useRealTimers())

describe('signing in', () => {
  it('lets somebody in by username and password, and tells who it is', async () => {
    const visitor = someone()
    expect(await problemOf(await visitor.get('/api/me'), 401)).toBe('not-signed-in')
    expect(await bodyOf(await visitor.signIn('Grid01'), SignInAnswer)).toEqual({
      twoFactorRedirect: false,
    })
    expect(await bodyOf(await visitor.get('/api/me'), Me)).toEqual({
      id: userIdOf('grid01'),
      name: '网格甲',
      username: 'grid01',
      role: 'grid',
      position: 'chief',
      gridIds: [GRID.north],
      mustChangePassword: false,
      twoFactorEnabled: false,
      twoFactorRequired: false,
      demo: false,
    })
  })

  it('tells an enterprise which one it is', async () => {
    const visitor = someone()
    await visitor.signIn('ent02')
    expect(await bodyOf(await visitor.get('/api/me'), Me)).toMatchObject({
      role: 'enterprise',
      position: 'principal',
      enterpriseId: enterpriseId(3),
    })
  })

  it('sets a cookie that scripts cannot read and other sites do not send', async () => {
    const response = await someone().signIn('leader')
    const [cookie = ''] = response.headers.getSetCookie()
    expect(cookie).toMatch(/^onemap\.session_token=/)
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
    expect(await response.text()).not.toContain('token')
  })

  it.each([
    ['leader', 'wrong-password'],
    ['nobody', PASSWORD],
    ["' OR 1=1 --", PASSWORD],
    ['张三', PASSWORD],
  ])('refuses %s with %s alike', async (username, password) => {
    expect(await problemOf(await someone().signIn(username, password), 401)).toBe(
      'invalid-username-or-password',
    )
  })

  it('refuses to sign anybody up, and every other endpoint of better-auth', async () => {
    const visitor = someone()
    await visitor.signIn('admin')
    for (const path of [
      'sign-up/email',
      'sign-in/email',
      'admin/set-role',
      'admin/impersonate-user',
      'admin/create-user',
      'update-user',
      'is-username-available',
      'list-sessions',
    ]) {
      expect(
        (
          await visitor.post(`/api/auth/${path}`, {
            email: 'a@b.cn',
            password: PASSWORD,
            name: 'x',
            userId: userIdOf('leader'),
            role: 'admin',
          })
        ).status,
        path,
      ).toBe(404)
    }
  })
})

/** What somebody who guesses is told, try by try. */
async function told(visitor: Visitor, username: string, times: number): Promise<string[]> {
  const answers: string[] = []
  for (let time = 0; time < times; time++) {
    const response = await visitor.signIn(username, 'wrong')
    const { type, detail } = Problem.parse(await response.json())
    answers.push(`${response.status} ${type} ${detail} ${response.headers.get('Retry-After')}`)
  }
  return answers
}

describe('wrong passwords', () => {
  it('pause for longer each time, whatever the password then is', async () => {
    const visitor = someone()
    const answers = await told(visitor, 'leader', 6)
    expect(answers.slice(0, 5)).toEqual(
      Array.from(
        { length: 5 },
        () => '401 urn:onemap:problem:invalid-username-or-password 用户名或密码不正确 null',
      ),
    )
    expect(answers[5]).toBe(
      '429 urn:onemap:problem:sign-in-paused 密码错误次数过多，请在 30 秒后再试；忘记密码请联系系统管理员 30',
    )
    expect((await visitor.signIn('leader')).status).toBe(429)
    minutesLater(0.5)
    expect(await told(visitor, 'leader', 2)).toMatchObject([
      expect.stringMatching(/^401/),
      expect.stringMatching(/^429 .* 60$/),
    ])
    minutesLater(1)
    expect((await visitor.signIn('leader')).status).toBe(200)
  })

  it.each(['nobody.here', 'leader', '张三', 'former'])(
    'tell nobody whether there is %s',
    async (username) => {
      const reference = await told(someone('203.0.113.1'), 'no.such.name', 7)
      expect(await told(someone('203.0.113.2'), username, 7)).toEqual(reference)
    },
  )

  it('of a stranger keep nobody out who signed in on a device before', async () => {
    const owner = someone('203.0.113.20')
    expect((await owner.signIn('leader')).status).toBe(200)
    for (let address = 0; address < 6; address++)
      await told(someone(`203.0.113.${address}`), 'leader', 4)
    expect((await someone('203.0.113.99').signIn('leader')).status).toBe(429)
    // A new session, at another address.
    owner.cookies.delete('onemap.session_token')
    expect(
      (
        await owner.send(
          'POST',
          '/api/auth/sign-in/username',
          { username: 'leader', password: PASSWORD },
          { 'X-Forwarded-For': '203.0.113.50' },
        )
      ).status,
    ).toBe(200)
  })

  it('on a device somebody knows are counted there, and open no other account', async () => {
    const owner = someone()
    await owner.signIn('leader')
    expect((await told(owner, 'leader', 6)).at(-1)).toMatch(/^429/)
    expect((await someone('203.0.113.9').signIn('leader')).status).toBe(200)
    expect((await told(owner, 'bureau', 6)).at(-1)).toMatch(/^429/)
  })

  it('from one address pause that address and not the account', async () => {
    await told(someone('203.0.113.1'), 'leader', 6)
    expect((await someone('203.0.113.2').signIn('leader')).status).toBe(200)
  })

  it('for many names from one address pause that address', async () => {
    for (let name = 0; name < 50; name++) await told(someone(), `guess${name}`, 1)
    expect((await told(someone(), 'guess51', 1))[0]).toMatch(/^429/)
    expect((await someone('203.0.113.9').signIn('leader')).status).toBe(200)
  })

  it('are counted anew after a right one', async () => {
    for (let round = 0; round < 2; round++) {
      await told(someone(), 'leader', 4)
      expect((await someone().signIn('leader')).status).toBe(200)
    }
  })

  it('come no more often by coming at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => someone().signIn('bureau', 'wrong')),
    )
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7)
  })

  it('are held back, whoever the name is of', async () => {
    const took = async (username: string) => {
      const began = performance.now()
      await someone().signIn(username, 'wrong')
      return performance.now() - began
    }
    for (const username of ['leader', 'nobody.here'])
      expect(await took(username)).toBeGreaterThanOrEqual(249)
  })

  it('are not what a device says of itself', async () => {
    const forger = someone()
    forger.cookies.set('onemap.device', 'made-up~mark.signature')
    expect((await told(forger, 'leader', 6)).at(-1)).toMatch(/^429/)
  })
})

describe('a session', () => {
  it('ends when nobody uses it for half an hour', async () => {
    const visitor = someone()
    await visitor.signIn('leader')
    minutesLater(29)
    expect((await visitor.get('/api/me')).status).toBe(200)
    minutesLater(29)
    expect((await visitor.get('/api/me')).status).toBe(200)
    minutesLater(31)
    expect((await visitor.get('/api/me')).status).toBe(401)
  })

  it('ends after twelve hours however much it is used', async () => {
    const visitor = someone()
    await visitor.signIn('leader')
    for (let i = 0; i < 35; i++) {
      minutesLater(20)
      expect((await visitor.get('/api/me')).status).toBe(200)
    }
    minutesLater(21)
    expect((await visitor.get('/api/me')).status).toBe(401)
  })

  it('is another one after signing in, and the one before is gone', async () => {
    const attacker = someone()
    await attacker.signIn('ent01')
    const victim = someone()
    for (const [name, value] of attacker.cookies) victim.cookies.set(name, value)
    const planted = victim.cookies.get('onemap.session_token')
    await victim.signIn('leader')
    expect(victim.cookies.get('onemap.session_token')).not.toBe(planted)
    expect((await attacker.get('/api/me')).status).toBe(401)
    expect(await bodyOf(await victim.get('/api/me'), Me)).toMatchObject({ role: 'leader' })
  })

  it('is not made up: an unsigned or altered cookie is nobody', async () => {
    const visitor = someone()
    await visitor.signIn('leader')
    const value = decodeURIComponent(visitor.cookies.get('onemap.session_token') ?? '')
    visitor.cookies.set(
      'onemap.session_token',
      encodeURIComponent(value.slice(0, value.indexOf('.'))),
    )
    expect((await visitor.get('/api/me')).status).toBe(401)
    visitor.cookies.set('onemap.session_token', encodeURIComponent(`x${value}`))
    expect((await visitor.get('/api/me')).status).toBe(401)
  })

  it('ends by signing out, on the server too', async () => {
    const visitor = someone()
    await visitor.signIn('leader')
    const kept = new Map(visitor.cookies)
    expect((await visitor.post('/api/auth/sign-out')).status).toBe(200)
    for (const [name, value] of kept) visitor.cookies.set(name, value)
    expect((await visitor.get('/api/me')).status).toBe(401)
  })

  it('does nothing for pages of other sites', async () => {
    const visitor = someone()
    await visitor.signIn('leader')
    for (const headers of [
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { 'Sec-Fetch-Site': 'cross-site' },
    ]) {
      expect(
        await problemOf(await visitor.send('POST', '/api/auth/sign-out', {}, headers), 403),
      ).toBe('cross-site-request')
    }
    expect((await visitor.get('/api/me')).status).toBe(200)
  })
})

describe('an appointment', () => {
  it('that ended yesterday lets somebody sign in but do nothing', async () => {
    const visitor = someone()
    expect((await visitor.signIn('former')).status).toBe(200)
    for (const path of ['/api/me', '/api/enterprises', '/api/grids'])
      expect(await problemOf(await visitor.get(path), 403), path).toBe('no-appointment')
  })

  it('narrows what somebody reads', async () => {
    const visitor = someone()
    await visitor.signIn('ent01')
    const text = await (await visitor.get('/api/enterprises')).text()
    expect(text).toContain('甲化工有限公司')
    expect(text).not.toContain('乙纸业')
  })
})
