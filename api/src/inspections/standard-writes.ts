import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { queryRow } from '../db/rows.ts'
import { NotFoundError } from '../http/errors.ts'
import { InspectionConflictError, InspectionFieldError } from './refusals.ts'
import type { CheckItem, NewStandard, Standard, StandardChange } from './schema.ts'
import { findStandard, itemsOf, subjectsOf } from './standard-queries.ts'

type NewItem = z.output<typeof NewStandard>['items'][number]
type Content = Omit<z.output<typeof CheckItem>, 'id' | 'seq'>

const Id = z.object({ id: z.uuid() })

/**
 * Enters a checklist. The same id again is the same checklist, however it was typed the second time.
 * @throws InspectionConflictError, InspectionFieldError
 */
export async function createStandard(
  tx: Tx,
  enterpriseId: string,
  { id = randomUUID(), name, kind, note, items }: z.output<typeof NewStandard>,
): Promise<z.output<typeof Standard>> {
  const made = await queryRow(
    tx,
    Id,
    sql`
    INSERT INTO inspection_standards (enterprise_id, id, name, kind, note) VALUES (${enterpriseId}, ${id}, ${name}, ${kind}, ${note ?? ''})
    ON CONFLICT DO NOTHING RETURNING id`,
  )
  if (made !== undefined) await writeItems(tx, enterpriseId, id, items)
  return standardOf(tx, enterpriseId, id)
}

/**
 * Changes what is given, if nobody else has changed it since. Items that stay as they are keep their id and so
 * their history; a changed one is retired and a new one takes its place.
 * @throws NotFoundError, InspectionConflictError, InspectionFieldError
 */
export async function changeStandard(
  tx: Tx,
  enterpriseId: string,
  id: string,
  { version, name, kind, note, archived, items }: z.output<typeof StandardChange>,
  now: Date,
): Promise<z.output<typeof Standard>> {
  const changed = await queryRow(
    tx,
    Id,
    sql`
    UPDATE inspection_standards
    SET name = coalesce(${name ?? null}, name), kind = coalesce(${kind ?? null}, kind), note = coalesce(${note ?? null}, note),
        archived = coalesce(${archived ?? null}::boolean, archived), version = version + 1, updated_at = ${now.toISOString()}
    WHERE enterprise_id = ${enterpriseId} AND id = ${id} AND version = ${version}
    RETURNING id`,
  )
  if (changed === undefined) {
    const { name: zh } = await standardOf(tx, enterpriseId, id)
    throw new InspectionConflictError('inspection-changed', [
      {
        field: 'version',
        text: { zh: `“${zh}”已有新的版本`, en: `There is a newer version of “${zh}”` },
      },
    ])
  }
  if (items !== undefined) await writeItems(tx, enterpriseId, id, items)
  return standardOf(tx, enterpriseId, id)
}

async function standardOf(
  tx: Tx,
  enterpriseId: string,
  id: string,
): Promise<z.output<typeof Standard>> {
  const standard = await findStandard(tx, enterpriseId, id)
  if (standard === undefined) throw new NotFoundError('inspection-standard')
  return standard
}

async function writeItems(
  tx: Tx,
  enterpriseId: string,
  standardId: string,
  items: readonly NewItem[],
): Promise<void> {
  const subjects = await subjectsOf(
    tx,
    enterpriseId,
    items.flatMap(({ riskPointId }) => riskPointId ?? []),
    items.flatMap(({ measureId }) => measureId ?? []),
  )
  const wanted = items.map((item, index) => ({
    ...contentOf(item, index, subjects),
    id: item.id,
    seq: index + 1,
  }))
  const standing = await itemsOf(tx, enterpriseId, standardId)
  const kept = new Set<string>()
  for (const item of wanted) {
    const same = standing.find(
      (one) => one.id === item.id && !kept.has(one.id) && sameContent(one, item),
    )
    if (same === undefined) {
      await tx.execute(sql`
        INSERT INTO check_items (enterprise_id, id, standard_id, seq, subject, subject_name, risk_point_id, measure_id, content, requirement, basis, suggested_grade)
        VALUES (${enterpriseId}, ${randomUUID()}, ${standardId}, ${item.seq}, ${item.subject}, ${item.subjectName}, ${item.riskPointId}, ${item.measureId},
                ${item.content}, ${item.requirement}, ${item.basis}, ${item.suggestedGrade})`)
      continue
    }
    kept.add(same.id)
    if (same.seq !== item.seq)
      await tx.execute(
        sql`UPDATE check_items SET seq = ${item.seq} WHERE enterprise_id = ${enterpriseId} AND id = ${same.id}`,
      )
  }
  for (const { id } of standing.filter((one) => !kept.has(one.id))) {
    await tx.execute(
      sql`UPDATE check_items SET retired_at = now() WHERE enterprise_id = ${enterpriseId} AND id = ${id}`,
    )
  }
}

function contentOf(item: NewItem, index: number, subjects: ReadonlyMap<string, string>): Content {
  const riskPointId = item.riskPointId ?? null
  const measureId = item.subject === 'measure' ? (item.measureId ?? null) : null
  for (const [field, id] of Object.entries({ riskPointId, measureId })) {
    if (id !== null && !subjects.has(id))
      throw new InspectionFieldError(`items.${index}.${field}`, {
        zh: '不是本企业的',
        en: 'Not of this enterprise',
      })
  }
  const named = subjects.get(measureId ?? riskPointId ?? '')
  const subjectName =
    item.subjectName === undefined || item.subjectName === '' ? (named ?? '') : item.subjectName
  if (subjectName === '')
    throw new InspectionFieldError(`items.${index}.subjectName`, {
      zh: '请写明检查对象',
      en: 'Say what is looked at',
    })
  return {
    subject: item.subject,
    subjectName,
    riskPointId,
    measureId,
    content: item.content,
    requirement: item.requirement ?? '',
    basis: item.basis ?? '',
    suggestedGrade: item.suggestedGrade ?? 'general',
  }
}

const CONTENT = [
  'subject',
  'subjectName',
  'riskPointId',
  'measureId',
  'content',
  'requirement',
  'basis',
  'suggestedGrade',
] as const satisfies readonly (keyof Content)[]

function sameContent(a: Content, b: Content): boolean {
  return CONTENT.every((key) => a[key] === b[key])
}
