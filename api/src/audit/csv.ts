import { AUDIT_ACTIONS, AUDIT_ACTORS, AUDITED_TABLES } from '../domain/audit.ts'
import { fieldName } from '../domain/audit-fields.ts'
import { ROLES } from '../domain/role.ts'
import { BYTE_ORDER_MARK, csvLine } from '../ledger/write/csv.ts'
import type { AuditEntry } from './schema.ts'

const HEADINGS = [
  '序号',
  '时间',
  '姓名',
  '角色',
  '人员编号',
  '来源地址',
  '操作',
  '对象类型',
  '对象',
  '对象编号',
  '企业编号',
  '变更',
  '哈希',
]
const ROLE_NAMES: Readonly<Record<string, { readonly zh: string }>> = { ...ROLES, ...AUDIT_ACTORS }

/** The line above all entries, with the mark that tells spreadsheets the encoding. */
export const CSV_HEAD = BYTE_ORDER_MARK + csvLine(HEADINGS)

/** One entry as a line of RFC 4180. */
export function csvOfEntry(entry: AuditEntry): string {
  const { actor } = entry
  return csvLine([
    String(entry.seq),
    entry.at.slice(0, 19).replace('T', ' '),
    actor.name,
    ROLE_NAMES[actor.role]?.zh ?? actor.role,
    actor.id ?? '',
    entry.ip ?? '',
    AUDIT_ACTIONS[entry.action].zh,
    AUDITED_TABLES[entry.table].zh,
    entry.objectName ?? '',
    Object.values(entry.key).map(text).join(' / '),
    entry.enterpriseId ?? '',
    Object.entries(entry.changes)
      .map(
        ([field, { from, to }]) =>
          `${fieldName(entry.table, field).zh}：${text(from)} → ${text(to)}`,
      )
      .join('；'),
    entry.hash,
  ])
}

function text(value: unknown): string {
  if (value === null || value === undefined) return '∅'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
