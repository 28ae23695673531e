import { sql } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import type { NewMeasure, NewSource } from './inputs.ts'
import type { RiskLevel } from '../domain/risk-level.ts'

/*
 * Rows go in many at a time, one statement a table, naming granted columns only: grid and office are filled in by
 * the database, levels are derived by it.
 */

export interface PointToWrite {
  readonly id: string
  readonly no: number
  readonly code: string
  readonly name: string
  readonly type: string
  readonly domain: string
  readonly publicDomain: boolean
  readonly locationText: string
  /** Extended WKT. */
  readonly geom: string
  readonly extent: string | null
}

export interface SourceToWrite extends Pick<
  NewSource,
  'description' | 'factor' | 'riskCategory' | 'accidentType' | 'occupationalFactor'
> {
  readonly id: string
  readonly riskPointId: string
}

export interface AssessmentToWrite {
  readonly id: string
  readonly hazardSourceId: string
  readonly stage: string
  readonly method: string
  readonly inputs: Readonly<Record<string, number>>
  readonly score: string | null
  readonly level: RiskLevel
  readonly raisedFrom: RiskLevel | null
  readonly profileId: string
  readonly profileVersion: number
  readonly directCriterion: string | null
  readonly assessor: string
  readonly assessedOn: string
  readonly reason: string | null
}

export interface MeasureToWrite extends Omit<NewMeasure, 'id'> {
  readonly id: string
  readonly hazardSourceId: string
}

export interface ResponsibilityToWrite {
  readonly id: string
  readonly riskPointId: string
  readonly controlLevel: string
  readonly department: string
  readonly person: string
  readonly sealed: string | null
  readonly masked: string | null
}

export async function addPoints(
  tx: Tx,
  enterpriseId: string,
  points: readonly PointToWrite[],
): Promise<void> {
  if (points.length === 0) return
  await tx.execute(sql`
    INSERT INTO risk_points (enterprise_id, id, no, code, name, type, domain, public_domain, location_text, geom, extent)
    SELECT ${enterpriseId}, id, no, code, name, type, domain, "publicDomain", "locationText", geom::geometry, extent::geometry
    FROM jsonb_to_recordset(${JSON.stringify(points)}::jsonb) AS p (
      id uuid, no integer, code text, name text, type text, domain text, "publicDomain" boolean, "locationText" text, geom text, extent text)`)
}

export async function addSources(
  tx: Tx,
  enterpriseId: string,
  sources: readonly SourceToWrite[],
): Promise<void> {
  if (sources.length === 0) return
  await tx.execute(sql`
    INSERT INTO hazard_sources (enterprise_id, id, risk_point_id, description, factor, risk_category, accident_type, occupational_factor)
    SELECT ${enterpriseId}, id, "riskPointId", description, factor, "riskCategory", "accidentType", "occupationalFactor"
    FROM jsonb_to_recordset(${JSON.stringify(sources)}::jsonb) AS s (
      id uuid, "riskPointId" uuid, description text, factor text, "riskCategory" text, "accidentType" smallint, "occupationalFactor" text)`)
}

export async function addAssessments(
  tx: Tx,
  enterpriseId: string,
  assessments: readonly AssessmentToWrite[],
): Promise<void> {
  if (assessments.length === 0) return
  await tx.execute(sql`
    INSERT INTO assessments (
      enterprise_id, id, hazard_source_id, stage, method, inputs, score, level, raised_from, profile_id, profile_version,
      direct_criterion, assessor, assessed_on, reason)
    SELECT ${enterpriseId}, id, "hazardSourceId", stage, method, inputs, score, level, "raisedFrom", "profileId", "profileVersion",
      "directCriterion", assessor, "assessedOn", reason
    FROM jsonb_to_recordset(${JSON.stringify(assessments)}::jsonb) AS a (
      id uuid, "hazardSourceId" uuid, stage text, method text, inputs jsonb, score numeric, level smallint, "raisedFrom" smallint,
      "profileId" text, "profileVersion" integer, "directCriterion" text, assessor text, "assessedOn" date, reason text)`)
}

export async function addMeasures(
  tx: Tx,
  enterpriseId: string,
  measures: readonly MeasureToWrite[],
): Promise<void> {
  if (measures.length === 0) return
  await tx.execute(sql`
    INSERT INTO control_measures (enterprise_id, id, hazard_source_id, category, control_level, content, status, verified_on)
    SELECT ${enterpriseId}, id, "hazardSourceId", category, "controlLevel", content, status, "verifiedOn"
    FROM jsonb_to_recordset(${JSON.stringify(measures)}::jsonb) AS m (
      id uuid, "hazardSourceId" uuid, category text, "controlLevel" text, content text, status text, "verifiedOn" date)`)
}

export async function addResponsibilities(
  tx: Tx,
  enterpriseId: string,
  responsibilities: readonly ResponsibilityToWrite[],
): Promise<void> {
  if (responsibilities.length === 0) return
  await tx.execute(sql`
    INSERT INTO responsibilities (enterprise_id, id, risk_point_id, control_level, department, person, mobile_sealed, mobile_masked)
    SELECT ${enterpriseId}, id, "riskPointId", "controlLevel", department, person, sealed, masked
    FROM jsonb_to_recordset(${JSON.stringify(responsibilities)}::jsonb) AS r (
      id uuid, "riskPointId" uuid, "controlLevel" text, department text, person text, sealed text, masked text)`)
}
