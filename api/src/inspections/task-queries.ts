import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { EVIDENCE_JSON } from '../db/evidence.ts'
import { enterpriseCondition, type EnterpriseFacets } from '../db/filters.ts'
import { asGeoJson } from '../db/geometry.ts'
import { isoTime, queryRow, queryRows } from '../db/rows.ts'
import { OPEN_HAZARD_STATUSES } from '../domain/hazard.ts'
import { originOf } from '../domain/inspection-kind.ts'
import { ChecklistItem, TaskItem, type Task } from './schema.ts'
import { COMPLETED_ON, daysLateOn, statusOn } from './task-status.ts'

export interface TaskFacets extends EnterpriseFacets {
  readonly enterpriseId?: string | undefined
  readonly status?: readonly string[] | undefined
  readonly kind?: undefined
  readonly inspectionKind?: readonly string[] | undefined
  readonly planId?: string | undefined
  readonly assigneeId?: string | undefined
  /** Last day in time, from and to. */
  readonly from?: string | undefined
  readonly to?: string | undefined
}

export const TaskPosition = z.tuple([z.iso.date(), z.uuid()])
export type TaskPosition = z.output<typeof TaskPosition>
/** Where a task stands in the list. */
export const positionOf = ({
  dueOn,
  id,
}: {
  readonly dueOn: string
  readonly id: string
}): TaskPosition => [dueOn, id]

/** The items that count for `inspection_tasks t`: those in force until it is submitted, afterwards those that were checked. */
const COUNTS_FOR_TASK = sql`(t.completed_at IS NULL AND i.retired_at IS NULL OR f.check_item_id IS NOT NULL)`

const COLUMNS = (today: string) => sql`
  t.id, t.enterprise_id AS "enterpriseId", e.name AS "enterpriseName", t.plan_id AS "planId", t.standard_id AS "standardId", t.name, t.kind,
  t.department, t.assignee, t.assignee_id AS "assigneeId", t.opens_on::text AS "opensOn", t.due_on::text AS "dueOn", t.closes_on::text AS "closesOn",
  ${isoTime(sql`t.started_at`)} AS "startedAt", ${isoTime(sql`t.completed_at`)} AS "completedAt", t.completed_by_name AS "completedByName",
  ${statusOn(today)} AS status, ${daysLateOn(today)} AS "daysLate",
  n.items AS "itemCount", n.checked AS "checkedCount", n.failed AS "failedCount", n.hazards AS "hazardCount"`

const COUNTED = sql`
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS items, count(f.result)::int AS checked, (count(*) FILTER (WHERE f.result = 'fail'))::int AS failed,
           (count(*) FILTER (WHERE f.result = 'fail' AND h.id IS NOT NULL))::int AS hazards
    FROM check_items i
    LEFT JOIN inspection_findings f ON f.enterprise_id = t.enterprise_id AND f.task_id = t.id AND f.check_item_id = i.id
    LEFT JOIN hazards h ON h.enterprise_id = f.enterprise_id AND h.id = f.hazard_id
    WHERE i.enterprise_id = t.enterprise_id AND i.standard_id = t.standard_id AND ${COUNTS_FOR_TASK}
  ) n`

function conditions(facets: TaskFacets, today: string): SQL[] {
  const {
    enterpriseId,
    status,
    inspectionKind,
    planId,
    assigneeId,
    from,
    to,
    q,
    gridId,
    areaCode,
  } = facets
  return [
    sql`true`,
    ...(enterpriseId === undefined ? [] : [sql`t.enterprise_id = ${enterpriseId}`]),
    ...(status === undefined ? [] : [sql`${statusOn(today)} IN ${[...status]}`]),
    ...(inspectionKind === undefined ? [] : [sql`t.kind IN ${[...inspectionKind]}`]),
    ...(planId === undefined ? [] : [sql`t.plan_id = ${planId}`]),
    ...(assigneeId === undefined ? [] : [sql`t.assignee_id = ${assigneeId}`]),
    ...(from === undefined ? [] : [sql`t.due_on >= ${from}::date`]),
    ...(to === undefined ? [] : [sql`t.due_on <= ${to}::date`]),
    enterpriseCondition({ q, gridId, areaCode }),
  ]
}

/** Tasks by their last day in time, the earliest or the latest first. */
export function listTasks(
  tx: Tx,
  facets: TaskFacets,
  today: string,
  order: 'asc' | 'desc',
  after: TaskPosition | undefined,
  limit: number,
): Promise<z.output<typeof TaskItem>[]> {
  const beyond = order === 'asc' ? sql`>` : sql`<`
  const direction = order === 'asc' ? sql`ASC` : sql`DESC`
  const where = [
    ...conditions(facets, today),
    ...(after === undefined
      ? []
      : [sql`(t.due_on, t.id) ${beyond} (${after[0]}::date, ${after[1]}::uuid)`]),
  ]
  return queryRows(
    tx,
    TaskItem,
    sql`
    SELECT ${COLUMNS(today)}
    FROM inspection_tasks t
    JOIN enterprises e ON e.id = t.enterprise_id
    ${COUNTED}
    WHERE ${sql.join(where, sql` AND `)}
    ORDER BY t.due_on ${direction}, t.id ${direction}
    LIMIT ${limit}
  `,
  )
}

const hazardJson = (h: SQL) =>
  sql`json_build_object('id', ${h}.id, 'code', ${h}.code, 'status', ${h}.status, 'reportedAt', ${isoTime(sql`${h}.reported_at`)})`

const FINDING = sql`json_build_object(
  'result', f.result, 'note', f.note, 'revision', f.revision, 'recordedByName', f.recorded_by_name, 'recordedAt', ${isoTime(sql`f.found_at`)},
  'hazardId', f.hazard_id, 'hazard', CASE WHEN h.id IS NOT NULL THEN ${hazardJson(sql`h`)} END,
  'evidence', (
    SELECT coalesce(json_agg(v.evidence), '[]') FROM (
      SELECT ${EVIDENCE_JSON} AS evidence
      FROM inspection_finding_evidence l
      JOIN evidence f ON f.enterprise_id = l.enterprise_id AND f.id = l.evidence_id
      WHERE l.enterprise_id = i.enterprise_id AND l.task_id = t.id AND l.check_item_id = i.id
      ORDER BY f.uploaded_at, f.id
    ) v
  )
)`

/** The latest open hazard that an earlier task found at `check_items i`. */
const EARLIER = sql`(
  SELECT ${hazardJson(sql`b`)}
  FROM inspection_findings a
  JOIN hazards b ON b.enterprise_id = a.enterprise_id AND b.id = a.hazard_id
  WHERE a.enterprise_id = i.enterprise_id AND a.check_item_id = i.id AND a.task_id <> t.id AND a.result = 'fail'
    AND b.status IN ${[...OPEN_HAZARD_STATUSES]}
  ORDER BY b.reported_at DESC
  LIMIT 1
)`

const ChecklistRow = ChecklistItem.omit({ origin: true }).extend({ kind: TaskItem.shape.kind })

function readChecklist(
  tx: Tx,
  enterpriseId: string,
  taskId: string,
  only?: string,
): Promise<z.output<typeof ChecklistItem>[]> {
  return queryRows(
    tx,
    ChecklistRow.transform(({ kind, ...row }) => ({ ...row, origin: originOf(kind, row.subject) })),
    sql`
    SELECT t.kind, i.id, i.seq, i.subject, i.subject_name AS "subjectName", p.id AS "riskPointId", i.measure_id AS "measureId", i.content, i.requirement, i.basis,
           i.suggested_grade AS "suggestedGrade", p.name AS "riskPointName", p.level,
           coalesce(nullif(concat_ws(' · ', nullif(p.location_text, ''), CASE WHEN i.subject NOT IN ('risk-point', 'measure') THEN nullif(i.subject_name, '') END), ''), e.address) AS "locationText",
           ${asGeoJson(sql`coalesce(p.geom, e.geom)`)} AS location,
           CASE WHEN f.check_item_id IS NOT NULL THEN ${FINDING} END AS finding, ${EARLIER} AS earlier
    FROM inspection_tasks t
    JOIN enterprises e ON e.id = t.enterprise_id
    JOIN check_items i ON i.enterprise_id = t.enterprise_id AND i.standard_id = t.standard_id
    LEFT JOIN control_measures m ON m.enterprise_id = i.enterprise_id AND m.id = i.measure_id
    LEFT JOIN hazard_sources s ON s.enterprise_id = m.enterprise_id AND s.id = m.hazard_source_id
    LEFT JOIN risk_points p ON p.enterprise_id = i.enterprise_id AND p.id = coalesce(i.risk_point_id, s.risk_point_id)
    LEFT JOIN inspection_findings f ON f.enterprise_id = t.enterprise_id AND f.task_id = t.id AND f.check_item_id = i.id
    LEFT JOIN hazards h ON h.enterprise_id = f.enterprise_id AND h.id = f.hazard_id
    WHERE t.enterprise_id = ${enterpriseId} AND t.id = ${taskId} AND ${COUNTS_FOR_TASK}
      AND ${only === undefined ? sql`true` : sql`i.id = ${only}`}
    ORDER BY i.seq, i.id
  `,
  )
}

/** One item of a task; undefined where it does not belong to it. */
export async function findChecklistItem(
  tx: Tx,
  enterpriseId: string,
  taskId: string,
  itemId: string,
): Promise<z.output<typeof ChecklistItem> | undefined> {
  return (await readChecklist(tx, enterpriseId, taskId, itemId))[0]
}

/** One task with its checklist. */
export async function findTask(
  tx: Tx,
  enterpriseId: string,
  id: string,
  today: string,
): Promise<z.output<typeof Task> | undefined> {
  const row = await queryRow(
    tx,
    TaskItem.extend({ summary: z.string() }),
    sql`
    SELECT ${COLUMNS(today)}, t.summary
    FROM inspection_tasks t
    JOIN enterprises e ON e.id = t.enterprise_id
    ${COUNTED}
    WHERE t.enterprise_id = ${enterpriseId} AND t.id = ${id}
  `,
  )
  return row && { ...row, checklist: await readChecklist(tx, enterpriseId, id) }
}

const FiguresRow = z.object({
  due: z.int(),
  inProgress: z.int(),
  overdue: z.int(),
  planned: z.int(),
  inTime: z.int(),
  late: z.int(),
  missed: z.int(),
  stillInTime: z.int(),
  checked: z.int(),
  failed: z.int(),
})

/** How inspection goes: what is open today, and what became of the tasks of a period. */
export async function countTasks(
  tx: Tx,
  facets: TaskFacets,
  period: { readonly from: string; readonly to: string },
  today: string,
): Promise<z.output<typeof FiguresRow>> {
  const row = await queryRow(
    tx,
    FiguresRow,
    sql`
    WITH task AS (
      SELECT ${statusOn(today)} AS status, t.due_on, ${COMPLETED_ON} AS done_on, t.due_on BETWEEN ${period.from}::date AND ${period.to}::date AS counts,
             f.checked, f.failed
      FROM inspection_tasks t
      JOIN enterprises e ON e.id = t.enterprise_id
      LEFT JOIN (
        SELECT enterprise_id, task_id, count(*) AS checked, count(*) FILTER (WHERE result = 'fail') AS failed
        FROM inspection_findings GROUP BY enterprise_id, task_id
      ) f ON f.enterprise_id = t.enterprise_id AND f.task_id = t.id
      WHERE ${sql.join(conditions(facets, today), sql` AND `)}
    )
    SELECT (count(*) FILTER (WHERE status = 'due'))::int AS due,
           (count(*) FILTER (WHERE status = 'in-progress'))::int AS "inProgress",
           (count(*) FILTER (WHERE status = 'overdue'))::int AS overdue,
           (count(*) FILTER (WHERE counts))::int AS planned,
           (count(*) FILTER (WHERE counts AND done_on <= due_on))::int AS "inTime",
           (count(*) FILTER (WHERE counts AND done_on > due_on))::int AS late,
           (count(*) FILTER (WHERE counts AND status = 'missed'))::int AS missed,
           (count(*) FILTER (WHERE counts AND status IN ('due', 'in-progress')))::int AS "stillInTime",
           coalesce(sum(checked) FILTER (WHERE counts), 0)::int AS checked,
           coalesce(sum(failed) FILTER (WHERE counts), 0)::int AS failed
    FROM task
  `,
  )
  if (row === undefined) throw new Error('an aggregate has one row')
  return row
}
