import type { Tx } from './database.ts'
import { evidence } from './schema/evidence.ts'
import {
  checkItems,
  inspectionFindingEvidence,
  inspectionFindings,
  inspectionPlans,
  inspectionStandards,
  inspectionTasks,
} from './schema/inspections.ts'
import { idOf, placeOf } from './test-fixture-places.ts'

/** Enterprises with a checklist; the first of them has one of three items and a task in its course. */
const WITH_CHECKLIST = [1, 2, 3, 5] as const

/** Ids of what enterprise `number` inspects with. */
export const inspectionOf = (number: number) => ({
  standard: idOf('51', number),
  plan: idOf('52', number),
  /** Opened on Monday 23 November, due on Sunday. */
  task: idOf('53', number),
  items: { point: idOf('54', number), measure: idOf('55', number), post: idOf('56', number) },
  photo: idOf('57', number),
})

/** Plants a weekly checklist for some enterprises, with its running task and one item checked. */
export async function plantInspections(tx: Tx): Promise<void> {
  for (const number of WITH_CHECKLIST) {
    const place = placeOf(number)
    const ids = inspectionOf(number)
    await tx
      .insert(inspectionStandards)
      .values({ ...place, id: ids.standard, name: '锅炉周检', kind: 'specialised' })
    await tx.insert(checkItems).values([
      {
        ...place,
        id: ids.items.point,
        standardId: ids.standard,
        seq: 1,
        subject: 'risk-point',
        subjectName: '风险点',
        riskPointId: number === 1 ? idOf('b', 2) : null,
        content: '安全附件齐全',
      },
      {
        ...place,
        id: ids.items.measure,
        standardId: ids.standard,
        seq: 2,
        subject: 'measure',
        subjectName: '安全阀',
        measureId: number === 1 ? idOf('3', 1) : null,
        content: '安全阀在校验期内',
        suggestedGrade: 'major',
      },
      {
        ...place,
        id: ids.items.post,
        standardId: ids.standard,
        seq: 3,
        subject: 'post',
        subjectName: '司炉工',
        content: '持证上岗',
      },
    ])
    await tx.insert(inspectionPlans).values({
      ...place,
      id: ids.plan,
      standardId: ids.standard,
      name: '锅炉周检',
      kind: 'specialised',
      frequency: 'weekly',
      fromOn: '2026-11-23',
      activeSince: '2026-11-23',
      assignee: '王五',
    })
    await tx.insert(inspectionTasks).values({
      ...place,
      id: ids.task,
      planId: ids.plan,
      standardId: ids.standard,
      name: '锅炉周检',
      kind: 'specialised',
      assignee: '王五',
      opensOn: '2026-11-23',
      dueOn: '2026-11-29',
      closesOn: '2026-12-06',
      startedAt: new Date('2026-11-23T02:00:00Z'),
    })
    await tx.insert(inspectionFindings).values({
      ...place,
      taskId: ids.task,
      checkItemId: ids.items.point,
      result: 'ok',
      recordedByName: '王五',
      recordedAt: new Date('2026-11-23T02:00:00Z'),
    })
    await tx.insert(evidence).values({
      ...place,
      id: ids.photo,
      sha256: '5'.repeat(64),
      sourceSha256: '5'.repeat(64),
      mime: 'image/jpeg',
      kind: 'photo',
      bytes: 1000,
      width: 40,
      height: 30,
      name: '压力表.jpg',
      uploadedBy: idOf('0', 1),
      uploadedByName: '王五',
      uploadedAt: new Date('2026-11-23T01:59:00Z'),
    })
    await tx
      .insert(inspectionFindingEvidence)
      .values({ ...place, taskId: ids.task, checkItemId: ids.items.point, evidenceId: ids.photo })
  }
}
