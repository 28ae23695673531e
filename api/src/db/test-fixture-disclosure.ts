import type { PublicRecord } from '../domain/public-roster.ts'
import type { Tx } from './database.ts'
import {
  disclosureBatches,
  disclosureCodes,
  disclosureItems,
  publicBatches,
  publicConcerns,
  publicRecords,
  publicRemovals,
} from './schema/disclosure.ts'
import { enterpriseId, GRID, idOf, NOW, pointAt } from './test-fixture-places.ts'

/** Of the office of safety: who prepares every batch, and who decides it. */
export const PREPARER = idOf('da', 1)
export const DECIDER = idOf('da', 2)
/** Published with enterprise 1 in it and enterprise 5 taken out; and one in the making with enterprise 1. */
export const BATCH = { published: idOf('db', 1), draft: idOf('db', 2) } as const
export const EDITION = '2026-001'
/** What the public knows enterprises by. */
export const CODE_OF = { 1: 'BBBBBBB1', 3: 'BBBBBBB3', 5: 'BBBBBBB5' } as const
/** Concerns handed in: in two grids, and in none. */
export const CONCERN = {
  west: idOf('dc', 1),
  plant: idOf('dc', 2),
  nowhere: idOf('dc', 3),
} as const
export const REASON = '风险等级降低'

/** The one published line; its texts occur nowhere else in the fixture. */
export const RECORD: PublicRecord = {
  code: CODE_OF[1],
  operator: '公示经营者',
  address: '公示地址',
  activity: '公示活动',
  kind: 'general',
  level: 1,
  harms: [],
  warningZh: '警',
  warningEn: 'W',
  doThisZh: '躲',
  doThisEn: 'H',
  lastVisit: null,
  officeName: '公示科室',
  officePhone: '0632-6600009',
  townCode: '370405001',
  townName: '运河街道',
  lon: 117.7305,
  lat: 34.5605,
}

/** Plants a published edition, the next one in the making, and three concerns. The rest of the fixture must stand already. */
export async function plantDisclosure(tx: Tx): Promise<void> {
  await tx.insert(disclosureCodes).values(
    ([1, 3, 5] as const).map((number) => ({
      enterpriseId: enterpriseId(number),
      code: CODE_OF[number],
    })),
  )
  const batch = {
    kind: 'regular' as const,
    period: '2026-11',
    title: '名册',
    note: '',
    preparedBy: PREPARER,
    preparedByName: '科员',
    preparedAt: NOW,
  }
  await tx.insert(disclosureBatches).values([
    {
      ...batch,
      id: BATCH.published,
      number: EDITION,
      status: 'published',
      submittedAt: NOW,
      decidedBy: DECIDER,
      decidedByName: '科长',
      decidedAt: NOW,
    },
    { ...batch, id: BATCH.draft, status: 'draft' },
  ])
  await tx.insert(disclosureItems).values([
    { batchId: BATCH.published, enterpriseId: enterpriseId(1), part: 'include', frozen: RECORD },
    { batchId: BATCH.published, enterpriseId: enterpriseId(5), part: 'remove', reason: REASON },
    { batchId: BATCH.draft, enterpriseId: enterpriseId(1), part: 'include' },
  ])
  const { kind, period, title, note } = batch
  await tx
    .insert(publicBatches)
    .values({ number: EDITION, kind, period, title, note, publishedAt: NOW, records: 1 })
  await tx.insert(publicRecords).values({ ...RECORD, batchNumber: EDITION })
  await tx.insert(publicRemovals).values({
    batchNumber: EDITION,
    code: CODE_OF[5],
    operator: '离册经营者',
    kind: 'removed',
    reason: REASON,
  })
  const told = { text: '有异味', placeText: '路口', receivedAt: NOW }
  await tx.insert(publicConcerns).values([
    { ...told, id: CONCERN.west, receipt: 'R-WEST', gridId: GRID.west, geom: pointAt(0, 0) },
    { ...told, id: CONCERN.plant, receipt: 'R-PLANT', gridId: GRID.plant },
    { ...told, id: CONCERN.nowhere, receipt: 'R-NOWHERE' },
  ])
}
