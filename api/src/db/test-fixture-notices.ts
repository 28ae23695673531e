import { sql } from 'drizzle-orm'
import { draftContent } from '../domain/notice-content.ts'
import type { Tx } from './database.ts'
import {
  neighbourNoticeRecipients,
  neighbourNotices,
  receivedNotices,
} from './schema/neighbour-notices.ts'
import { ENTERPRISES, idOf, NOW, placeOf, pointAt } from './test-fixture-places.ts'

interface Sketch {
  readonly sender: number
  readonly point: number
  readonly level: 1 | 2
  readonly radius: number
  readonly recipients: readonly { readonly number: number; readonly distance: number }[]
}

/** What is due by the rules: the red point of enterprise 1 and the orange one of enterprise 5. */
const NOTICES: readonly Sketch[] = [
  {
    sender: 1,
    point: 1,
    level: 1,
    radius: 500,
    recipients: [
      { number: 2, distance: 207.9 },
      { number: 3, distance: 336.6 },
    ],
  },
  {
    sender: 5,
    point: 9,
    level: 2,
    radius: 300,
    recipients: [
      { number: 6, distance: 221.7 },
      { number: 7, distance: 282.7 },
    ],
  },
]

const nameOf = (number: number): string => ENTERPRISES[number - 1]?.name ?? ''

/** Plants notices issued yesterday with the copies of their recipients, of which nobody has signed any. */
export async function plantNotices(tx: Tx): Promise<void> {
  const at = new Date(NOW.getTime() - 86_400_000)
  for (const [index, { sender, point, level, radius, recipients }] of NOTICES.entries()) {
    const place = placeOf(sender)
    const id = idOf('e7', index + 1)
    const geom = pointAt(place.at[0] + 5, place.at[1] + 5)
    const content = draftContent({
      enterprise: {
        name: nameOf(sender),
        address: '台儿庄区某路',
        dutyPhone: '0632-6600000',
        majorHazardLevel: null,
      },
      riskPoint: { name: `风险点${point}`, type: 'facility', level, locationText: '' },
      accidentTypes: [16],
      measures: [],
    })
    const notice = {
      riskPointId: idOf('b', point),
      cause: 'created' as const,
      pointLevel: level,
      radius,
      geom,
      content,
      issuedAt: at,
      issuedByName: '安全员',
    }
    await tx.insert(neighbourNotices).values({
      ...place,
      ...notice,
      id,
      no: 1,
      status: 'issued',
      profileId: 'neighbour-default',
      profileVersion: 1,
      draftedAt: at,
      issuedByPart: 'safety-officer',
      renewOn: '2027-11-23',
    })
    const copies = recipients.map(({ number, distance }) => ({
      number,
      distance,
      deliveryId: idOf('e8', number),
    }))
    await tx.insert(neighbourNoticeRecipients).values(
      copies.map(({ number, distance, deliveryId }) => ({
        ...place,
        noticeId: id,
        recipientId: placeOf(number).enterpriseId,
        recipientName: nameOf(number),
        geom: pointAt(...placeOf(number).at),
        distance,
        origin: 'profile' as const,
        deliveryId,
        toldAt: at,
      })),
    )
    await tx.insert(receivedNotices).values(
      copies.map(({ number, distance, deliveryId }) => ({
        ...placeOf(number),
        ...notice,
        id: deliveryId,
        distance,
        senderId: place.enterpriseId,
        senderName: nameOf(sender),
        noticeId: id,
        noticeNo: 1,
      })),
    )
  }
  await tx.execute(sql`DELETE FROM neighbour_checks`)
}
