import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { isoTime, queryRow, queryRows } from '../db/rows.ts'
import { textHolds } from '../db/search.ts'
import type { Role } from '../domain/role.ts'
import { EnterpriseName, Person } from './schema.ts'

/** What the list of people can be narrowed by. */
interface PeopleFacets {
  /** Part of a name or username. */
  readonly q?: string | undefined
  readonly role?: readonly Role[] | undefined
  readonly suspended?: boolean | undefined
  /** Whether they hold an appointment on the day. */
  readonly appointed?: boolean | undefined
  readonly canSignIn?: boolean | undefined
  readonly officeId?: string | undefined
  readonly gridId?: string | undefined
  readonly enterpriseId?: string | undefined
}

/** Who can sign in come first, then by name. */
export const PersonPosition = z.tuple([z.boolean(), z.string(), z.uuid()])
type PersonPosition = z.output<typeof PersonPosition>

export function positionOf({ username, name, id }: z.output<typeof Person>): PersonPosition {
  return [username === null, name, id]
}

const ORDER = sql`(u.username IS NULL), u.name COLLATE "C", u.id`

/** @param today `YYYY-MM-DD` in China */
export function listPeople(
  tx: Tx,
  facets: PeopleFacets,
  after: PersonPosition | undefined,
  limit: number,
  at: Date,
  today: string,
): Promise<z.output<typeof Person>[]> {
  const conditions = [
    ...conditionsOf(facets, today),
    ...(after === undefined
      ? []
      : [sql`(${ORDER}) > (${after[0]}::boolean, ${after[1]}::text, ${after[2]}::uuid)`]),
  ]
  return queryRows(
    tx,
    Person,
    selectPeople(
      sql`
    SELECT * FROM users u
    WHERE ${conditions.length === 0 ? sql`true` : sql.join(conditions, sql` AND `)}
    ORDER BY ${ORDER}
    LIMIT ${limit}`,
      at,
      today,
    ),
  )
}

export function findPerson(
  tx: Tx,
  id: string,
  at: Date,
  today: string,
): Promise<z.output<typeof Person> | undefined> {
  return queryRow(
    tx,
    Person,
    selectPeople(sql`SELECT * FROM users u WHERE u.id = ${id}`, at, today),
  )
}

function conditionsOf(facets: PeopleFacets, today: string): SQL[] {
  const { q, role, suspended, appointed, canSignIn, officeId, gridId, enterpriseId } = facets
  const holds = (condition: SQL) => sql`EXISTS (
    SELECT FROM appointments a
    WHERE a.user_id = u.id AND a.ended_at IS NULL AND a.valid_from <= ${today}::date AND (a.valid_to IS NULL OR a.valid_to >= ${today}::date) AND ${condition})`
  return [
    ...(q === undefined ? [] : [textHolds(sql`u.name || ' ' || coalesce(u.username, '')`, q)]),
    ...(role === undefined
      ? []
      : [
          sql`u.role IN (${sql.join(
            role.map((one) => sql`${one}`),
            sql`, `,
          )})`,
        ]),
    ...(suspended === undefined ? [] : [sql`u.banned = ${suspended}::boolean`]),
    ...(appointed === undefined ? [] : [sql`${holds(sql`true`)} = ${appointed}::boolean`]),
    ...(canSignIn === undefined ? [] : [sql`(u.username IS NOT NULL) = ${canSignIn}::boolean`]),
    ...(officeId === undefined ? [] : [holds(sql`a.office_id = ${officeId}`)]),
    ...(gridId === undefined ? [] : [holds(sql`a.grid_id = ${gridId}`)]),
    ...(enterpriseId === undefined ? [] : [holds(sql`a.enterprise_id = ${enterpriseId}`)]),
  ]
}

function selectPeople(page: SQL, at: Date, today: string): SQL {
  const now = sql`${at.toISOString()}::timestamptz`
  return sql`
    WITH page AS (${page}
    ), enterprise AS (
      SELECT * FROM enterprise_names(ARRAY(SELECT DISTINCT a.enterprise_id FROM appointments a JOIN page ON page.id = a.user_id WHERE a.enterprise_id IS NOT NULL))
    ), held AS (
      SELECT a.user_id, json_agg(json_build_object(
               'id', a.id, 'role', a.role, 'position', a.position, 'title', a.title,
               'office', CASE WHEN o.id IS NOT NULL THEN json_build_object('id', o.id, 'name', o.name) END,
               'grid', CASE WHEN g.id IS NOT NULL THEN json_build_object('id', g.id, 'code', g.code, 'name', g.name) END,
               'enterprise', CASE WHEN e.id IS NOT NULL THEN json_build_object('id', e.id, 'name', e.name, 'creditCode', e.credit_code) END,
               'validFrom', a.valid_from, 'validTo', a.valid_to, 'endedAt', ${isoTime(sql`a.ended_at`)}, 'endReason', a.end_reason,
               'successor', CASE WHEN s.id IS NOT NULL THEN json_build_object('appointmentId', s.id, 'userId', su.id, 'name', su.name) END,
               'state', CASE
                 WHEN a.ended_at IS NOT NULL THEN 'handed-over'
                 WHEN a.valid_from > ${today}::date THEN 'coming'
                 WHEN a.valid_to < ${today}::date THEN 'over'
                 ELSE 'current'
               END
             ) ORDER BY a.valid_from DESC, a.created_at DESC, a.id) AS appointments
      FROM page
      JOIN appointments a ON a.user_id = page.id
      LEFT JOIN offices o ON o.id = a.office_id
      LEFT JOIN grids g ON g.id = a.grid_id
      LEFT JOIN enterprise e ON e.id = a.enterprise_id
      LEFT JOIN appointments s ON s.id = a.successor_id
      LEFT JOIN users su ON su.id = s.user_id
      GROUP BY a.user_id
    )
    SELECT u.id, u.name, u.username, u.role, u.mobile_masked AS "mobileMasked", u.id_number_masked AS "idNumberMasked", u.banned AS suspended, u.ban_reason AS "suspendReason",
           u.must_change_password AS "mustChangePassword", u.two_factor_enabled AS "twoFactorEnabled",
           (SELECT ${isoTime(sql`max(f.paused_until)`)} FROM sign_in_failures f
            WHERE f.kind = 'account' AND f.account = u.username AND f.paused_until > ${now}) AS "lockedUntil",
           (SELECT ${isoTime(sql`max(s.updated_at)`)} FROM sessions s WHERE s.user_id = u.id AND s.expires_at > ${now}) AS "lastSeenAt",
           u.is_demo AS "isDemo", ${isoTime(sql`u.created_at`)} AS "createdAt",
           coalesce(held.appointments, '[]') AS appointments
    FROM page u
    LEFT JOIN held ON held.user_id = u.id
    ORDER BY ${ORDER}`
}

/** Enterprises by part of their name, pinyin initials or credit code, at most twenty. */
export function findEnterpriseNames(
  tx: Tx,
  words: string,
): Promise<z.output<typeof EnterpriseName>[]> {
  return queryRows(
    tx,
    EnterpriseName,
    sql`SELECT id, name, credit_code AS "creditCode" FROM find_enterprise_names(${words}, 20)`,
  )
}
