import { randomUUID } from 'node:crypto'
import type { Tx } from '@onemap/api/db/database'
import { sql } from '@onemap/api/db/sql'
import { countRows } from '../count-rows.ts'
import type { ImportContext, Tally } from '../ledger.ts'
import { keepAbsent } from '../keep-absent.ts'

/** Columns of the ledger that may be absent, by key, and the column they are stored in. */
const STORED = {
  kind: 'kind',
  industryCode: 'industry_code',
  activity: 'activity',
  village: 'area_code',
  legalRepresentative: 'legal_representative',
  principal: 'principal',
  safetyOfficer: 'safety_officer',
  dutyPhone: 'duty_phone',
  employees: 'employees',
  majorHazardLevel: 'major_hazard_level',
} as const

const UNASSIGNED_OFFICE = 'unassigned'

/** Creates and updates enterprises by credit code. */
export async function writeEnterprises(tx: Tx, context: ImportContext): Promise<Tally[]> {
  await tx.execute(sql`
    UPDATE staged s SET id = e.id, known = true, office_id = coalesce(s.office_id, e.office_id)
    FROM enterprises e WHERE e.credit_code = s.credit_code`)
  await keepAbsent(tx, context, STORED, sql`enterprises o WHERE o.id = s.id AND s.known`, {
    village: sql`o.town_code = s.town_code`,
  })
  await complete(tx)
  const created = await insertNew(tx)
  const updated = await updateChanged(tx)
  const staged = await countRows(tx, sql`SELECT FROM staged`)
  return [
    {
      what: { zh: '企业', en: 'Enterprises' },
      created,
      updated,
      unchanged: staged - created - updated,
    },
  ]
}

/** Gives ids, defaults, a grid of the town by geometry (the nearest where none covers the place), an office. */
async function complete(tx: Tx): Promise<void> {
  await tx.execute(sql`
    INSERT INTO offices (id, code, name, phone)
    SELECT ${randomUUID()}::uuid, ${UNASSIGNED_OFFICE}, '未分配', ''
    WHERE EXISTS (SELECT FROM staged WHERE office_id IS NULL)
    ON CONFLICT (code) DO NOTHING`)
  await tx.execute(sql`
    UPDATE staged s
    SET id = coalesce(s.id, gen_random_uuid()),
        known = coalesce(s.known, false),
        kind = coalesce(s.kind, 'general'),
        office_id = coalesce(s.office_id, (SELECT id FROM offices WHERE code = ${UNASSIGNED_OFFICE}))`)
  // An enterprise that has not moved keeps its grid, and so does one that is there by hand, within its town.
  await tx.execute(sql`
    UPDATE staged s SET grid_id = e.grid_id
    FROM enterprises e
    WHERE s.known AND e.id = s.id AND e.town_code = s.town_code
      AND (e.geom::bytea = s.geom::bytea OR EXISTS (SELECT FROM grid_overrides o WHERE o.enterprise_id = e.id))`)
  await tx.execute(sql`
    UPDATE staged s
    SET grid_id = (SELECT g.id FROM grids g WHERE g.town_code = s.town_code AND g.valid_to IS NULL ORDER BY ST_Distance(g.geom, s.geom), g.code LIMIT 1)
    WHERE grid_id IS NULL`)
}

const NEW_VALUES = sql`
  s.name, s.initials, s.kind, coalesce(s.industry_code, ''), s.industry, coalesce(s.activity, ''), s.address, s.area_code, s.town_code,
  s.grid_id, s.office_id, s.geom, s.datum, coalesce(s.legal_representative, ''), coalesce(s.principal, ''),
  coalesce(s.safety_officer, ''), coalesce(s.duty_phone, ''), s.employees, s.major_hazard_level`

const COLUMNS = sql`
  name, initials, kind, industry_code, industry, activity, address, area_code, town_code,
  grid_id, office_id, geom, source_datum, legal_representative, principal,
  safety_officer, duty_phone, employees, major_hazard_level`

function insertNew(tx: Tx): Promise<number> {
  return countRows(
    tx,
    sql`
    INSERT INTO enterprises (id, credit_code, ${COLUMNS})
    SELECT s.id, s.credit_code, ${NEW_VALUES} FROM staged s WHERE NOT s.known ORDER BY s.row_no
    RETURNING 1`,
  )
}

/** Only rows that differ are written, so that the map's versions stay where nothing changed. What is imported is no demonstration. */
function updateChanged(tx: Tx): Promise<number> {
  return countRows(
    tx,
    sql`
    UPDATE enterprises e
    SET (${COLUMNS}, is_demo, updated_at) = (SELECT ${NEW_VALUES}, false, now() FROM staged s WHERE s.id = e.id)
    WHERE e.id IN (
      SELECT s.id
      FROM staged s
      JOIN enterprises o ON o.id = s.id
      WHERE s.known AND (o.is_demo OR (${NEW_VALUES}) IS DISTINCT FROM (
        o.name, o.initials, o.kind, o.industry_code, o.industry, o.activity, o.address, o.area_code, o.town_code,
        o.grid_id, o.office_id, o.geom, o.source_datum, o.legal_representative, o.principal,
        o.safety_officer, o.duty_phone, o.employees, o.major_hazard_level)))
    RETURNING 1`,
  )
}
