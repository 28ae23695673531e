import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createApp } from '../app.ts'
import type { Database } from '../db/database.ts'
import { plantedDatabase } from '../db/test-database.ts'
import { plantAccounts } from '../db/test-fixture-accounts.ts'
import { testDeps } from '../test-deps.ts'
import { bodyOf, problemOf, visit, type Visitor } from '../test-visitor.ts'
import { SavedView } from './schema.ts'

const List = z.object({ items: z.array(SavedView) })

let database: Database
let bureau: Visitor
let leader: Visitor
beforeAll(async () => {
  database = await plantedDatabase()
  await database.asOwner(plantAccounts)
  const api = createApp(testDeps(database))
  bureau = visit(api)
  leader = visit(api)
  expect((await bureau.signIn('bureau')).status).toBe(200)
  expect((await leader.signIn('leader')).status).toBe(200)
})
afterAll(() => database.close())

describe('saved views', () => {
  it('are kept, changed and forgotten by the person whose they are', async () => {
    const draft = {
      screen: 'hazards',
      name: '本周超期',
      query: { overdue: 'true', officeId: 'x' },
      columns: ['code', 'enterprise'],
    }
    const view = await bodyOf(await bureau.post('/api/saved-views', draft), SavedView, 201)
    expect(view).toMatchObject(draft)
    expect(await problemOf(await bureau.post('/api/saved-views', draft), 409)).toBe(
      'view-name-taken',
    )
    const other = await bodyOf(
      await bureau.post('/api/saved-views', { ...draft, name: '重大' }),
      SavedView,
      201,
    )
    expect(
      await problemOf(
        await bureau.send('PATCH', `/api/saved-views/${other.id}`, { name: '本周超期' }),
        409,
      ),
    ).toBe('view-name-taken')
    expect(
      await bodyOf(
        await bureau.send('PATCH', `/api/saved-views/${other.id}`, {
          name: '重大隐患',
          query: { grade: 'major' },
        }),
        SavedView,
      ),
    ).toMatchObject({ name: '重大隐患', query: { grade: 'major' }, columns: draft.columns })
    expect(
      (await bodyOf(await bureau.get('/api/saved-views?screen=hazards'), List)).items,
    ).toHaveLength(2)
    expect((await bodyOf(await bureau.get('/api/saved-views?screen=orders'), List)).items).toEqual(
      [],
    )
    expect((await bureau.send('DELETE', `/api/saved-views/${other.id}`)).status).toBe(204)
    expect(await problemOf(await bureau.send('DELETE', `/api/saved-views/${other.id}`), 404)).toBe(
      'saved-view-not-found',
    )
  })

  it('are nobody else’s, though both read the whole district', async () => {
    const [mine] = (await bodyOf(await bureau.get('/api/saved-views?screen=hazards'), List)).items
    expect((await bodyOf(await leader.get('/api/saved-views?screen=hazards'), List)).items).toEqual(
      [],
    )
    expect(
      await problemOf(
        await leader.send('PATCH', `/api/saved-views/${mine?.id}`, { name: '看看' }),
        404,
      ),
    ).toBe('saved-view-not-found')
    expect(await problemOf(await leader.send('DELETE', `/api/saved-views/${mine?.id}`), 404)).toBe(
      'saved-view-not-found',
    )
    expect(
      (await leader.post('/api/saved-views', { screen: 'hazards', name: '本周超期', query: {} }))
        .status,
    ).toBe(201)
  })

  it('take no more than a list has', async () => {
    expect(
      await problemOf(
        await bureau.post('/api/saved-views', { screen: 'hazards', name: ' ', query: {} }),
        400,
      ),
    ).toBe('bad-request')
    expect(
      await problemOf(
        await bureau.post('/api/saved-views', { screen: 'secrets', name: 'x', query: {} }),
        400,
      ),
    ).toBe('bad-request')
  })
})
