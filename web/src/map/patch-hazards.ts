import type { ChangeEntry, HazardMapRow } from '@onemap/api/domain/change'
import {
  HAZARD_GRADE_CODES,
  HAZARD_STATUS_CODES,
  OPEN_HAZARD_STATUSES,
} from '@onemap/api/domain/hazard'
import type { EnterpriseColumns, HazardColumns } from './columns.ts'
import {
  categoryOf,
  enterpriseRowOf,
  gradeOf,
  hazardCategory,
  keyOf,
  statusOf,
} from './filter-key.ts'
import { resized } from './growing-rows.ts'
import { uuidBytes } from './locate.ts'
import { findRows, thingOf } from './wanted-rows.ts'

const isHazardRow = (row: ChangeEntry['row']): row is HazardMapRow =>
  row !== undefined && 'deadline' in row

/** The columns with the changes written into them. */
export function patchHazards(
  columns: HazardColumns,
  entries: readonly ChangeEntry[],
  enterprises: EnterpriseColumns,
): HazardColumns {
  const wanted = findRows(columns, entries, enterprises)
  const changes = [...wanted.values()].filter(
    ({ entry, row }) => isHazardRow(entry.row) || (entry.action === 'delete' && row >= 0),
  )
  if (changes.length === 0) return columns

  const room = columns.length + changes.filter(({ row }) => row < 0).length
  const positions = resized(columns.positions, room * 2)
  const ids = resized(columns.ids, room * 16)
  const no = resized(columns.no, room)
  const keys = resized(columns.keys, room)
  const deadline = resized(columns.deadline, room)
  const reportedOn = resized(columns.reportedOn, room)
  let length = columns.length

  /** The last row takes the place of one that goes. */
  function remove(row: number): void {
    length -= 1
    if (row === length) return
    positions.copyWithin(row * 2, length * 2, length * 2 + 2)
    ids.copyWithin(row * 16, length * 16, length * 16 + 16)
    for (const column of [no, keys, deadline, reportedOn])
      column.copyWithin(row, length, length + 1)
    const change = wanted.get(thingOf(enterpriseRowOf(keys[row] ?? 0), no[row] ?? 0))
    if (change !== undefined) change.row = row
  }

  for (const change of changes) {
    const { enterpriseRow, no: number, entry } = change
    if (!isHazardRow(entry.row)) {
      remove(change.row)
      continue
    }
    const { status: told, grade, deadline: due, reportedOn: reported, lon, lat } = entry.row
    const status = HAZARD_STATUS_CODES.find((code) => code === told)
    if (status === undefined) continue
    const row = change.row < 0 ? length++ : change.row
    positions.set([lon, lat], row * 2)
    if (entry.id !== undefined) ids.set(uuidBytes(entry.id), row * 16)
    no[row] = number
    deadline[row] = due
    reportedOn[row] = reported
    keys[row] = keyOf(
      enterpriseRow,
      hazardCategory(
        status,
        HAZARD_GRADE_CODES.find((code) => code === grade) ?? '',
        isOverdue(status, due, columns.today),
      ),
    )
  }
  return {
    ...columns,
    length,
    positions: resized(positions, length * 2),
    ids: resized(ids, length * 16),
    no: resized(no, length),
    keys: resized(keys, length),
    deadline: resized(deadline, length),
    reportedOn: resized(reportedOn, length),
  }
}

const isOverdue = (status: string, deadline: number, today: number): boolean =>
  OPEN_HAZARD_STATUSES.some((open) => open === status) && deadline >= 0 && deadline < today

/** The columns on another day: what is overdue is decided anew, without asking anybody. */
export function onDay(columns: HazardColumns, today: number): HazardColumns {
  if (columns.today === today) return columns
  const keys = columns.keys.map((key, row) => {
    const category = categoryOf(key)
    const status = statusOf(category) ?? 'void'
    return keyOf(
      enterpriseRowOf(key),
      hazardCategory(
        status,
        gradeOf(category),
        isOverdue(status, columns.deadline[row] ?? -1, today),
      ),
    )
  })
  return { ...columns, keys, today }
}
