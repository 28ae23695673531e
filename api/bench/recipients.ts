import { nearOf } from '../src/db/notice-standing.ts'
import { beside, middleOf, riskPointAt, scaledDatabase } from './databases.ts'
import { paired } from './measure.ts'
import { openSubject } from './subject.ts'
import { milliseconds, type Line } from './table.ts'

const MANY = 1_000_000
/** The widest that the rules know, in metres. */
const RADIUS = 500

/** Whom one point concerns among a million enterprises: the transaction of a reader against the bare query on the same server. */
export async function measureRecipients(address: string): Promise<Line[]> {
  const many = beside(address, String(MANY))
  await scaledDatabase(many, MANY)
  const sender = middleOf(MANY)
  const point = await riskPointAt(many, sender)
  const { database, client, close } = await openSubject(many)
  const raw = `
    SELECT n.id, n.name, ST_Distance(n.geom::geography, p.geom::geography) AS distance
    FROM risk_points p JOIN enterprises n ON ST_DWithin(n.geom::geography, p.geom::geography, $2) AND n.id <> p.enterprise_id
    WHERE p.enterprise_id = $1 AND p.id = $3 ORDER BY 3`
  const { subject, reference, ratio } = await paired(
    () =>
      database.reading({ audience: 'wide' }, (tx) =>
        nearOf(tx, sender, [{ id: point, radius: RADIUS, others: [] }]),
      ),
    () => client.query(raw, [sender, RADIUS, point]),
    300,
    10,
  )
  await close()
  return [
    {
      what: `recipients of a point within ${RADIUS} m among ${MANY.toLocaleString('en')} enterprises / raw SQL`,
      measured: milliseconds(subject),
      reference: milliseconds(reference),
      value: ratio,
      target: 2,
      unit: '×',
    },
  ]
}
