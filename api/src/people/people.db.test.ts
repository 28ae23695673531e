import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { createApp } from '../app.ts'
import type { Database } from '../db/database.ts'
import { queryRows } from '../db/rows.ts'
import { plantedDatabase } from '../db/test-database.ts'
import {
  ACCOUNTS,
  appointmentIdOf,
  PASSWORD,
  plantAccounts,
  userIdOf,
} from '../db/test-fixture-accounts.ts'
import { enterpriseId, GRID, idOf, NOW, TODAY } from '../db/test-fixture-places.ts'
import { GridCollection } from '../grids/schema.ts'
import { Me } from '../identity/schema.ts'
import { testDeps } from '../test-deps.ts'
import { bodyOf, problemOf, visit, type Visitor } from '../test-visitor.ts'
import { OneTimePassword, Person, Session } from './schema.ts'

const Page = z.object({ items: z.array(Person), nextCursor: z.string().nullable() })
const Created = Person.extend({ oneTimePassword: z.string().nullable() })
const Sessions = z.object({ items: z.array(Session) })

let database: Database
let someone: () => Visitor
let admin: Visitor
let failures: Error[]

async function signedIn(username: string, password = PASSWORD): Promise<Visitor> {
  const visitor = someone()
  expect((await visitor.signIn(username, password)).status).toBe(200)
  return visitor
}

beforeAll(async () => {
  // better-auth reads the clock itself.
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
  database = await plantedDatabase()
  await database.asOwner(plantAccounts)
  const deps = testDeps(database)
  failures = deps.failures
  const api = createApp(deps)
  someone = () => visit(api)
})
afterAll(async () => {
  vi.useRealTimers()
  await database.close()
})
beforeEach(async () => {
  admin = await signedIn('admin')
})

describe('the list of people', () => {
  it('pages through everybody once, whoever can sign in first', async () => {
    const names: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: z.output<typeof Page> = await bodyOf(
        await admin.get(`/api/people?limit=4${cursor === '' ? '' : `&cursor=${cursor}`}`),
        Page,
      )
      names.push(...page.items.map((person) => person.username ?? `-${person.name}`))
      cursor = page.nextCursor
    }
    expect(new Set(names).size).toBe(names.length)
    expect(names.filter((name) => !name.startsWith('-')).sort()).toEqual(
      Object.keys(ACCOUNTS).sort(),
    )
    expect(names.findIndex((name) => name.startsWith('-'))).toBe(Object.keys(ACCOUNTS).length)
  })

  it.each([
    ['q=ENT0', ['ent01', 'ent02']],
    ['q=网格甲', ['grid01']],
    ['role=leader,admin', ['admin', 'leader']],
    [`gridId=${GRID.north}&canSignIn=true`, ['grid01']],
    [`enterpriseId=${enterpriseId(1)}`, ['ent01']],
    ['appointed=false&canSignIn=true', ['former']],
    ['suspended=true', []],
  ])('is narrowed by %s', async (query, expected) => {
    const { items } = await bodyOf(await admin.get(`/api/people?${query}`), Page)
    expect(items.map(({ username }) => username).sort()).toEqual(expected)
  })

  it('names what somebody is appointed to', async () => {
    const ent = await bodyOf(await admin.get(`/api/people/${userIdOf('ent01')}`), Person)
    expect(ent.appointments).toMatchObject([
      {
        position: 'safety-officer',
        enterprise: { name: '甲化工有限公司' },
        grid: null,
        state: 'current',
      },
    ])
    const former = await bodyOf(await admin.get(`/api/people/${userIdOf('former')}`), Person)
    expect(former.appointments).toMatchObject([{ state: 'over', grid: { id: GRID.west } }])
  })

  it('is for administrators, who in turn see nothing of the trade', async () => {
    expect(await problemOf(await (await signedIn('leader')).get('/api/people'), 403)).toBe(
      'role-refused',
    )
    for (const path of [
      '/api/enterprises',
      '/api/hazards',
      '/api/summary',
      '/api/map/enterprises.arrow',
    ]) {
      expect(await problemOf(await admin.get(path), 403), path).toBe('role-refused')
    }
    expect((await admin.get('/api/offices')).status).toBe(200)
    const { items } = await bodyOf(
      await admin.get('/api/enterprise-names?q=jhg'),
      z.object({ items: z.array(z.object({ name: z.string() })) }),
    )
    expect(items).toEqual([{ name: '甲化工有限公司' }])
  })
})

describe('a new person', () => {
  it('gets a one-time password, and does nothing before choosing another', async () => {
    const created = await bodyOf(
      await admin.post('/api/people', {
        name: '新来者',
        role: 'grid',
        username: 'Newcomer',
        mobile: '13812345678',
        appointment: { position: 'member', gridId: GRID.west, validFrom: '2026-01-01' },
      }),
      Created,
      201,
    )
    expect(created).toMatchObject({
      username: 'newcomer',
      mobileMasked: '138****5678',
      mustChangePassword: true,
    })
    const given = created.oneTimePassword ?? ''
    const visitor = await signedIn('newcomer', given)
    expect(await problemOf(await visitor.get('/api/enterprises'), 403)).toBe(
      'password-change-required',
    )
    expect(await bodyOf(await visitor.get('/api/me'), Me)).toMatchObject({
      mustChangePassword: true,
      gridIds: [GRID.west],
    })

    const change = (newPassword: string, currentPassword = given) =>
      visitor.post('/api/auth/change-password', { currentPassword, newPassword })
    for (const weak of ['Short@1', 'onlylowercase', 'Newcomer@2026', given])
      expect(await problemOf(await change(weak), 400), weak).toBe('weak-password')
    expect(await problemOf(await change('Proper@Word9', 'not-it'), 400)).toBe('invalid-password')

    const elsewhere = await signedIn('newcomer', given)
    const before = visitor.cookies.get('onemap.session_token')
    expect((await change('Proper@Word9')).status).toBe(200)
    expect(visitor.cookies.get('onemap.session_token')).not.toBe(before)
    expect((await visitor.get('/api/enterprises')).status).toBe(200)
    expect((await elsewhere.get('/api/me')).status).toBe(401)
    expect((await someone().signIn('newcomer', given)).status).toBe(401)
  })

  it('is entered by identity number once, sealed, shown masked and whole for a reason only', async () => {
    const number = '11010519491231002X'
    const { id } = await bodyOf(
      await admin.post('/api/people', {
        name: '有证者',
        role: 'leader',
        idNumber: number.toLowerCase(),
      }),
      Created,
      201,
    )
    const shown = await (await admin.get(`/api/people/${id}`)).text()
    expect(shown).toContain('110*************2X')
    expect(shown).not.toContain(number)
    const [kept] = await database.asOwner((tx) =>
      queryRows(
        tx,
        z.object({ sealed: z.string() }),
        sql`SELECT id_number AS sealed FROM users WHERE id = ${id}`,
      ),
    )
    expect(kept?.sealed).toMatch(/^v1:/)
    expect(
      await problemOf(
        await admin.post('/api/people', { name: '另一人', role: 'leader', idNumber: number }),
        409,
      ),
    ).toBe('id-number-taken')
    expect(
      (await admin.send('PATCH', `/api/people/${id}`, { idNumber: '110105194912310020' })).status,
    ).toBe(400)
    expect((await admin.send('PATCH', `/api/people/${id}`, { idNumber: number })).status).toBe(200)
    const reveal = await admin.post('/api/personal-data/reveal', {
      kind: 'user',
      what: 'id-number',
      id,
      reason: '核对任职材料',
    })
    expect(await reveal.json()).toEqual({ number })
    const record = await database.asOwner((tx) =>
      queryRows(
        tx,
        z.object({ n: z.coerce.number() }),
        sql`SELECT count(*) AS n FROM audit_log WHERE changes::text LIKE ${`%${number}%`}`,
      ),
    )
    expect(record).toEqual([{ n: 0 }])
  })

  it('may exist without being able to sign in, and be given a way in later', async () => {
    const { id, oneTimePassword } = await bodyOf(
      await admin.post('/api/people', { name: '只有名字', role: 'bureau' }),
      Created,
      201,
    )
    expect(oneTimePassword).toBeNull()
    expect(await problemOf(await admin.post(`/api/people/${id}/reset-password`), 400)).toBe(
      'bad-field',
    )
    const given = await bodyOf(
      await admin.post(`/api/people/${id}/reset-password`, { username: 'later.one' }),
      OneTimePassword,
    )
    const visitor = await signedIn('later.one', given.oneTimePassword)
    expect(await problemOf(await visitor.get('/api/me'), 403)).toBe('no-appointment')
  })

  it.each([
    [{ name: '某', role: 'grid' }, 'name'],
    [{ name: '某某', role: 'king' }, 'role'],
    [{ name: '某某', role: 'grid', username: '1x' }, 'username'],
    [{ name: '某某', role: 'grid', mobile: '12' }, 'mobile'],
    [{ name: '某某', role: 'grid', admin: true }, 'admin'],
    [{ name: '某某', role: 'grid', appointment: { validFrom: TODAY } }, 'position'],
    [
      {
        name: '某某',
        role: 'grid',
        appointment: { position: 'member', gridId: idOf('a', 99), validFrom: TODAY },
      },
      'gridId',
    ],
    [
      {
        name: '某某',
        role: 'enterprise',
        appointment: { position: 'principal', enterpriseId: idOf('e', 99), validFrom: TODAY },
      },
      'enterpriseId',
    ],
  ])('is refused for %o', async (body, field) => {
    const response = await admin.post('/api/people', body)
    expect(response.status).toBe(400)
    expect(await response.text()).toContain(`"field":"${field}"`)
  })

  it('takes nobody else’s username, and leaves nothing behind when refused', async () => {
    const person = {
      name: '同名者',
      role: 'leader',
      username: 'leader',
      appointment: { validFrom: TODAY },
    }
    expect(await problemOf(await admin.post('/api/people', person), 409)).toBe('username-taken')
    expect(
      await problemOf(
        await admin.post('/api/people', {
          name: '第二网格长',
          role: 'grid',
          appointment: { position: 'chief', gridId: GRID.west, validFrom: TODAY },
        }),
        409,
      ),
    ).toBe('chief-taken')
    const { items } = await bodyOf(await admin.get('/api/people?q=第二网格长'), Page)
    expect(items).toEqual([])
  })
})

describe('suspending', () => {
  it('cuts every session at once; reinstating lets in again', async () => {
    const visitor = await signedIn('ent02')
    const path = `/api/people/${userIdOf('ent02')}`
    expect(await problemOf(await admin.send('PATCH', path, { suspended: true }), 400)).toBe(
      'bad-field',
    )
    expect(
      await bodyOf(
        await admin.send('PATCH', path, { suspended: true, reason: '离职调查' }),
        Person,
      ),
    ).toMatchObject({ suspended: true, suspendReason: '离职调查' })
    expect((await visitor.get('/api/me')).status).toBe(401)
    expect(await problemOf(await someone().signIn('ent02'), 403)).toBe('banned-user')
    await admin.send('PATCH', path, { suspended: false })
    expect((await (await signedIn('ent02')).get('/api/me')).status).toBe(200)
  })

  it('is nothing one does to oneself', async () => {
    expect(
      await problemOf(
        await admin.send('PATCH', `/api/people/${userIdOf('admin')}`, {
          suspended: true,
          reason: '试一试吧',
        }),
        409,
      ),
    ).toBe('not-yourself')
  })
})

describe('handing over', () => {
  it('ends the appointment, cuts the sessions and begins the successor’s, all at once', async () => {
    const leaver = await signedIn('grid01')
    const path = `/api/appointments/${appointmentIdOf('grid01')}/handover`
    expect(
      await problemOf(
        await admin.post(path, { successorUserId: userIdOf('leader'), reason: '岗位调整' }),
        409,
      ),
    ).toBe('successor-unfit')
    expect(
      await problemOf(
        await admin.post(path, { successorUserId: userIdOf('grid01'), reason: '岗位调整' }),
        409,
      ),
    ).toBe('successor-unfit')
    expect((await leaver.get('/api/enterprises')).status).toBe(200)

    const both = await bodyOf(
      await admin.post(path, { successorUserId: userIdOf('grid02'), reason: '岗位调整' }),
      z.object({ leaver: Person, successor: Person }),
    )
    expect(both.leaver.appointments).toMatchObject([
      { state: 'handed-over', endReason: '岗位调整', successor: { name: '网格乙' } },
    ])
    expect(
      both.successor.appointments
        .filter(({ state }) => state === 'current')
        .map(({ grid, position }) => [grid?.id, position])
        .sort(),
    ).toEqual(
      [
        [GRID.north, 'chief'],
        [GRID.plant, 'member'],
      ].sort(),
    )
    expect((await leaver.get('/api/enterprises')).status).toBe(401)
    expect(await problemOf(await (await signedIn('grid01')).get('/api/enterprises'), 403)).toBe(
      'no-appointment',
    )

    const successor = await signedIn('grid02')
    expect((await bodyOf(await successor.get('/api/me'), Me)).gridIds?.toSorted()).toEqual(
      [GRID.north, GRID.plant].sort(),
    )
    const grids = await bodyOf(await successor.get('/api/grids'), GridCollection)
    expect(
      grids.features.find(({ properties }) => properties.id === GRID.north)?.properties.chief,
    ).toBe('网格乙')
    expect(
      await problemOf(
        await admin.post(path, { successorUserId: userIdOf('grid02'), reason: '再来一次' }),
        409,
      ),
    ).toBe('appointment-over')
  })

  it('is how an appointment changes hands: nobody else of another office or enterprise is appointed over it', async () => {
    const again = { position: 'principal', enterpriseId: enterpriseId(2), validFrom: TODAY }
    expect(
      await problemOf(
        await admin.post(`/api/people/${userIdOf('ent01')}/appointments`, again),
        409,
      ),
    ).toBe('already-appointed')
  })
})

describe('sessions', () => {
  it('are listed and ended by their owner', async () => {
    const here = await signedIn('bureau')
    const there = await signedIn('bureau')
    const { items } = await bodyOf(await here.get('/api/me/sessions'), Sessions)
    expect(items.map(({ current }) => current).sort()).toEqual([false, true])
    const other = items.find(({ current }) => !current)?.id ?? ''
    expect((await here.send('DELETE', `/api/me/sessions/${other}`)).status).toBe(200)
    expect((await there.get('/api/me')).status).toBe(401)
    expect((await here.get('/api/me')).status).toBe(200)
    await signedIn('bureau')
    expect(
      await bodyOf(await here.send('DELETE', '/api/me/sessions'), z.object({ ended: z.number() })),
    ).toEqual({ ended: 1 })
  })

  it('are nobody else’s: the id of another’s session ends nothing', async () => {
    const leader = await signedIn('leader')
    const { items } = await bodyOf(await leader.get('/api/me/sessions'), Sessions)
    const auditor = await signedIn('auditor')
    expect((await auditor.send('DELETE', `/api/me/sessions/${items[0]?.id}`)).status).toBe(404)
    expect((await leader.get('/api/me')).status).toBe(200)
  })

  it('are ended by an administrator, and by a reset of the password', async () => {
    const first = await signedIn('leader')
    const path = `/api/people/${userIdOf('leader')}`
    expect(
      (await bodyOf(await admin.get(`${path}/sessions`), Sessions)).items.length,
    ).toBeGreaterThan(0)
    await admin.send('DELETE', `${path}/sessions`)
    expect((await first.get('/api/me')).status).toBe(401)
    const second = await signedIn('leader')
    const given = await bodyOf(
      await admin.post(`${path}/reset-password`, { resetTwoFactor: true }),
      OneTimePassword,
    )
    expect((await second.get('/api/me')).status).toBe(401)
    expect((await someone().signIn('leader')).status).toBe(401)
    expect(
      await problemOf(
        await (await signedIn('leader', given.oneTimePassword)).get('/api/enterprises'),
        403,
      ),
    ).toBe('password-change-required')
  })
})

it('met nothing that was not foreseen', () => {
  expect(failures.map(({ message }) => message)).toEqual([])
})
