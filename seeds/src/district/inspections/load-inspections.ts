import { copyLine } from '@onemap/api/db/copy-text'
import type { Database, Tx } from '@onemap/api/db/database'
import { chinaTime } from '../calendar.ts'
import { createRandom } from '../random.ts'
import { writeChecklists, type Checklist } from './checklists.ts'
import { readFirms, type Firm } from './firms.ts'
import { goRound, type Round } from './rounds.ts'

interface Case {
  readonly firm: Firm
  readonly checklist: Checklist
  readonly rounds: readonly Round[]
}

const time = (at: Date | null): string | null => at && chinaTime(at)

/** Gives some enterprises of the demonstration their checklists, plans, tasks and what was found. */
export async function loadInspections(
  database: Database,
  tx: Tx,
  { seed, asOf }: { readonly seed: string; readonly asOf: string },
): Promise<void> {
  const cases = (await readFirms(tx)).flatMap((firm) => {
    const random = createRandom(`${seed} inspections ${firm.id}`)
    return writeChecklists(random, firm, asOf).map((checklist): Case => ({
      firm,
      checklist,
      rounds: goRound(random, firm, checklist, asOf),
    }))
  })
  const copy = (
    table: string,
    columns: readonly string[],
    rows: (each: Case) => readonly (readonly unknown[])[],
  ) =>
    database.copyIn(
      tx,
      table,
      ['enterprise_id', 'grid_id', 'office_id', ...columns],
      linesOf(cases, rows),
    )

  await copy('inspection_standards', ['id', 'name', 'kind'], ({ checklist: c }) => [
    [c.standardId, c.name, c.kind],
  ])
  await copy(
    'check_items',
    [
      'id',
      'standard_id',
      'seq',
      'subject',
      'subject_name',
      'risk_point_id',
      'measure_id',
      'content',
      'requirement',
      'basis',
      'suggested_grade',
    ],
    ({ checklist: c }) =>
      c.items.map((i, index) => [
        i.id,
        c.standardId,
        index + 1,
        i.subject,
        i.subjectName,
        i.riskPointId,
        i.measureId,
        i.content,
        i.requirement,
        i.basis,
        i.suggestedGrade,
      ]),
  )
  await copy(
    'inspection_plans',
    [
      'id',
      'standard_id',
      'name',
      'kind',
      'frequency',
      'from_on',
      'to_on',
      'active_since',
      'department',
      'assignee',
      'assignee_id',
    ],
    ({ checklist: c }) => [
      [
        c.planId,
        c.standardId,
        c.name,
        c.kind,
        c.frequency,
        c.from,
        c.to,
        c.from,
        c.department,
        c.assignee,
        c.assigneeId,
      ],
    ],
  )
  await copy(
    'inspection_tasks',
    [
      'id',
      'plan_id',
      'standard_id',
      'name',
      'kind',
      'department',
      'assignee',
      'assignee_id',
      'opens_on',
      'due_on',
      'closes_on',
      'started_at',
      'completed_at',
      'completed_by_name',
      'summary',
    ],
    ({ checklist: c, rounds }) =>
      rounds.map((r) => [
        r.id,
        c.planId,
        c.standardId,
        c.name,
        c.kind,
        c.department,
        c.assignee,
        c.assigneeId,
        r.opensOn,
        r.dueOn,
        r.closesOn,
        time(r.startedAt),
        time(r.completedAt),
        r.completedAt && c.assignee,
        r.summary,
      ]),
  )
  await copy(
    'inspection_findings',
    ['task_id', 'check_item_id', 'result', 'note', 'hazard_id', 'recorded_by_name', 'found_at'],
    ({ rounds }) =>
      rounds.flatMap((r) =>
        r.findings.map((f) => [
          r.id,
          f.itemId,
          f.result,
          f.note,
          f.hazardId,
          f.by,
          chinaTime(f.at),
        ]),
      ),
  )
}

function* linesOf(
  cases: readonly Case[],
  rows: (each: Case) => readonly (readonly unknown[])[],
): Generator<string> {
  for (const each of cases) {
    for (const row of rows(each))
      yield copyLine([each.firm.id, each.firm.gridId, each.firm.officeId, ...row])
  }
}
