import type { Database } from './database.ts'
import { enterprises } from './schema/enterprises.ts'
import { plantEvidence } from './test-fixture-evidence.ts'
import { plantHazards } from './test-fixture-hazards.ts'
import { plantInspections } from './test-fixture-inspections.ts'
import { plantGridPeople } from './test-fixture-people.ts'
import {
  ENTERPRISES,
  enterpriseId,
  officeOf,
  plantOverrides,
  plantPlaces,
  pointAt,
} from './test-fixture-places.ts'
import { plantNotices } from './test-fixture-notices.ts'
import { plantOrders } from './test-fixture-orders.ts'
import { plantPatrols } from './test-fixture-patrols.ts'
import { plantPrejudgements } from './test-fixture-prejudgements.ts'
import { plantRisks } from './test-fixture-risks.ts'

/** Plants a small district by hand: every level, kind, status and gap that a reader must cope with. */
export function plantFixture(database: Database): Promise<void> {
  return database.asOwner(async (tx) => {
    await plantPlaces(tx)
    await plantGridPeople(tx)
    await tx.insert(enterprises).values(
      ENTERPRISES.map((sketch, index) => ({
        ...sketch,
        id: enterpriseId(index + 1),
        creditCode: `9137040500000000${index + 1}X`,
        ...(sketch.kind === 'general'
          ? { industryCode: '2221', industry: '造纸' }
          : { industryCode: '2614', industry: '化学原料制造' }),
        activity: '生产',
        address: '台儿庄区某路',
        townCode: sketch.areaCode.slice(0, 9),
        officeId: officeOf(sketch),
        geom: pointAt(...sketch.at),
        sourceDatum: 'gcj02' as const,
        dutyPhone: '0632-6600000',
        employees: 12,
      })),
    )
    await plantRisks(tx)
    await plantPrejudgements(tx)
    await plantEvidence(tx)
    await plantHazards(tx)
    await plantInspections(tx)
    await plantOrders(tx)
    await plantNotices(tx)
    await plantPatrols(tx)
    await plantOverrides(tx)
  })
}
