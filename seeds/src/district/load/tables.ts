import { copyLine } from '@onemap/api/db/copy-text'
import type { Sealer } from '@onemap/api/db/sealed'
import { maskPhone } from '@onemap/api/domain/mask-mobile'
import type { Position } from '@onemap/geodata/geojson'
import { chinaTime, instant } from '../calendar.ts'
import { attachmentsOf } from '../evidence/attachments.ts'
import type { Examples } from '../evidence/pictures.ts'
import type { EnterpriseRecord } from '../rows.ts'

/** What the rows need besides what was invented. */
export interface Surroundings {
  /** Ids of the offices by code. */
  readonly officeIds: ReadonlyMap<string, string>
  /** Seals the mobiles. */
  readonly sealer: Sealer
  /** Pictures for the hazards. */
  readonly examples: Examples
}

/** What COPY needs to know of a table: its columns, and the lines an enterprise adds to it. */
interface Table {
  readonly name: string
  readonly columns: readonly string[]
  lines(record: EnterpriseRecord, surroundings: Surroundings): string[]
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
    lines: ({ enterprise: e }, { officeIds }) => [copyLine([
      e.id, e.creditCode, e.name, e.initials, e.kind, e.industryCode, e.industry, e.activity, e.address, e.areaCode, e.townCode, e.gridId,
      officeIds.get(e.officeCode), pointText(e.position), 'wgs84', e.legalRepresentative, e.principal, e.safetyOfficer, e.dutyPhone, e.employees,
      e.majorHazardLevel, e.riskLevel, true, chinaTime(e.createdAt), chinaTime(e.createdAt),
    ])],
  },
  {
    name: 'risk_points',
    columns: [
      'enterprise_id', 'id', 'no', 'code', 'name', 'type', 'domain', 'public_domain', 'location_text', 'geom', 'extent',
      'level', 'accident_type', 'stands_since', 'grid_id', 'office_id', 'town_code', 'updated_at',
    ],
    lines: ({ enterprise: e, riskPoints }, { officeIds }) => riskPoints.map((p) => copyLine([
      e.id, p.id, p.no, p.code, p.name, p.type, p.domain, p.publicDomain, p.locationText, pointText(p.position), p.extent && polygonText(p.extent),
      p.level, p.accidentType, p.standsSince, e.gridId, officeIds.get(e.officeCode), e.townCode, chinaTime(e.createdAt),
    ])),
  },
  {
    name: 'risk_point_past_levels',
    columns: ['enterprise_id', 'risk_point_id', 'from_on', 'until_on', 'no', 'geom', 'level', 'accident_type', 'grid_id', 'office_id', 'town_code'],
    lines: ({ enterprise: e, pastPoints }, { officeIds }) => pastPoints.map((p) => copyLine([
      e.id, p.riskPointId, p.fromOn, p.untilOn, p.no, pointText(p.position), p.level, p.accidentType, e.gridId, officeIds.get(e.officeCode), e.townCode,
    ])),
  },
  {
    name: 'enterprise_past_levels',
    columns: ['enterprise_id', 'until_on', 'level', 'grid_id', 'office_id'],
    lines: ({ enterprise: e, pastLevels }, { officeIds }) => pastLevels.map((p) => copyLine([e.id, p.untilOn, p.level, e.gridId, officeIds.get(e.officeCode)])),
  },
  {
    name: 'hazard_sources',
    columns: ['enterprise_id', 'id', 'grid_id', 'office_id', 'risk_point_id', 'description', 'factor', 'risk_category', 'accident_type', 'occupational_factor', 'level'],
    lines: ({ enterprise: e, hazardSources }, { officeIds }) => hazardSources.map((s) => copyLine([
      e.id, s.id, e.gridId, officeIds.get(e.officeCode), s.riskPointId, s.description, s.factor, s.riskCategory, s.accidentType, s.occupationalFactor, s.level,
    ])),
  },
  {
    name: 'assessments',
    columns: [
      'enterprise_id', 'id', 'grid_id', 'office_id', 'hazard_source_id', 'stage', 'method', 'inputs', 'score', 'level', 'profile_id', 'profile_version',
      'direct_criterion', 'assessor', 'assessed_on', 'reason', 'recorded_at',
    ],
    lines: ({ enterprise: e, assessments }, { officeIds }) => assessments.map((a) => copyLine([
      e.id, a.id, e.gridId, officeIds.get(e.officeCode), a.hazardSourceId, a.stage, a.method, a.inputs, a.score, a.level, a.profileId, a.profileVersion,
      a.directCriterion, a.assessor, a.assessedOn, a.reason, chinaTime(instant(a.assessedOn, 17 * 60)),
    ])),
  },
  {
    name: 'control_measures',
    columns: ['enterprise_id', 'id', 'grid_id', 'office_id', 'hazard_source_id', 'category', 'control_level', 'content', 'status', 'verified_on'],
    lines: ({ enterprise: e, controlMeasures }, { officeIds }) => controlMeasures.map((m) => copyLine([
      e.id, m.id, e.gridId, officeIds.get(e.officeCode), m.hazardSourceId, m.category, m.controlLevel, m.content, m.status, m.verifiedOn,
    ])),
  },
  {
    name: 'responsibilities',
    columns: ['enterprise_id', 'id', 'grid_id', 'office_id', 'risk_point_id', 'control_level', 'department', 'person', 'mobile_sealed', 'mobile_masked'],
    lines: ({ enterprise: e, responsibilities }, { officeIds, sealer }) => responsibilities.map((r) => copyLine([
      e.id, r.id, e.gridId, officeIds.get(e.officeCode), r.riskPointId, r.controlLevel, r.department, r.person, sealer.seal(r.mobile), maskPhone(r.mobile),
    ])),
  },
  {
    name: 'hazards',
    columns: [
      'enterprise_id', 'id', 'risk_point_id', 'no', 'code', 'description', 'location_text', 'geom', 'origin', 'grade', 'treatment', 'status',
      'reported_at', 'deadline', 'accepted_at', 'closed_at', 'round', 'extension', 'extension_deadline', 'supervision', 'supervision_level',
      'work_stop', 'work_stop_by', 'criteria', 'cost', 'rectifier_name', 'reporter_name', 'last_seq', 'merged_into',
      'grid_id', 'office_id', 'town_code',
    ],
    lines: ({ enterprise: e, hazards }, { officeIds }) => hazards.map((h) => copyLine([
      e.id, h.id, h.riskPointId, h.no, h.code, h.description, h.locationText, pointText(h.position), h.origin, h.grade, h.treatment, h.status,
      chinaTime(h.reportedAt), h.deadline, h.acceptedAt && chinaTime(h.acceptedAt), h.closedAt && chinaTime(h.closedAt),
      h.round, h.extension, h.extensionDeadline, h.supervision, h.supervisionLevel,
      h.workStopBy !== null, h.workStopBy, h.criteria, h.cost, h.rectifier, h.reporterName, h.lastSeq, h.mergedInto, e.gridId, officeIds.get(e.officeCode), e.townCode,
    ])),
  },
  {
    name: 'hazard_events',
    columns: [
      'enterprise_id', 'hazard_id', 'seq', 'grid_id', 'office_id', 'type', 'from_status', 'to_status', 'actor_name', 'actor_role', 'occurred_at', 'opinion', 'detail',
    ],
    lines: ({ enterprise: e, hazardEvents }, { officeIds }) => hazardEvents.map((v) => copyLine([
      e.id, v.hazardId, v.seq, e.gridId, officeIds.get(e.officeCode), v.type, v.fromStatus, v.toStatus, v.actorName, v.actorRole, chinaTime(v.occurredAt), v.opinion, v.detail,
    ])),
  },
  {
    name: 'evidence',
    columns: [
      'enterprise_id', 'id', 'grid_id', 'office_id', 'sha256', 'source_sha256', 'mime', 'kind', 'bytes', 'width', 'height', 'name', 'taken_at', 'uploaded_by_name', 'uploaded_at',
    ],
    lines: (record, { officeIds, examples }) => attachmentsOf(record, examples).map(({ id, event, name, file }) => copyLine([
      record.enterprise.id, id, record.enterprise.gridId, officeIds.get(record.enterprise.officeCode), file.sha256, file.sha256, file.mime,
      file.width === null ? 'document' : 'photo', file.bytes, file.width, file.height, name, file.width === null ? null : chinaTime(event.occurredAt),
      event.actorName, chinaTime(event.occurredAt),
    ])),
  },
  {
    name: 'hazard_event_evidence',
    columns: ['enterprise_id', 'hazard_id', 'seq', 'evidence_id', 'part', 'position', 'grid_id', 'office_id'],
    lines: (record, { officeIds, examples }) => attachmentsOf(record, examples).map(({ id, event, part, position }) => copyLine([
      record.enterprise.id, event.hazardId, event.seq, id, part, position, record.enterprise.gridId, officeIds.get(record.enterprise.officeCode),
    ])),
  },
]

const pointText = ([lon, lat]: Position) => `SRID=4326;POINT(${lon} ${lat})`
const polygonText = (ring: readonly Position[]) => `SRID=4326;POLYGON((${ring.map(([lon, lat]) => `${lon} ${lat}`).join(',')}))`
