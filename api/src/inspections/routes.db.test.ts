import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { queryRow } from '../db/rows.ts'
import { enterpriseId, idOf, NOW } from '../db/test-fixture-places.ts'
import { inspectionOf } from '../db/test-fixture-inspections.ts'
import { taskStatus } from '../domain/inspection-task.ts'
import { bodyOf, problemOf } from '../test-visitor.ts'
import {
  ChecklistItem,
  Figures,
  FindingOfHazard,
  Plan,
  Standard,
  Task,
  TaskItem,
} from './schema.ts'
import { inspection } from '../test-inspector.ts'

const HOME = `/api/enterprises/${enterpriseId(1)}`
const { standard, plan, task, items, photo } = inspectionOf(1)
const TASK = `${HOME}/inspection-tasks/${task}`
const Tasks = z.object({ items: z.array(TaskItem), nextCursor: z.string().nullable() })
const Plans = z.object({ items: z.array(Plan) })

let stage: Awaited<ReturnType<typeof inspection>>
beforeAll(async () => {
  stage = await inspection()
})
afterAll(() => stage.database.close())

const record = (itemId: string, body: unknown) =>
  stage.officer.send('PUT', `${TASK}/findings/${itemId}`, body)
const tasksOf = async (query = '') =>
  (await bodyOf(await stage.officer.get(`/api/inspection-tasks${query}`), Tasks)).items

describe('a checklist', () => {
  it('is entered once, however often it is sent', async () => {
    const body = {
      id: idOf('58', 1),
      name: '岗位日检',
      kind: 'daily',
      items: [
        { subject: 'post', subjectName: '司炉工', content: '劳保用品' },
        { subject: 'risk-point', riskPointId: idOf('b', 1), content: '外观' },
      ],
    }
    const first = await bodyOf(
      await stage.officer.post(`${HOME}/inspection-standards`, body),
      Standard,
      201,
    )
    const again = await bodyOf(
      await stage.officer.post(`${HOME}/inspection-standards`, body),
      Standard,
      201,
    )
    expect(again).toEqual(first)
    expect(first.items.map(({ seq, subjectName }) => [seq, subjectName])).toEqual([
      [1, '司炉工'],
      [2, '风险点1'],
    ])
  })

  it('keeps the items that stay as they are, and retires the others', async () => {
    const before = await bodyOf(
      await stage.officer.get(`${HOME}/inspection-standards/${idOf('58', 1)}`),
      Standard,
    )
    const [first, second] = before.items
    const after = await bodyOf(
      await stage.officer.send('PATCH', `${HOME}/inspection-standards/${before.id}`, {
        version: before.version,
        items: [
          { id: second?.id, subject: 'risk-point', riskPointId: idOf('b', 1), content: '外观' },
          { id: first?.id, subject: 'post', subjectName: '司炉工', content: '劳保用品齐全' },
        ],
      }),
      Standard,
    )
    expect(after.items.map(({ id }) => id === second?.id)).toEqual([true, false])
    expect(after.items.some(({ id }) => id === first?.id)).toBe(false)
    expect(
      await problemOf(
        await stage.officer.send('PATCH', `${HOME}/inspection-standards/${before.id}`, {
          version: before.version,
          name: '旧',
        }),
        409,
      ),
    ).toBe('inspection-changed')
  })

  it.each([
    [{ items: [] }, 'items'],
    [
      { items: [{ subject: 'risk-point', riskPointId: idOf('b', 5), content: '别人的' }] },
      'items.0.riskPointId',
    ],
    [{ items: [{ subject: 'equipment', content: '没说是什么' }] }, 'items.0.subjectName'],
  ])('is refused as %j', async (change, field) => {
    const response = await stage.officer.post(`${HOME}/inspection-standards`, {
      name: '错',
      kind: 'daily',
      ...change,
    })
    expect(response.status).toBe(400)
    expect(await response.text()).toContain(`"field":"${field}"`)
  })

  it('is nobody else’s to enter or read', async () => {
    expect(
      await problemOf(
        await stage.stranger.post(`${HOME}/inspection-standards`, {
          name: '外',
          kind: 'daily',
          items: [{ subject: 'post', subjectName: '工', content: '查' }],
        }),
        404,
      ),
    ).toBe('enterprise-not-found')
    expect((await stage.stranger.get(`${HOME}/inspection-standards/${standard}`)).status).toBe(404)
    expect((await stage.stranger.get(TASK)).status).toBe(404)
    expect((await stage.bureau.get(TASK)).status).toBe(200)
  })
})

describe('a plan', () => {
  it('is listed with what is open', async () => {
    const { items: plans } = await bodyOf(await stage.bureau.get(`${HOME}/inspection-plans`), Plans)
    expect(plans.find(({ id }) => id === plan)).toMatchObject({
      openTasks: 1,
      nextOn: '2026-11-30',
      lastDoneOn: null,
    })
  })

  it('brings the task of the period at hand at once, and the next one on its day, exactly once', async () => {
    const made = await bodyOf(
      await stage.officer.post(`${HOME}/inspection-plans`, {
        standardId: idOf('58', 1),
        name: '岗位日检',
        kind: 'daily',
        frequency: 'daily',
        from: '2026-11-01',
        assignee: '赵六',
      }),
      Plan,
      201,
    )
    expect(made).toMatchObject({ openTasks: 1, nextOn: '2026-11-25', standardName: '岗位日检' })
    stage.at('2026-11-25T16:30:00Z')
    await Promise.all([tasksOf(), tasksOf(), stage.bureau.get('/api/inspection-tasks')])
    const tasks = await tasksOf(`?planId=${made.id}&order=asc`)
    expect(tasks.map(({ dueOn, status }) => [dueOn, status])).toEqual([
      ['2026-11-24', 'missed'],
      ['2026-11-25', 'overdue'],
      ['2026-11-26', 'due'],
    ])

    const paused = await bodyOf(
      await stage.officer.send('PATCH', `${HOME}/inspection-plans/${made.id}`, {
        version: made.version,
        paused: true,
      }),
      Plan,
    )
    expect(paused.nextOn).toBeNull()
    stage.at('2026-12-04T16:30:00Z')
    await bodyOf(
      await stage.officer.send('PATCH', `${HOME}/inspection-plans/${made.id}`, {
        version: paused.version,
        paused: false,
      }),
      Plan,
    )
    expect((await tasksOf(`?planId=${made.id}`)).map(({ dueOn }) => dueOn)).toEqual([
      '2026-12-05',
      '2026-11-26',
      '2026-11-25',
      '2026-11-24',
    ])
    stage.at(NOW.toISOString())
  })

  it('is kept by who answers for safety, not by who only rectifies', async () => {
    expect(
      await problemOf(
        await stage.rectifier.post(`${HOME}/inspection-plans`, {
          standardId: standard,
          name: '越权',
          kind: 'daily',
          frequency: 'daily',
          from: '2026-11-24',
        }),
        403,
      ),
    ).toBe('role-refused')
    expect((await stage.rectifier.get(`${HOME}/inspection-plans`)).status).toBe(200)
  })

  it.each([
    [{ frequency: 'once', from: '2026-11-24' }, 'to'],
    [{ frequency: 'weekly', from: '2026-11-24', to: '2026-11-23' }, 'to'],
    [{ frequency: 'weekly', from: '2026-01-01', to: '2026-11-01' }, 'to'],
    [{ frequency: 'weekly', from: '2026-11-24', standardId: idOf('51', 2) }, 'standardId'],
  ])('is refused as %j', async (change, field) => {
    const response = await stage.officer.post(`${HOME}/inspection-plans`, {
      standardId: standard,
      name: '错',
      kind: 'daily',
      ...change,
    })
    expect(response.status).toBe(400)
    expect(await response.text()).toContain(`"field":"${field}"`)
  })
})

describe('working through a task', () => {
  it('shows every item with its place and the origin of a hazard found there', async () => {
    const { checklist, ...head } = await bodyOf(await stage.officer.get(TASK), Task)
    expect(head).toMatchObject({
      status: 'in-progress',
      itemCount: 3,
      checkedCount: 1,
      failedCount: 0,
    })
    expect(
      checklist.map(({ origin, riskPointName, suggestedGrade }) => [
        origin,
        riskPointName,
        suggestedGrade,
      ]),
    ).toEqual([
      ['specialised', '风险点2', 'general'],
      ['control-failure', '风险点2', 'major'],
      ['specialised', null, 'general'],
    ])
    expect(checklist[0]?.finding).toMatchObject({
      result: 'ok',
      revision: 1,
      evidence: [{ id: photo }],
    })
  })

  it('records an item once, and shows the second who changes it what stands', async () => {
    const body = { result: 'fail', note: '铅封断', revision: 0 }
    const first = await bodyOf(await record(items.measure, body), ChecklistItem)
    expect(await bodyOf(await record(items.measure, body), ChecklistItem)).toEqual(first)
    const refused = await record(items.measure, { result: 'ok', revision: 0 })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('不合格')
    const changed = await bodyOf(
      await record(items.measure, {
        result: 'fail',
        note: '铅封断，压力表无标识',
        evidence: [photo],
        revision: 1,
      }),
      ChecklistItem,
    )
    expect(changed.finding).toMatchObject({
      revision: 2,
      hazardId: first.finding?.hazardId,
      hazard: null,
      evidence: [{ id: photo }],
    })
  })

  it('refuses evidence and items of others', async () => {
    expect(
      (await record(items.post, { result: 'ok', evidence: [inspectionOf(2).photo], revision: 0 }))
        .status,
    ).toBe(400)
    expect(
      await problemOf(await record(inspectionOf(2).items.post, { result: 'ok', revision: 0 }), 404),
    ).toBe('check-item-not-found')
  })

  it('is submitted only when all is checked and every failure stands in the register', async () => {
    const refused = await stage.officer.post(`${TASK}/submission`)
    expect(refused.status).toBe(422)
    const text = await refused.text()
    expect(
      [items.point, items.measure, items.post].map((id) => text.includes(`items.${id}`)),
    ).toEqual([false, true, true])
  })

  it('finds the hazard reported under the id kept ready, and its origin from there', async () => {
    const { finding } = await bodyOf(
      await record(items.measure, {
        result: 'fail',
        note: '铅封断，压力表无标识',
        evidence: [photo],
        revision: 2,
      }),
      ChecklistItem,
    )
    const hazardId = finding?.hazardId ?? ''
    await stage.database.scoped({ audience: 'enterprise', enterpriseId: enterpriseId(1) }, (tx) =>
      tx.execute(sql`
      INSERT INTO hazards (enterprise_id, id, no, code, description, geom, origin, status, reported_at)
      VALUES (${enterpriseId(1)}, ${hazardId}, 901, 'YH901', '安全阀铅封断', ST_SetSRID(ST_MakePoint(117.73, 34.56), 4326), 'control-failure', 'reported', now())`),
    )
    const { checklist } = await bodyOf(await stage.officer.get(TASK), Task)
    expect(checklist[1]?.finding?.hazard).toMatchObject({
      id: hazardId,
      code: 'YH901',
      status: 'reported',
    })
    const { items: behind } = await bodyOf(
      await stage.bureau.get(`${HOME}/inspection-findings?hazardId=${hazardId}`),
      z.object({ items: z.array(FindingOfHazard) }),
    )
    expect(behind).toMatchObject([
      { taskId: task, checkItemId: items.measure, taskName: '锅炉周检' },
    ])
    expect(await problemOf(await record(items.measure, { result: 'ok', revision: 2 }), 409)).toBe(
      'inspection-hazard-stands',
    )
  })

  it('links a failure to a hazard that is known already', async () => {
    await bodyOf(
      await record(items.post, { result: 'fail', note: '无证', revision: 0 }),
      ChecklistItem,
    )
    expect(
      (
        await stage.officer.send('PUT', `${TASK}/findings/${items.post}/hazard`, {
          hazardId: idOf('9', 999),
        })
      ).status,
    ).toBe(404)
    const linked = await bodyOf(
      await stage.officer.send('PUT', `${TASK}/findings/${items.post}/hazard`, {
        hazardId: idOf('9', 1),
      }),
      ChecklistItem,
    )
    expect(linked.finding?.hazard?.id).toBe(idOf('9', 1))
  })

  it('submits once, verifies the measures it looked at, and takes nothing more', async () => {
    const done = await bodyOf(
      await stage.officer.post(`${TASK}/submission`, { summary: '两项不合格' }),
      Task,
    )
    expect(done).toMatchObject({
      status: 'done',
      completedByName: '企业甲',
      hazardCount: 2,
      failedCount: 2,
      summary: '两项不合格',
    })
    expect(
      await bodyOf(await stage.officer.post(`${TASK}/submission`, { summary: '再来' }), Task),
    ).toEqual(done)
    expect(await problemOf(await record(items.post, { result: 'ok', revision: 2 }), 409)).toBe(
      'inspection-submitted',
    )
    const measure = await stage.database.asOwner((tx) =>
      queryRow(
        tx,
        z.object({ status: z.string(), on: z.string() }),
        sql`
      SELECT status, verified_on::text AS "on" FROM control_measures WHERE id = ${idOf('3', 1)}`,
      ),
    )
    expect(measure).toEqual({ status: 'failed', on: '2026-11-24' })
  })

  it('shows the next task of the checklist what is still open from the last', async () => {
    stage.at('2026-11-30T02:00:00Z')
    const [next] = await tasksOf(`?planId=${plan}&status=due`)
    const { checklist } = await bodyOf(
      await stage.officer.get(`${HOME}/inspection-tasks/${next?.id ?? ''}`),
      Task,
    )
    expect(checklist.map(({ earlier }) => earlier?.code ?? null)).toEqual([null, 'YH901', 'YH1'])
    stage.at(NOW.toISOString())
  })

  it('is over when the time for doing it late is over', async () => {
    stage.at('2026-12-20T02:00:00Z')
    const [missed] = await tasksOf(`?planId=${plan}&status=missed`)
    expect(
      await problemOf(
        await stage.officer.send(
          'PUT',
          `${HOME}/inspection-tasks/${missed?.id ?? ''}/findings/${items.point}`,
          { result: 'ok', revision: 0 },
        ),
        409,
      ),
    ).toBe('inspection-closed')
    stage.at(NOW.toISOString())
  })
})

describe('lists and figures', () => {
  it('say of every task what the rule says', async () => {
    for (const day of ['2026-11-24', '2026-11-26', '2026-12-07', '2027-03-01']) {
      stage.at(`${day}T02:00:00Z`)
      const tasks = (await bodyOf(await stage.bureau.get('/api/inspection-tasks?limit=200'), Tasks))
        .items
      expect(tasks.length).toBeGreaterThan(3)
      for (const one of tasks) {
        expect(one.status).toBe(
          taskStatus(
            {
              ...one,
              completedOn: one.completedAt?.slice(0, 10) ?? null,
              started: one.startedAt !== null,
            },
            day,
          ),
        )
      }
    }
    stage.at(NOW.toISOString())
  })

  it('reconcile, and page without loss', async () => {
    stage.at('2026-12-10T02:00:00Z')
    const all = (
      await bodyOf(
        await stage.bureau.get('/api/inspection-tasks?limit=200&from=2026-11-11&to=2026-12-10'),
        Tasks,
      )
    ).items
    const figures = await bodyOf(
      await stage.bureau.get('/api/inspection-figures?from=2026-11-11&to=2026-12-10'),
      Figures,
    )
    expect(figures.planned).toBe(all.length)
    expect(figures.missed).toBe(all.filter(({ status }) => status === 'missed').length)
    expect(figures.inTime + figures.late).toBe(all.filter(({ status }) => status === 'done').length)
    const paged: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: z.output<typeof Tasks> = await bodyOf(
        await stage.bureau.get(
          `/api/inspection-tasks?limit=3&from=2026-11-11&to=2026-12-10${cursor === '' ? '' : `&cursor=${cursor}`}`,
        ),
        Tasks,
      )
      paged.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    }
    expect(paged).toEqual(all.map(({ id }) => id))
    stage.at(NOW.toISOString())
  })

  it('are a grid’s for its grid only', async () => {
    const mine = await tasksOf('?limit=200')
    expect(new Set(mine.map(({ enterpriseId: id }) => id))).toEqual(new Set([enterpriseId(1)]))
  })
})
