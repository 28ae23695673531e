import { copyLine } from '@onemap/api/db/copy-text'
import type { Position } from '@onemap/geodata/geojson'
import { chinaTime, instant } from '../calendar.ts'
import type { EnterpriseRecord } from '../rows.ts'

/** What COPY needs to know of a table: its columns, and the lines an enterprise adds to it. */
interface Table {
  readonly name: string
  readonly columns: readonly string[]
  lines(record: EnterpriseRecord, officeIds: ReadonlyMap<string, string>): string[]
}

/** The tables of an enterprise, parents before children. Levels go in as the database would derive them. */
export const TABLES: readonly Table[] = [
  {
    name: 'enterprises',
    columns: [
      'id', 'credit_code', 'name', 'initials', 'kind', 'industry_code', 'industry', 'activity', 'address', 'area_code', 'town_code', 'grid_id',
      'office_id', 'geom', 'source_datum', 'legal_representative', 'principal', 'safety_officer', 'duty_phone', 'employees',
      'major_hazard_level', 'risk_level', 'is_demo', 'created_at', 'updated_at',
    ],
    lines: ({ enterprise: e }, officeIds) => [copyLine([
      e.id, e.creditCode, e.name, e.initials, e.kind, e.industryCode, e.industry, e.activity, e.address, e.areaCode, e.townCode, e.gridId,
      officeIds.get(e.officeCode), pointText(e.position), 'wgs84', e.legalRepresentative, e.principal, e.safetyOfficer, e.dutyPhone, e.employees,
      e.majorHazardLevel, e.riskLevel, true, chinaTime(e.createdAt), chinaTime(e.createdAt),
    ])],
  },
  {
    name: 'risk_points',
    columns: [
      'enterprise_id', 'id', 'no', 'code', 'name', 'type', 'domain', 'public_domain', 'location_text', 'geom', 'extent',
      'level', 'accident_type', 'grid_id', 'town_code', 'updated_at',
    ],
    lines: ({ enterprise: e, riskPoints }) => riskPoints.map((p) => copyLine([
      e.id, p.id, p.no, p.code, p.name, p.type, p.domain, p.publicDomain, p.locationText, pointText(p.position), p.extent && polygonText(p.extent),
      p.level, p.accidentType, e.gridId, e.townCode, chinaTime(e.createdAt),
    ])),
  },
  {
    name: 'hazard_sources',
    columns: ['enterprise_id', 'id', 'risk_point_id', 'description', 'factor', 'risk_category', 'accident_type', 'occupational_factor', 'level'],
    lines: ({ enterprise: e, hazardSources }) => hazardSources.map((s) => copyLine([
      e.id, s.id, s.riskPointId, s.description, s.factor, s.riskCategory, s.accidentType, s.occupationalFactor, s.level,
    ])),
  },
  {
    name: 'assessments',
    columns: [
      'enterprise_id', 'id', 'hazard_source_id', 'stage', 'method', 'inputs', 'score', 'level', 'profile_id', 'profile_version',
      'direct_criterion', 'assessor', 'assessed_on', 'reason', 'recorded_at',
    ],
    lines: ({ enterprise: e, assessments }) => assessments.map((a) => copyLine([
      e.id, a.id, a.hazardSourceId, a.stage, a.method, a.inputs, a.score, a.level, a.profileId, a.profileVersion,
      a.directCriterion, a.assessor, a.assessedOn, a.reason, chinaTime(instant(a.assessedOn, 17 * 60)),
    ])),
  },
  {
    name: 'control_measures',
    columns: ['enterprise_id', 'id', 'hazard_source_id', 'category', 'control_level', 'content', 'status', 'verified_on'],
    lines: ({ enterprise: e, controlMeasures }) => controlMeasures.map((m) => copyLine([
      e.id, m.id, m.hazardSourceId, m.category, m.controlLevel, m.content, m.status, m.verifiedOn,
    ])),
  },
  {
    name: 'responsibilities',
    columns: ['enterprise_id', 'id', 'risk_point_id', 'control_level', 'department', 'person', 'mobile'],
    lines: ({ enterprise: e, responsibilities }) => responsibilities.map((r) => copyLine([
      e.id, r.id, r.riskPointId, r.controlLevel, r.department, r.person, r.mobile,
    ])),
  },
  {
    name: 'hazards',
    columns: [
      'enterprise_id', 'id', 'risk_point_id', 'no', 'code', 'description', 'location_text', 'geom', 'origin', 'grade', 'treatment', 'status',
      'reported_at', 'deadline', 'accepted_at', 'closed_at', 'round', 'extension', 'supervision', 'work_stop', 'grid_id', 'town_code',
    ],
    lines: ({ enterprise: e, hazards }) => hazards.map((h) => copyLine([
      e.id, h.id, h.riskPointId, h.no, h.code, h.description, h.locationText, pointText(h.position), h.origin, h.grade, h.treatment, h.status,
      chinaTime(h.reportedAt), h.deadline, h.acceptedAt && chinaTime(h.acceptedAt), h.closedAt && chinaTime(h.closedAt),
      h.round, h.extension, h.supervision, h.workStop, e.gridId, e.townCode,
    ])),
  },
  {
    name: 'hazard_events',
    columns: ['enterprise_id', 'hazard_id', 'seq', 'type', 'from_status', 'to_status', 'actor_name', 'actor_role', 'occurred_at', 'opinion', 'detail'],
    lines: ({ enterprise: e, hazardEvents }) => hazardEvents.map((v) => copyLine([
      e.id, v.hazardId, v.seq, v.type, v.fromStatus, v.toStatus, v.actorName, v.actorRole, chinaTime(v.occurredAt), v.opinion, v.detail,
    ])),
  },
]

const pointText = ([lon, lat]: Position) => `SRID=4326;POINT(${lon} ${lat})`
const polygonText = (ring: readonly Position[]) => `SRID=4326;POLYGON((${ring.map(([lon, lat]) => `${lon} ${lat}`).join(',')}))`
