import type { Tx } from '@onemap/api/db/database'
import { sql } from '@onemap/api/db/sql'
import { countRows } from '../count-rows.ts'
import { keepAbsent } from '../keep-absent.ts'
import type { ImportContext, Tally } from '../ledger.ts'

/** Columns of the ledger that may be absent, by key, and the column they are stored in. */
const STORED = {
  riskPointCode: 'risk_point_id',
  location: 'location_text',
  origin: 'origin',
  grade: 'grade',
  treatment: 'treatment',
  deadline: 'deadline',
} as const

/** Creates and updates hazards by credit code and code, and adds to their record what the ledger says. */
export async function writeHazards(tx: Tx, context: ImportContext): Promise<Tally[]> {
  await keepAbsent(
    tx,
    context,
    STORED,
    sql`hazards o WHERE o.enterprise_id = s.enterprise_id AND o.id = s.id`,
    { riskPointCode: sql`s.risk_point_id IS NULL` },
  )
  await keepInstants(tx)
  await complete(tx)
  await tx.execute(sql`CREATE TEMP TABLE written_hazards (id uuid PRIMARY KEY) ON COMMIT DROP`)
  const updated = await updateChanged(tx)
  const created = await insertNew(tx)
  await addEvents(tx, context)
  const staged = await countRows(tx, sql`SELECT FROM staged`)
  return [
    {
      what: { zh: '隐患', en: 'Hazards' },
      created,
      updated,
      unchanged: staged - created - updated,
    },
  ]
}

/** A ledger knows days alone: within the same day in China the instant on record stays. */
async function keepInstants(tx: Tx): Promise<void> {
  for (const column of ['reported_at', 'accepted_at', 'closed_at']) {
    const name = sql.identifier(column)
    await tx.execute(sql`
      UPDATE staged s SET ${name} = h.${name}
      FROM hazards h
      WHERE h.enterprise_id = s.enterprise_id AND h.id = s.id
        AND (h.${name} AT TIME ZONE 'Asia/Shanghai')::date = (s.${name} AT TIME ZONE 'Asia/Shanghai')::date`)
  }
}

/** Gives ids, numbers in the order of the file, and places: on record, or of the risk point, or of the enterprise. */
async function complete(tx: Tx): Promise<void> {
  await tx.execute(sql`
    UPDATE staged s
    SET id = coalesce(s.id, gen_random_uuid()), known = coalesce(s.known, false), no = coalesce(s.no, n.no),
      origin = coalesce(s.origin, 'other'), location_text = coalesce(s.location_text, ''),
      geom = coalesce(s.geom,
        (SELECT geom FROM hazards WHERE enterprise_id = s.enterprise_id AND id = s.id),
        (SELECT geom FROM risk_points WHERE enterprise_id = s.enterprise_id AND id = s.risk_point_id),
        (SELECT geom FROM enterprises WHERE id = s.enterprise_id))
    FROM (
      SELECT o.row_no, (SELECT coalesce(max(no), 0) FROM hazards WHERE enterprise_id = o.enterprise_id)
        + row_number() OVER (PARTITION BY o.enterprise_id, o.known ORDER BY o.row_no) AS no
      FROM staged o
    ) n
    WHERE n.row_no = s.row_no`)
}

const STATE = sql`
  risk_point_id, description, location_text, geom, origin, grade, treatment, status, reported_at, deadline, accepted_at, closed_at`

/** Only rows that differ are written. */
async function updateChanged(tx: Tx): Promise<number> {
  const differing = await countRows(
    tx,
    sql`
    INSERT INTO written_hazards
    SELECT s.id
    FROM staged s
    JOIN hazards h ON h.enterprise_id = s.enterprise_id AND h.id = s.id
    WHERE (h.risk_point_id, h.description, h.location_text, h.geom::bytea, h.origin, h.grade, h.treatment, h.status, h.reported_at, h.deadline, h.accepted_at, h.closed_at)
      IS DISTINCT FROM
        (s.risk_point_id, s.description, s.location_text, s.geom::bytea, s.origin, s.grade, s.treatment, s.status, s.reported_at, s.deadline, s.accepted_at, s.closed_at)
    RETURNING 1`,
  )
  await tx.execute(sql`
    UPDATE hazards h
    SET (${STATE}) = (SELECT ${STATE} FROM staged s WHERE s.id = h.id AND s.enterprise_id = h.enterprise_id)
    WHERE h.id IN (SELECT id FROM written_hazards)`)
  return differing
}

async function insertNew(tx: Tx): Promise<number> {
  await tx.execute(sql`
    INSERT INTO hazards (enterprise_id, id, no, code, grid_id, town_code, ${STATE})
    SELECT s.enterprise_id, s.id, s.no, s.code, e.grid_id, e.town_code,
      s.risk_point_id, s.description, s.location_text, s.geom, s.origin, s.grade, s.treatment, s.status, s.reported_at, s.deadline, s.accepted_at, s.closed_at
    FROM staged s
    JOIN enterprises e ON e.id = s.enterprise_id
    WHERE NOT s.known
    ORDER BY s.row_no`)
  return countRows(
    tx,
    sql`INSERT INTO written_hazards SELECT id FROM staged WHERE NOT known RETURNING 1`,
  )
}

/**
 * One report says that the state came from a ledger, at the time of the import: `detail.import` marks it. The steps
 * that led there are not known and are not made up; the ledger's dates stand in the hazard itself.
 */
async function addEvents(tx: Tx, { fileName }: ImportContext): Promise<void> {
  await tx.execute(sql`
    UPDATE staged s SET last_seq = v.seq
    FROM (SELECT enterprise_id, hazard_id, max(seq) AS seq FROM hazard_events GROUP BY enterprise_id, hazard_id) v
    WHERE s.known AND v.enterprise_id = s.enterprise_id AND v.hazard_id = s.id`)
  await tx.execute(sql`
    INSERT INTO hazard_events (enterprise_id, hazard_id, seq, type, from_status, to_status, actor_name, actor_role, occurred_at, opinion, detail)
    SELECT s.enterprise_id, s.id, coalesce(s.last_seq, 0) + 1, 'report', s.old_status, s.status, '台账导入', 'reporter', now(),
      format('由台账“%s”第 %s 行导入%s', ${fileName}::text, s.row_no, '；整改责任人：' || s.responsible),
      jsonb_strip_nulls(jsonb_build_object(
        'import', true, 'file', ${fileName}::text, 'row', s.row_no, 'responsible', s.responsible, 'datum', s.datum))
    FROM staged s
    JOIN written_hazards w ON w.id = s.id`)
  // Whoever acts next says which event they saw last; who is responsible is known by name alone.
  await tx.execute(sql`
    UPDATE hazards h
    SET last_seq = coalesce(s.last_seq, 0) + 1,
      rectifier_name = CASE WHEN h.rectifier_id IS NULL THEN coalesce(s.responsible, h.rectifier_name) ELSE h.rectifier_name END,
      reporter_name = CASE WHEN h.reporter_name = '' THEN '台账导入' ELSE h.reporter_name END
    FROM staged s
    JOIN written_hazards w ON w.id = s.id
    WHERE h.enterprise_id = s.enterprise_id AND h.id = s.id`)
}
