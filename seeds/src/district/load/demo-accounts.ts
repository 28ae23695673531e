import { sql } from '@onemap/api/db/sql'
import { z } from 'zod'
import type { Tx } from '@onemap/api/db/database'
import { hashPassword } from '@onemap/api/db/password-hash'
import { queryRows } from '@onemap/api/db/rows'
import { DEMO_PASSWORD } from '@onemap/api/domain/demonstration'
import type { Position } from '@onemap/api/domain/position'
import type { Role } from '@onemap/api/domain/role'
import { emailOf } from '@onemap/api/domain/username'
import { LEADERS, OFFICIALS } from '../hazards/cast.ts'
import { createRandom } from '../random.ts'
import { personName } from '../staff.ts'

interface DemoAccount {
  readonly username: string
  readonly name: string
  readonly role: Role
  readonly position?: Position
  readonly title?: string
  readonly officeId?: string
  readonly enterpriseId?: string | undefined
}

const Chief = z.object({ userId: z.uuid(), gridId: z.uuid() })
const Firm = z.object({ id: z.uuid(), principal: z.string(), safetyOfficer: z.string() })

/** Opens the accounts that the README names, and `bureau02`, `ent01r` and `ent01n`, on people and objects of the district. Names that are taken are left alone. */
export async function openDemoAccounts(tx: Tx, seed: string): Promise<void> {
  const random = createRandom(`${seed} accounts`)
  const ids = createRandom(`${seed} account ids`)
  const accounts: DemoAccount[] = [
    { username: 'leader', name: LEADERS[0] ?? personName(random), role: 'leader', title: '副局长' },
    ...(await officers(tx)),
    ...(await enterpriseStaff(tx)),
    { username: 'admin', name: personName(random), role: 'admin' },
    { username: 'auditor', name: personName(random), role: 'auditor' },
  ]
  for (const account of accounts)
    await open(tx, account, { user: ids.uuid(), appointment: ids.uuid(), credential: ids.uuid() })
  for (const [index, { userId }] of (await busiestChiefs(tx)).entries())
    await giveAccess(tx, userId, `grid0${index + 1}`, ids.uuid())
}

/** The office with the most enterprises. */
const BUSIEST_OFFICE = sql`
  SELECT o.id FROM offices o LEFT JOIN enterprises e ON e.office_id = o.id GROUP BY o.id ORDER BY count(e.id) DESC, o.code LIMIT 1`

/** A head of office, who proposes the closing of major hazards and approves publications, and an officer who prepares them. */
async function officers(tx: Tx): Promise<DemoAccount[]> {
  const [office] = await queryRows(tx, z.object({ id: z.uuid() }), BUSIEST_OFFICE)
  return office === undefined
    ? []
    : [
        {
          username: 'bureau',
          name: OFFICIALS[0] ?? '',
          role: 'bureau',
          position: 'head',
          officeId: office.id,
        },
        {
          username: 'bureau02',
          name: OFFICIALS[1] ?? '',
          role: 'bureau',
          position: 'officer',
          officeId: office.id,
        },
      ]
}

/** The chiefs of the two grids with the most enterprises: there is most to see. */
function busiestChiefs(tx: Tx): Promise<z.output<typeof Chief>[]> {
  return queryRows(
    tx,
    Chief,
    sql`
    SELECT a.user_id AS "userId", a.grid_id AS "gridId"
    FROM appointments a
    JOIN users u ON u.id = a.user_id AND u.is_demo
    JOIN grids g ON g.id = a.grid_id
    LEFT JOIN enterprises e ON e.grid_id = g.id
    WHERE a.position = 'chief'
    GROUP BY a.user_id, a.grid_id, g.code
    ORDER BY count(e.id) DESC, g.code
    LIMIT 2`,
  )
}

/**
 * `ent01` and `ent02` work for the enterprises with the most hazards in the grids of `grid01` and `grid02`, of the
 * office of `bureau` if there is one: so that a hazard can be followed all the way. `ent01r` rectifies for `ent01`, `ent01n` is the
 * principal next door, who is told of its risks.
 */
async function enterpriseStaff(tx: Tx): Promise<DemoAccount[]> {
  const firms: z.output<typeof Firm>[] = []
  for (const { gridId } of await busiestChiefs(tx)) {
    firms.push(
      ...(await queryRows(
        tx,
        Firm,
        sql`
      SELECT e.id, e.principal, e.safety_officer AS "safetyOfficer"
      FROM enterprises e
      LEFT JOIN hazards h ON h.enterprise_id = e.id
      WHERE e.grid_id = ${gridId} AND e.is_demo
      GROUP BY e.id
      ORDER BY (e.office_id = (${BUSIEST_OFFICE})) DESC, count(h.id) DESC, e.credit_code
      LIMIT 1`,
      )),
    )
  }
  const [first, second] = firms
  const rectifier = first && (await usualRectifier(tx, first))
  const neighbour =
    first &&
    (await nearestTo(
      tx,
      first,
      firms.map(({ id }) => id),
    ))
  return [
    ...(first === undefined
      ? []
      : [
          {
            username: 'ent01',
            name: first.safetyOfficer,
            role: 'enterprise' as const,
            position: 'safety-officer' as const,
            enterpriseId: first.id,
          },
        ]),
    ...(rectifier === undefined
      ? []
      : [
          {
            username: 'ent01r',
            name: rectifier.name,
            role: 'enterprise' as const,
            position: 'rectifier' as const,
            enterpriseId: first?.id,
          },
        ]),
    ...(neighbour === undefined
      ? []
      : [
          {
            username: 'ent01n',
            name: neighbour.principal,
            role: 'enterprise' as const,
            position: 'principal' as const,
            enterpriseId: neighbour.id,
          },
        ]),
    ...(second === undefined
      ? []
      : [
          {
            username: 'ent02',
            name: second.principal,
            role: 'enterprise' as const,
            position: 'principal' as const,
            enterpriseId: second.id,
          },
        ]),
  ]
}

/** The enterprise next door, besides those with an account. */
async function nearestTo(
  tx: Tx,
  { id }: { readonly id: string },
  besides: readonly string[],
): Promise<z.output<typeof Firm> | undefined> {
  const [found] = await queryRows(
    tx,
    Firm,
    sql`
    SELECT e.id, e.principal, e.safety_officer AS "safetyOfficer"
    FROM enterprises e, enterprises here
    WHERE here.id = ${id} AND e.is_demo AND e.id NOT IN ${[...besides]}
    ORDER BY e.geom <-> here.geom, e.credit_code LIMIT 1`,
  )
  return found
}

/** Who of the enterprise has rectified most, besides those with an account. */
async function usualRectifier(
  tx: Tx,
  { id, principal, safetyOfficer }: z.output<typeof Firm>,
): Promise<{ name: string } | undefined> {
  const [found] = await queryRows(
    tx,
    z.object({ name: z.string() }),
    sql`
    SELECT rectifier_name AS name FROM hazards
    WHERE enterprise_id = ${id} AND rectifier_name NOT IN (${principal}, ${safetyOfficer})
    GROUP BY rectifier_name ORDER BY count(*) DESC, rectifier_name LIMIT 1`,
  )
  return found
}

async function open(
  tx: Tx,
  { username, name, role, position, title, officeId, enterpriseId }: DemoAccount,
  ids: { user: string; appointment: string; credential: string },
): Promise<void> {
  const made = await queryRows(
    tx,
    z.object({ id: z.uuid() }),
    sql`
    INSERT INTO users (id, name, email, role, is_demo) VALUES (${ids.user}, ${name}, ${emailOf(ids.user)}, ${role}, true)
    ON CONFLICT DO NOTHING RETURNING id`,
  )
  if (made.length === 0) return
  await tx.execute(sql`
    INSERT INTO appointments (id, user_id, role, position, title, office_id, enterprise_id, valid_from)
    VALUES (${ids.appointment}, ${ids.user}, ${role}, ${position ?? null}, ${title ?? null}, ${officeId ?? null}, ${enterpriseId ?? null}, '2016-07-01')`)
  await giveAccess(tx, ids.user, username, ids.credential)
}

async function giveAccess(
  tx: Tx,
  userId: string,
  username: string,
  credentialId: string,
): Promise<void> {
  const named = await queryRows(
    tx,
    z.object({ id: z.uuid() }),
    sql`
    UPDATE users SET username = ${username}, display_username = ${username}, email = ${emailOf(username)}
    WHERE id = ${userId} AND NOT EXISTS (SELECT FROM users WHERE username = ${username})
    RETURNING id`,
  )
  if (named.length === 0) return
  await tx.execute(sql`
    INSERT INTO accounts (id, user_id, account_id, provider_id, password)
    VALUES (${credentialId}, ${userId}, ${userId}, 'credential', ${await hashPassword(DEMO_PASSWORD)})`)
}
