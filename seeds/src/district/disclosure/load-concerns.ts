import type { Tx } from '@onemap/api/db/database'
import { queryRow, queryRows } from '@onemap/api/db/rows'
import { sql } from '@onemap/api/db/sql'
import { dayAfter } from '@onemap/api/domain/calendar'
import { z } from 'zod'
import { chinaTime, instant } from '../calendar.ts'
import { createRandom } from '../random.ts'

interface Told {
  readonly text: string
  readonly place: string
  readonly daysAgo: number
  readonly outcome: 'received' | 'accepted' | 'declined'
  readonly reply?: string
}

/** What people living nearby might tell. */
const TOLD: readonly Told[] = [
  {
    text: '厂区北门外的消防栓被电动车挡住了，好几天了没人管。',
    place: '厂区北门外路边',
    daysAgo: 0,
    outcome: 'received',
  },
  {
    text: '晚上十点以后闻到刺鼻的气味，开窗睡不着，希望查一查。',
    place: '村东头，靠近厂区围墙',
    daysAgo: 1,
    outcome: 'received',
  },
  {
    text: '河边码头的护栏断了一截，放学的孩子常在那里玩。',
    place: '运河边老码头',
    daysAgo: 3,
    outcome: 'received',
  },
  {
    text: '仓库门口堆了很多油桶，紧挨着居民楼的电线。',
    place: '老街仓库门口',
    daysAgo: 9,
    outcome: 'accepted',
    reply: '已派网格员现场核实，情况属实，正在整改。',
  },
  {
    text: '隔壁装修太吵。',
    place: '小区三号楼',
    daysAgo: 12,
    outcome: 'declined',
    reply: '装修噪声不属于安全风险事项，请联系所在社区或拨打 12345。',
  },
]
const ALPHABET = [...'23456789BCDFGHJKMNPQRSTVWXYZ']

const Place = z.object({ gridId: z.uuid(), lon: z.number(), lat: z.number(), code: z.string() })
const Known = z.object({ enterpriseId: z.uuid(), id: z.uuid() })

/** Lets the public of the demonstration tell a few things, some settled, most waiting. */
export async function loadConcerns(
  tx: Tx,
  { seed, asOf }: { readonly seed: string; readonly asOf: string },
): Promise<void> {
  const officer = await queryRow(
    tx,
    z.object({ id: z.uuid(), name: z.string() }),
    sql`SELECT id, name FROM users WHERE username = 'bureau02'`,
  )
  if (officer === undefined) return
  const random = createRandom(`${seed} concerns`)
  const places = await queryRows(
    tx,
    Place,
    sql`
    SELECT e.grid_id AS "gridId", ST_X(e.geom) + 0.0007 AS lon, ST_Y(e.geom) + 0.0004 AS lat, c.code
    FROM enterprises e
    JOIN disclosure_codes c ON c.enterprise_id = e.id
    JOIN appointments a ON a.grid_id = e.grid_id JOIN users u ON u.id = a.user_id AND u.username IN ('grid01', 'grid02')
    ORDER BY u.username, c.code LIMIT 40`,
  )
  const hazard = await queryRow(
    tx,
    Known,
    sql`
    SELECT enterprise_id AS "enterpriseId", id FROM hazards WHERE origin = 'public-report' ORDER BY reported_at DESC, id LIMIT 1`,
  )
  for (const { text, place, daysAgo, outcome, reply } of TOLD) {
    const day = dayAfter(asOf, -daysAgo)
    const receipt = Array.from({ length: 3 }, () =>
      Array.from({ length: 4 }, () => random.pick(ALPHABET)).join(''),
    ).join('-')
    const at = places.length === 0 ? undefined : random.pick(places)
    const settled = outcome !== 'received'
    const found = outcome === 'accepted' ? hazard : undefined
    await tx.execute(sql`
      INSERT INTO public_concerns (id, receipt, text, place_text, geom, grid_id, about_code, status, reply, received_at,
        moderated_by, moderated_by_name, moderated_at, enterprise_id, hazard_id)
      VALUES (${random.uuid()}, ${receipt}, ${text}, ${place}, ${at === undefined ? null : sql`ST_SetSRID(ST_MakePoint(${at.lon}, ${at.lat}), 4326)`},
        ${at?.gridId ?? null}, ${at?.code ?? null}, ${outcome}, ${reply ?? null}, ${chinaTime(instant(day, 7 * 60 + 20))},
        ${settled ? officer.id : null}, ${settled ? officer.name : null}, ${settled ? chinaTime(instant(dayAfter(day, 1), 10 * 60)) : null},
        ${found?.enterpriseId ?? null}, ${found?.id ?? null})`)
  }
}
