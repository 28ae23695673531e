import { AUDIT_ACTIONS, AUDIT_ACTORS, AUDITED_TABLES } from '../domain/audit.ts'
import { ROLES } from '../domain/role.ts'
import type { AuditEntry } from './schema.ts'

const HEADINGS = ['序号', '时间', '姓名', '角色', '人员编号', '来源地址', '操作', '对象类型', '对象', '对象编号', '企业编号', '变更', '哈希']
/** Without it spreadsheets on Windows take UTF-8 for GBK. */
const BYTE_ORDER_MARK = '\uFEFF'
const ROLE_NAMES: Readonly<Record<string, { readonly zh: string }>> = { ...ROLES, ...AUDIT_ACTORS }

/** The line above all entries, with the mark that tells spreadsheets the encoding. */
export const CSV_HEAD = `${BYTE_ORDER_MARK}${HEADINGS.map(cell).join(',')}\r\n`

/** One entry as a line of RFC 4180. */
export function csvLine(entry: AuditEntry): string {
  const { actor } = entry
  return `${[
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
    Object.entries(entry.changes).map(([field, { from, to }]) => `${field}：${text(from)} → ${text(to)}`).join('；'),
    entry.hash,
  ].map(cell).join(',')}\r\n`
}

function text(value: unknown): string {
  if (value === null || value === undefined) return '∅'
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Quoted. What a spreadsheet would run as a formula gets an apostrophe in front, which makes it text. */
function cell(value: string): string {
  const harmless = /^\s*[=+\-@]|^[\t\r\n]/.test(value) ? `'${value}` : value
  return `"${harmless.replaceAll('"', '""')}"`
}
