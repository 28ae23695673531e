import { sql } from 'drizzle-orm'
import { asGeoJson } from '../db/geometry.ts'

/** The columns of EnterpriseItem from `enterprises e`. */
export const ENTERPRISE_COLUMNS = sql`
  e.id, e.name, e.credit_code AS "creditCode", e.kind, e.industry, e.address,
  e.area_code AS "areaCode", e.town_code AS "townCode", e.grid_id AS "gridId",
  ${asGeoJson(sql`e.geom`)} AS location, e.risk_level AS "riskLevel", e.is_demo AS "isDemo"
`
